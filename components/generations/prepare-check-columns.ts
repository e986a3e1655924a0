import { isSilentHost } from "@/components/network/prepare-network.ts";
import type { GlyphWord } from "@/components/ui/glyph.tsx";
import type { GenerationRow, GenerationsView } from "@/lib/contract/api/generations.ts";
import type { Hurdle } from "./prepare-generations.ts";

type CheckStatus = GenerationRow["checks"][string];

/** The checks that concern a VM, in a word or two each; benefits are shown as gains. */
const LABELS: Readonly<Record<string, string>> = {
  G1: "64-bit guest",
  G2: "OS supported",
  G3: "GPT possible",
  G4: "EFI loader",
  G5: "Boot VHDX",
  G6: "No pass-through",
  G7: "No check-points",
  G8: "No legacy NIC",
  G9: "No floppy",
  G10: "No COM port",
  G11: "Encrypt. off",
  G12: "Disks fit SCSI",
  G13: "No Remote FX",
  G14: "No replica",
  G15: "Host capable",
};

export const CHECK_KEYS: readonly string[] = Object.keys(LABELS);

export interface CheckColumn {
  key: string;
  label: string;
  /** The check in words. */
  title: string;
  /** VMs on reporting hosts that do not pass it, or for which it is unknown. */
  open: number;
}

export function prepareCheckColumns(view: Pick<GenerationsView, "checks"> | undefined): CheckColumn[] {
  const checks = new Map(view?.checks.map((check) => [check.key, check]));
  return Object.entries(LABELS).map(([key, label]) => {
    const check = checks.get(key);
    return {
      key,
      label,
      title: check?.title ?? label,
      open: check ? check.block + check.caution + check.unknown : 0,
    };
  });
}

export interface CheckCell {
  key: string;
  status: CheckStatus;
  glyph: GlyphWord;
}

/** A check that a VM passes is omitted from its row; for a silent host's VMs none is known. */
export function prepareCheckCells(row: Pick<GenerationRow, "checks" | "freshness">): CheckCell[] {
  return CHECK_KEYS.map((key) => {
    const status = isSilentHost(row) ? "unknown" : (row.checks[key] ?? "pass");
    return { key, status, glyph: status === "pass" ? "healthy" : status };
  });
}

/** The first step for a check that blocks: by the check and its result. */
const STEPS: Readonly<Record<string, string>> = {
  "G1:block": "install a 64-bit system in a new VM",
  "G1:unknown": "check whether it is 64-bit",
  "G2:block": "upgrade its system, or leave it",
  "G2:unknown": "check whether its system can",
  "G3:caution": "convert its disk offline",
  "G3:unknown": "check its partitions",
  "G4:unknown": "create an EFI boot loader in it",
  "G5:caution": "convert its boot disk to VHDX",
  "G5:unknown": "check what it boots from",
  "G6:block": "copy its physical disk into a VHDX",
  "G6:unknown": "check what it boots from",
  "G7:caution": "merge its checkpoints",
  "G7:unknown": "check whether it has checkpoints",
  "G8:caution": "replace its legacy adapter",
  "G8:unknown": "check which adapters it has",
  "G9:caution": "eject its floppy or physical DVD",
  "G9:unknown": "check its DVD drives",
  "G10:caution": "note its COM port for the new VM",
  "G10:unknown": "check whether it uses a COM port",
  "G11:caution": "suspend its encryption",
  "G11:unknown": "check whether it uses encryption",
  "G12:block": "give it fewer disks",
  "G12:unknown": "check which disks it has",
  "G13:block": "remove its RemoteFX adapter",
  "G13:unknown": "check whether it has RemoteFX",
  "G14:caution": "end its replication",
  "G14:unknown": "check whether it is replicated",
  "G15:block": "move it to a newer host",
  "G15:unknown": "check which Windows its host runs",
};

/** The worst blocker decides; a check without a text here is shown by its title. */
export function firstStep(row: Pick<GenerationRow, "freshness">, hurdles: readonly Hurdle[]): string {
  if (isSilentHost(row)) return "wait for its host to report";
  const [worst] = hurdles;
  if (!worst) return "no blockers";
  return STEPS[worst.value] ?? worst.title;
}
