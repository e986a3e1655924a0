import { classes } from "@/components/ui/classes.ts";

/** Preformatted text that may be wider than its frame: it scrolls, and the keyboard can reach it to do so. */
export function Outline({ text, label, className }: { text: string; label: string; className?: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable
    <pre className={classes("focus-inside overflow-x-auto", className)} tabIndex={0} aria-label={label}>
      {text}
    </pre>
  );
}
