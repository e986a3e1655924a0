import type { ReactNode } from "react";
import { Mark } from "@/components/shell/mark.tsx";
import type { Theme } from "@/components/shell/theme.ts";
import { ThemeSwitch } from "@/components/shell/theme-switch.tsx";

/** The sign-in page: a rail without entries, a form, and on the right only public information. */
export function SignInFrame({
  theme,
  server,
  children,
  beside,
  isHigh = false,
}: {
  theme: Theme;
  /** The name by which this server was reached. */
  server: string;
  children: ReactNode;
  beside: ReactNode;
  /** A long form starts higher up. */
  isHigh?: boolean;
}) {
  const top = isHigh ? "pt-6 tablet:pt-[max(32px,11vh)]" : "pt-6 tablet:pt-[max(40px,20vh)]";
  return (
    <div className="grid min-h-dvh grid-rows-[44px_1fr] tablet:grid-cols-[64px_minmax(0,1fr)] tablet:grid-rows-1">
      <div className="grid content-center justify-items-start bg-rail px-2.5 text-brass tablet:content-start tablet:justify-items-center tablet:px-0 tablet:pt-2.5">
        <Mark label="Innkeeper" />
      </div>
      <main className="grid min-w-0 grid-rows-[auto_1fr] desk:grid-cols-[560px_minmax(0,1fr)] desk:grid-rows-1">
        <div
          className={`grid content-start justify-items-center border-b border-line bg-panel px-4 pb-6 desk:border-r desk:border-b-0 ${top}`}
        >
          <div className="w-full max-w-[356px]">{children}</div>
        </div>
        <div
          className={`flex min-w-0 flex-col gap-6 px-4 pb-4 desk:px-12 desk:pb-5 ${isHigh ? top : "pt-4"}`}
        >
          {beside}
          <dl className="mt-auto grid max-w-[620px] grid-cols-[84px_minmax(0,1fr)] border-t border-line-strong text-sub tablet:grid-cols-[108px_minmax(0,1fr)]">
            <Fact name="Server">{server}</Fact>
            <Fact name="Internet">not used: this page loads nothing from outside</Fact>
            <Fact name="Theme">
              <span className="-my-1 -ml-1.5 block">
                <ThemeSwitch theme={theme} />
              </span>
            </Fact>
          </dl>
        </div>
      </main>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="border-b border-line py-[5px] text-ink-3">{name}</dt>
      <dd className="min-w-0 border-b border-line py-[5px] wrap-anywhere">{children}</dd>
    </>
  );
}
