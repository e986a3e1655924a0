import Link from "next/link";
import { NotKnown } from "@/components/ui/not-known.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import type { NetworkView } from "@/lib/contract/api/network.ts";
import { formatCount, formatPlural, formatShare } from "@/lib/format/count.ts";
import { isAnyReporting, prepareIdle } from "./prepare-network.ts";

/** The capacity of the adapters, how much of it is used, and where most of the rest is. */
export function IdlePanel({ network }: { network: NetworkView }) {
  const lines = prepareIdle(network);
  return (
    <Panel title="Idle capacity" note="on reporting hosts">
      {!isAnyReporting(network) ? (
        <NotKnown />
      ) : lines.length === 0 ? (
        <p className="px-3 py-3 text-ink-2">No reporting host has virtual functions, queues or RDMA ports.</p>
      ) : (
        lines.map((line) => (
          <section
            key={line.kind}
            className="border-b border-line px-3 py-2 last:border-b-0"
            aria-label={line.label}
          >
            <p className="flex flex-wrap items-baseline gap-x-2">
              <b className="font-semibold">{line.label}</b>
              {line.present === 0 ? (
                <span className="text-ink-2">unknown</span>
              ) : (
                <>
                  <span className="text-ink-2">
                    {formatCount(line.used)} of {formatCount(line.present)} in use, {formatShare(line.share)}
                  </span>
                  <span className="ml-auto font-semibold">{formatCount(line.idle)} idle</span>
                </>
              )}
            </p>
            {line.present === 0 ? null : (
              <span className="my-1 flex h-2 bg-line" aria-hidden>
                {line.used > 0 ? (
                  <i className="bar-part bar-active" style={{ width: `${line.share * 100}%` }} />
                ) : null}
              </span>
            )}
            {line.unreadPorts === 0 ? null : (
              <p className="text-note text-ink-3">
                Not counted: {formatPlural(line.unreadPorts, "port")} for which this could not be read.
              </p>
            )}
            {line.hosts.length === 0 ? null : (
              <details>
                <summary className="cursor-pointer text-note text-ink-2">
                  {formatPlural(line.hosts.length, "host")} with the most idle
                </summary>
                <ul className="text-note">
                  {line.hosts.map(({ id, name, present, used }) => (
                    <li key={id} className="flex gap-2">
                      <Link href={`/hosts/${id}#acceleration`} className="hover:underline">
                        {name}
                      </Link>
                      <span className="ml-auto text-ink-2">
                        {formatCount(used)} of {formatCount(present)}
                      </span>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </section>
        ))
      )}
    </Panel>
  );
}
