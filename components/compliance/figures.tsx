import Link from "next/link";
import type { ComplianceView } from "@/lib/contract/api/compliance.ts";
import { type Figure, prepareFigures } from "./prepare-figures.ts";
import type { TimeToFix } from "./prepare-time-to-fix.ts";

/** The main numbers, each a link to the VMs that it counts. */
export function Figures({ view, fixes }: { view: ComplianceView; fixes: TimeToFix | null }) {
  return (
    <ul className="grid grid-cols-2 border-y border-line bg-panel tablet:grid-flow-col tablet:auto-cols-fr tablet:grid-cols-none print:grid-flow-col print:auto-cols-fr print:grid-cols-none">
      {prepareFigures(view, fixes).map((figure) => (
        <li key={figure.key} className="border-r border-line last:border-r-0 max-tablet:border-b">
          {figure.href === null ? (
            <Drawn figure={figure} />
          ) : figure.href.startsWith("#") ? (
            <a href={figure.href} className="focus-inside block h-full hover:bg-hover">
              <Drawn figure={figure} />
            </a>
          ) : (
            <Link href={figure.href} prefetch={false} className="focus-inside block h-full hover:bg-hover">
              <Drawn figure={figure} />
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

function Drawn({ figure: { value, unit, note } }: { figure: Figure }) {
  return (
    <p className="px-2.5 py-2 tablet:px-4 tablet:py-2.5 print:px-2 print:py-1">
      <b className="block text-[26px]/[30px] font-semibold tracking-tight print:text-[18px]/[22px]">
        {value}
        {unit === undefined ? null : <small className="text-large font-medium text-ink-2"> {unit}</small>}
      </b>
      <span className="text-note text-ink-2 print:block print:text-[11px]/[14px]">{note}</span>
    </p>
  );
}
