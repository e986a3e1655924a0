import { prepareCode } from "./prepare-code.ts";

/** A command, lightly coloured. The keyboard can reach it where it scrolls. */
export function Code({ code, shell, label }: { code: string; shell: "powershell" | "bash"; label?: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable
    <pre className="code focus-inside" tabIndex={0} aria-label={label ?? "Command"}>
      {prepareCode(code, shell).map((part) =>
        part.kind === "plain" ? (
          part.text
        ) : (
          <span key={part.at} className={`code-${part.kind}`}>
            {part.text}
          </span>
        ),
      )}
    </pre>
  );
}
