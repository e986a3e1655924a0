import type { GlyphWord } from "@/components/ui/glyph.tsx";
import { toVmHref } from "@/components/vms/vm-listing.ts";
import type { GenerationRow, GenerationsView } from "@/lib/contract/api/generations.ts";

type Verdict = GenerationRow["verdict"];

export interface Hurdle {
  /** As the filter `check` takes it: `G5:caution`. */
  value: string;
  title: string;
  glyph: GlyphWord;
  status: "caution" | "block" | "unknown";
}

export interface WorkBand {
  key: string;
  verdict: Verdict;
  hurdles: Hurdle[];
  /** Loaded VMs. */
  rows: GenerationRow[];
  /** All VMs, if known. */
  vms: number | null;
}

/** The VMs of a configuration version, of both generations, as they are counted. */
export function versionHref(version: string): string {
  return toVmHref({ configurationVersion: [version] });
}

/** The verdicts of a generation 1 VM, easiest first. */
export const VERDICTS = ["ready", "caution", "unknown", "blocked"] as const satisfies readonly Verdict[];

export const VERDICT_WORDS: Record<Verdict, string> = {
  ready: "no blockers",
  caution: "preparation needed",
  unknown: "check in the guest",
  blocked: "reinstall or leave",
  "not-applicable": "does not apply",
};

/** No blocker was found and nothing was checked: their hosts are silent. */
export const SILENT_WORDS = "on hosts not reporting";

export const VERDICT_GLYPHS: Record<Verdict, GlyphWord> = {
  ready: "conversion-ready",
  caution: "caution",
  unknown: "unknown",
  blocked: "blocked",
  "not-applicable": "not-applicable",
};

export const GAIN_WORDS: Record<GenerationRow["gains"][number], string> = {
  "uefi-secure-boot": "Secure Boot",
  "scsi-disks": "SCSI disks",
  "pxe-boot": "PXE on the synthetic adapter",
  "scsi-boot": "boot from SCSI",
  "boot-volume-size": "boot volume over 2 TB",
  "boot-disk-resize": "boot disk resized while running",
  "software-peripherals": "no emulated devices",
  "hot-add-network": "adapters added while running",
  "enhanced-session": "enhanced session",
  shielded: "shielding",
  "storage-spaces-direct": "Storage Spaces Direct",
  vtpm: "vTPM",
  vbs: "VBS",
  "large-memory": "memory over 1 TB",
  "many-processors": "more than 64 processors",
  "many-network-adapters": "more network adapters",
};

/** The most wanted gains have columns; the rest is shown in words. */
export const GAIN_COLUMNS = [
  { gain: "uefi-secure-boot", label: "Secure Boot" },
  { gain: "vtpm", label: "vTPM" },
  { gain: "vbs", label: "VBS" },
  { gain: "hot-add-network", label: "NIC hot add" },
  { gain: "boot-volume-size", label: "Boot > 2 TB" },
  { gain: "boot-disk-resize", label: "Boot resize" },
] as const satisfies readonly { gain: GenerationRow["gains"][number]; label: string }[];

const GLYPHS = { caution: "caution", block: "block", unknown: "unknown" } as const;
/** What forbids the conversion comes first, then what needs work, then what is unknown. */
const RANKS = { block: 0, caution: 1, unknown: 2 } as const;

/** What blocks a VM, worst first; a check that passes is omitted. */
export function prepareHurdles(
  checks: GenerationRow["checks"],
  titles: ReadonlyMap<string, string>,
): Hurdle[] {
  return Object.entries(checks)
    .flatMap(([key, status]): Hurdle[] =>
      status === "pass"
        ? []
        : [{ value: `${key}:${status}`, title: titles.get(key) ?? key, glyph: GLYPHS[status], status }],
    )
    .toSorted(
      (a, b) => RANKS[a.status] - RANKS[b.status] || a.value.localeCompare(b.value, "en", { numeric: true }),
    );
}

export function checkTitles(view: Pick<GenerationsView, "checks"> | undefined): Map<string, string> {
  return new Map(view?.checks.map(({ key, title }) => [key, title]));
}

/** The number of VMs in a band of which only some are loaded: the sums of the whole fleet, by the key of the band. */
export type BandCounts = ReadonlyMap<string, number>;

/** What a silent host's VMs need is unknown: they have a band of their own. */
export function countBands({ groups, silent }: Pick<GenerationsView, "groups" | "silent">): BandCounts {
  const counts = new Map<string, number>([[bandKey("unknown", []), silent]]);
  for (const { verdict, checks, vms } of groups) {
    const key = bandKey(verdict, checks);
    counts.set(key, (counts.get(key) ?? 0) + vms);
  }
  return counts;
}

function bandKey(verdict: Verdict, checks: readonly string[]): string {
  return [verdict, ...checks.toSorted()].join(" ");
}

/**
 * VMs that need the same work are grouped, the easiest verdict first, then the most VMs, then the least work. Without
 * counts, `"whole"` means that every VM is loaded.
 */
export function prepareBands(
  rows: readonly GenerationRow[],
  titles: ReadonlyMap<string, string>,
  counts: BandCounts | "whole" | null,
): WorkBand[] {
  const bands = new Map<string, WorkBand>();
  for (const row of rows) {
    const hurdles = prepareHurdles(row.checks, titles);
    const key = bandKey(
      row.verdict,
      hurdles.map(({ value }) => value),
    );
    const band = bands.get(key);
    if (band) band.rows.push(row);
    else bands.set(key, { key, verdict: row.verdict, hurdles, rows: [row], vms: null });
  }
  for (const band of bands.values())
    band.vms = counts === "whole" ? band.rows.length : (counts?.get(band.key) ?? null);
  return [...bands.values()].toSorted(
    (a, b) =>
      rankOf(a.verdict) - rankOf(b.verdict) ||
      (b.vms ?? b.rows.length) - (a.vms ?? a.rows.length) ||
      a.hurdles.length - b.hurdles.length,
  );
}

function rankOf(verdict: Verdict): number {
  const at = VERDICTS.findIndex((each) => each === verdict);
  return at === -1 ? VERDICTS.length : at;
}
