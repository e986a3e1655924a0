import Link from "next/link";
import { classes } from "@/components/ui/classes.ts";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { ScrollFrame } from "@/components/ui/scroll-frame.tsx";
import { toStatusWords } from "@/components/vms/service-words.ts";
import {
  layOutNarrowWiring,
  layOutPairedWiring,
  layOutWiring,
  type Plate,
  type WiringDrawing,
} from "./lay-out-wiring.ts";
import type { WiringPlan } from "./prepare-wiring.ts";
import type { WireColumn, WireNode, WireTone } from "./wire-node.ts";
import { WiringSquares } from "./wiring-squares.tsx";
import { WiringTable } from "./wiring-table.tsx";

const HEADS: Readonly<Record<WireColumn, string>> = {
  adapter: "Physical adapters",
  team: "Teams",
  switch: "Virtual switches",
  user: "Used by",
};

/** Grey below green below amber: technologies without effect stay visible where wires run together. */
const TONES = ["unknown", "down", "plain", "ok", "warning"] as const satisfies readonly WireTone[];

/** The host's adapters and switches as they are connected, each with its readiness, and the same as a table. */
export function WiringPanel({ plan, isSilent }: { plan: WiringPlan; isSilent: boolean }) {
  const { bands, unread } = plan;
  return (
    <Panel
      id="wiring"
      title="Network wiring"
      note={isSilent ? "last known values" : "amber dashes: configured, not in effect"}
      className={classes(isSilent && "hatched")}
    >
      {unread.length === 0 ? null : (
        <p className="flex items-baseline gap-2 border-b border-line px-3 py-2">
          <Glyph word="unknown" />
          <span>
            Not read, so not shown: {unread.join(", ")}. For the reason, see{" "}
            <a href="#sections" className="link">
              Data collection
            </a>
            .
          </span>
        </p>
      )}
      {bands.length === 0 ? (
        <p className="px-3 py-3 text-ink-2">
          {unread.length === 0
            ? "This host lists no adapters and no virtual switches."
            : "None of the data that was read can be drawn."}
        </p>
      ) : (
        <>
          <Drawing plan={plan} />
          <details className="border-t border-line">
            <summary className="focus-inside cursor-pointer px-3 py-2 hover:bg-hover">As a table</summary>
            <WiringTable bands={bands} />
          </details>
        </>
      )}
    </Panel>
  );
}

function Drawing({ plan }: { plan: WiringPlan }) {
  return (
    <>
      <ScrollFrame label="Wiring diagram" className="max-desk:hidden">
        <div className="max-h-[720px] px-4 py-3">
          <Drawn drawing={layOutWiring(plan)} />
        </div>
      </ScrollFrame>
      <ScrollFrame label="Wiring diagram" className="max-tablet:hidden desk:hidden">
        <div className="p-3">
          <Drawn drawing={layOutPairedWiring(plan)} />
        </div>
      </ScrollFrame>
      <div className="overflow-x-auto p-3 tablet:hidden">
        <Drawn drawing={layOutNarrowWiring(plan)} />
      </div>
    </>
  );
}

function Drawn({ drawing: { width, height, heads, plates, wires } }: { drawing: WiringDrawing }) {
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className="wiring"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no SVG tag has this role, and an image would hide its links
      role="group"
      aria-label="From the physical adapters to their users"
    >
      <g aria-hidden>
        {heads.map(({ key, column, x, y }) => (
          <text key={key} x={x} y={y} className="wiring-head">
            {HEADS[column]}
          </text>
        ))}
        {TONES.flatMap((tone) =>
          wires
            .filter((wire) => wire.tone === tone)
            .map(({ key, path }) => <path key={key} d={path} className={`wire wire-${tone}`} />),
        )}
      </g>
      {plates.map((plate) => (
        <foreignObject key={plate.node.key} x={plate.x} y={plate.y} width={plate.width} height={plate.height}>
          <PlateOf plate={plate} />
        </foreignObject>
      ))}
    </svg>
  );
}

function PlateOf({ plate: { node, height, isCompact } }: { plate: Plate }) {
  const { href, tone, reason } = node;
  const look = {
    className: classes("plate", `plate-${tone}`, reason !== null && "plate-cause"),
    style: { height },
    title: node.name,
  };
  const face = isCompact ? <CompactFace node={node} /> : <Face node={node} />;
  if (href === null) return <div {...look}>{face}</div>;
  return href.startsWith("#") ? (
    <a href={href} {...look}>
      {face}
    </a>
  ) : (
    <Link href={href} {...look}>
      {face}
    </Link>
  );
}

function Face({ node }: { node: WireNode }) {
  const { name, aside, detail, marks, reason, ports, kind } = node;
  return (
    <>
      <span className="flex items-baseline gap-2">
        <b className="min-w-0 truncate text-[13px] font-semibold text-ink" dir="auto">
          {name}
        </b>
        <span className="sr-only">, {kind},</span>
        <span className="ml-auto flex-none font-medium">{aside}</span>
      </span>
      {detail === "" ? null : <span className="truncate">{detail}</span>}
      {marks.length === 0 ? null : (
        <span className="flex flex-wrap gap-x-2.5">
          {marks.map(({ label, status }) => (
            <span key={label} className="inline-flex items-center gap-[3px] whitespace-nowrap">
              <Glyph word={status} size={12} label={toStatusWords(status)} />
              {label}
            </span>
          ))}
        </span>
      )}
      {reason === null ? null : (
        <span className="truncate text-warning-ink" title={reason}>
          <Glyph word="fail" size={12} label="Broken:" className="mr-1" />
          {reason}
        </span>
      )}
      {ports === null ? null : <WiringSquares ports={ports} />}
    </>
  );
}

/** Many of them are a line each. */
function CompactFace({ node: { name, aside, marks, kind } }: { node: WireNode }) {
  return (
    <span className="flex h-full items-center gap-1.5">
      <b className="min-w-0 truncate font-semibold text-ink" dir="auto">
        {name}
      </b>
      <span className="sr-only">, {kind},</span>
      <span className="ml-auto flex flex-none items-center gap-1">
        {marks.map(({ label, status }) => (
          <span key={label} title={`${label}: ${toStatusWords(status)}`}>
            <Glyph word={status} size={12} label={`${label} ${toStatusWords(status)}`} />
          </span>
        ))}
        <span className="w-[70px] text-right">{aside}</span>
      </span>
    </span>
  );
}
