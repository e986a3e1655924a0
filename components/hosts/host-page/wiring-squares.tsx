import { Bar } from "@/components/ui/bar.tsx";
import { MOST_SQUARES } from "./lay-out-wiring.ts";
import type { WireNode } from "./wire-node.ts";

/** A square for each VM adapter, those configured without effect first; very many are a bar. */
export function WiringSquares({ ports: { all, inVain, active } }: { ports: NonNullable<WireNode["ports"]> }) {
  const carrying = Math.min(active, all - inVain);
  if (all > MOST_SQUARES)
    return (
      <Bar
        height={9}
        className="mt-1"
        parts={[
          { word: "configured", count: inVain },
          { word: "active", count: carrying },
          { word: "rest", count: all - inVain - carrying },
        ]}
      />
    );
  return (
    <span className="mt-1 flex flex-wrap gap-[2px]" aria-hidden>
      {Array.from({ length: all }, (_, index) => (
        <i key={index} className={`size-[11px] ${toneAt(index, inVain, carrying)}`} />
      ))}
    </span>
  );
}

function toneAt(index: number, inVain: number, carrying: number): string {
  if (index < inVain) return "bar-configured";
  return index < inVain + carrying ? "bar-active" : "bar-rest";
}
