import type { GlyphWord } from "@/components/ui/glyph.tsx";
import type { ConversionView, VmView } from "@/lib/contract/api/vms.ts";

type Check = ConversionView["checks"][number];

export const VERDICT_GLYPHS = {
  ready: "conversion-ready",
  caution: "caution",
  blocked: "block",
  unknown: "unknown",
  "not-applicable": "not-applicable",
} as const satisfies Record<ConversionView["verdict"], GlyphWord>;

const RANK = { block: 0, caution: 1, unknown: 2, pass: 3 } as const satisfies Record<Check["status"], number>;

/** The checks of a generation 1 VM, blockers first; null if there is nothing to convert. */
export function prepareConversion(vm: Pick<VmView, "generation" | "conversion">): ConversionView | null {
  if (vm.generation !== 1 || vm.conversion === null) return null;
  return {
    ...vm.conversion,
    checks: vm.conversion.checks.toSorted((a, b) => RANK[a.status] - RANK[b.status]),
  };
}
