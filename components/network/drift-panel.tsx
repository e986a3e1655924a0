import { GuideLink } from "@/components/guide/guide-link.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { NotKnown } from "@/components/ui/not-known.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import type { NetworkView } from "@/lib/contract/api/network.ts";
import { HostNames } from "./host-names.tsx";
import { isAnyReporting, prepareDrift } from "./prepare-network.ts";

/** Nodes of a cluster that differ: a VM that moves there loses what it had. */
export function DriftPanel({ network }: { network: NetworkView }) {
  const lines = prepareDrift(network);
  return (
    <Panel title="Drift inside clusters" note="nodes that differ">
      {!isAnyReporting(network) ? (
        <NotKnown />
      ) : lines.length === 0 ? (
        <p className="px-3 py-3 text-ink-2">The reporting nodes of each cluster do not differ.</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line.key} className="border-b border-line px-3 py-2 last:border-b-0">
              <Glyph word={line.severity} label={line.severity} />{" "}
              <b className="font-semibold">
                {line.cluster}: {line.subject}
              </b>{" "}
              {line.guide === null ? null : (
                <GuideLink href={line.guide} about={`${line.cluster}: ${line.subject}`}>
                  Guide
                </GuideLink>
              )}
              <p className="text-ink-2">{line.summary}</p>
              <p className="text-note text-ink-3">
                <HostNames hosts={line.hosts} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
