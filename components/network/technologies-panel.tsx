import Link from "next/link";
import { Fragment } from "react";
import {
  TECHNOLOGY_LABELS,
  TECHNOLOGY_SHORTS,
  type Technology,
} from "@/components/acceleration/technology-words.ts";
import { classes } from "@/components/ui/classes.ts";
import { Glyph } from "@/components/ui/glyph.tsx";
import { ScrollFrame } from "@/components/ui/scroll-frame.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { toStatusWords } from "@/components/vms/service-words.ts";
import type { NetworkView } from "@/lib/contract/api/network.ts";
import { formatCount } from "@/lib/format/count.ts";
import { type ClusterBand, type HostLine, prepareBands, type VmCell } from "./prepare-network.ts";

/** Every host on one line: on the left its own status, on the right that of its VMs. */
export function TechnologiesPanel({ network }: { network: NetworkView }) {
  const hostSide = network.hostTechnologies;
  const vmSide = network.technologies;
  return (
    <Panel
      title="Technologies × hosts"
      note="left: host status; right: VMs with it in effect, or configured without effect"
    >
      <ScrollFrame label="Technologies by host">
        <table className="table-plain max-desk:table-fixed max-desk:[&_:is(td,th[scope=col]:not([rowspan]))]:px-0!">
          <caption className="sr-only">Technologies of each host and of its VMs</caption>
          <colgroup>
            <col />
            {hostSide.map(({ technology }) => (
              <col
                key={technology}
                className={classes(
                  "max-tablet:w-[21px]",
                  technology === "smb-multichannel" ? "tablet:max-desk:w-[66px]" : "tablet:max-desk:w-[42px]",
                )}
              />
            ))}
            <col span={vmSide.length} className="max-tablet:w-[23px] tablet:max-desk:w-[42px]" />
          </colgroup>
          <thead>
            <tr>
              <th
                scope="col"
                rowSpan={2}
                className="sticky left-0 z-1 bg-panel align-bottom max-tablet:pl-2.5!"
              >
                Host
              </th>
              <th scope="colgroup" colSpan={hostSide.length}>
                Host side
              </th>
              <th scope="colgroup" colSpan={vmSide.length} className="border-l border-line-strong">
                VMs
              </th>
            </tr>
            <tr>
              {hostSide.map(({ technology }) => (
                <th key={technology} scope="col" className="text-center! align-bottom whitespace-normal!">
                  <Label technology={technology} />
                </th>
              ))}
              {vmSide.map(({ technology }, index) => (
                <th
                  key={technology}
                  scope="col"
                  className={classes(
                    "text-center! align-bottom whitespace-normal!",
                    index === 0 && "border-l border-line-strong",
                  )}
                >
                  <Label technology={technology} />
                </th>
              ))}
            </tr>
          </thead>
          {prepareBands(network).map((band) => (
            <Band key={band.key} band={band} columns={1 + hostSide.length + vmSide.length} />
          ))}
        </table>
      </ScrollFrame>
    </Panel>
  );
}

/** Breaks only between words: SR-IOV is one word despite its hyphen. */
function Label({ technology }: { technology: Technology }) {
  return (
    <>
      <span className="max-desk:[font-stretch:78%] max-tablet:sr-only">
        {TECHNOLOGY_LABELS[technology].split(" ").map((word) => (
          <Fragment key={word}>
            <span className="whitespace-nowrap">{word}</span>{" "}
          </Fragment>
        ))}
      </span>
      <span
        className="text-tiny [font-stretch:75%] whitespace-nowrap tablet:hidden"
        title={TECHNOLOGY_LABELS[technology]}
        aria-hidden
      >
        {TECHNOLOGY_SHORTS[technology]}
      </span>
    </>
  );
}

function Band({ band, columns }: { band: ClusterBand; columns: number }) {
  return (
    <tbody>
      <tr className="bg-ground">
        <th scope="rowgroup" colSpan={columns} className="font-normal! text-ink-2">
          <span className="sticky left-3">
            <b className="font-semibold text-ink">{band.title}</b>
            {band.adapters === null ? null : ` · ${band.adapters}`}
            {band.drift === null ? null : (
              <b className="font-semibold text-warning-ink">{` · ${band.drift}`}</b>
            )}
          </span>
        </th>
      </tr>
      {band.hosts.map((host) => (
        <HostRow key={host.id} host={host} />
      ))}
    </tbody>
  );
}

function HostRow({ host }: { host: HostLine }) {
  return (
    <tr>
      <th
        scope="row"
        className="sticky left-0 z-1 truncate bg-panel font-medium! whitespace-nowrap max-tablet:pr-1! max-tablet:pl-1.5! max-tablet:[font-stretch:84%]"
      >
        <Glyph word={host.freshness} label={host.freshness} />{" "}
        <Link
          href={`/hosts/${host.id}`}
          className="hover:underline"
          {...(host.adapters === "" ? {} : { title: host.adapters })}
        >
          {host.name}
        </Link>
      </th>
      {host.hostCells.map(({ technology, status, isMarked }) => (
        <td
          key={technology}
          className={classes("text-center!", isMarked && "bg-warning-soft", host.isSilent && "hatched")}
        >
          <Glyph word={status} label={toStatusWords(status)} />
        </td>
      ))}
      {host.vmCells.map((cell, index) => (
        <td
          key={cell.technology}
          className={classes(
            "text-center! whitespace-nowrap",
            index === 0 && "border-l border-line-strong",
            cell.inVain > 0 && "bg-warning-soft",
            host.isSilent && "hatched",
          )}
        >
          <Count cell={cell} isSilent={host.isSilent} />
        </td>
      ))}
    </tr>
  );
}

function Count({ cell, isSilent }: { cell: VmCell; isSilent: boolean }) {
  if (isSilent) return <Glyph word="unknown" label="unknown" />;
  if (cell.href === null)
    return (
      <>
        <span className="sr-only">none</span>
        <span aria-hidden className="text-ink-3">
          ·
        </span>
      </>
    );
  return (
    <Link href={cell.href} aria-label={cell.said} title={cell.said} className="hover:underline">
      {cell.inVain > 0 ? (
        <b className="font-semibold">
          <Glyph word="configured" className="max-tablet:hidden" /> {formatCount(cell.inVain)}
        </b>
      ) : (
        formatCount(cell.active)
      )}
    </Link>
  );
}
