import Link from "next/link";
import { Glyph } from "@/components/ui/glyph.tsx";
import { ScrollFrame } from "@/components/ui/scroll-frame.tsx";
import { toStatusWords } from "@/components/vms/service-words.ts";
import type { WireBand, WireNode } from "./wire-node.ts";

/** The diagram in words: each part, what it connects to, and its readiness. */
export function WiringTable({ bands }: { bands: readonly WireBand[] }) {
  return (
    <ScrollFrame label="Wiring table">
      <table className="table-plain border-t border-line">
        <caption className="sr-only">The wiring of this host</caption>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col">Type</th>
            <th scope="col">Connected to</th>
            <th scope="col">Readiness</th>
          </tr>
        </thead>
        <tbody>
          {bands.flatMap((band) =>
            band.nodes.map((node) => (
              <tr key={`${band.key} ${node.key}`}>
                <th scope="row" className="max-w-[320px] min-w-[160px] font-medium! wrap-anywhere" dir="auto">
                  <Name node={node} />
                </th>
                <td className="text-ink-2">
                  {node.kind}
                  {node.aside === "" ? null : `, ${node.aside}`}
                  {node.detail === "" ? null : (
                    <span className="block max-w-[48ch] text-note wrap-anywhere">{node.detail}</span>
                  )}
                </td>
                <td className="max-w-[260px] min-w-[140px] wrap-anywhere">{sayTargets(band, node)}</td>
                <td className="min-w-[200px]">
                  <Readiness node={node} />
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </ScrollFrame>
  );
}

function Name({ node: { name, href } }: { node: WireNode }) {
  if (href === null) return name;
  return href.startsWith("#") ? (
    <a href={href} className="hover:underline">
      {name}
    </a>
  ) : (
    <Link href={href} className="hover:underline">
      {name}
    </Link>
  );
}

function sayTargets({ nodes, wires }: WireBand, { key, column }: WireNode): string {
  const targets = wires.filter(({ from }) => from === key).map(({ to }) => to);
  if (targets.length === 0) return column === "user" ? "–" : "unknown";
  return targets.map((to) => nodes.find((node) => node.key === to)?.name ?? to).join(", ");
}

function Readiness({ node: { marks, reason, tone } }: { node: WireNode }) {
  if (tone === "down") return <span className="text-ink-2">no link</span>;
  if (marks.length === 0) return <span className="text-ink-3">–</span>;
  return (
    <>
      <span className="flex flex-wrap gap-x-3">
        {marks.map(({ label, status }) => (
          <span key={label} className="inline-flex items-center gap-1 whitespace-nowrap">
            <Glyph word={status} size={12} />
            {label}: {toStatusWords(status)}
          </span>
        ))}
      </span>
      {reason === null ? null : (
        <span className="block text-note text-warning-ink">
          <Glyph word="fail" size={12} label="Broken:" className="mr-1" />
          {reason}
        </span>
      )}
    </>
  );
}
