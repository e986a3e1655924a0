import { z } from "zod";
import { reference } from "./findings.ts";
import { pageOf } from "./page.ts";
import { capabilityKey, conversionVerdict, freshness, id, vmHealth } from "./words.ts";

const checkStatus = z.enum(["pass", "caution", "block", "unknown"]);

/** VMs of generation 1 that need the same work done. */
export const conversionGroup = z.object({
  verdict: conversionVerdict,
  /** The checks that stand in the way, as `G5:caution`: the filter `check` of the VMs. */
  checks: z.array(z.string()),
  vms: z.int(),
  hosts: z.int(),
});

export const generationsView = z.object({
  generation: z.object({ "1": z.int(), "2": z.int(), unknown: z.int() }),
  /** Generation 1 on hosts that do not report: nobody knows of them now. */
  silent: z.int(),
  /** Of generation 1, on reporting hosts. */
  verdicts: z.record(conversionVerdict, z.int()),
  checks: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      caution: z.int(),
      block: z.int(),
      unknown: z.int(),
    }),
  ),
  /** How many VMs of generation 1 would gain what generation 2 alone can have. */
  gains: z.array(z.object({ capability: capabilityKey, vms: z.int() })),
  /** By the work that they need, the most VMs first. */
  groups: z.array(conversionGroup),
  configurationVersions: z.array(z.object({ version: z.string(), vms: z.int() })),
});
export type GenerationsView = z.output<typeof generationsView>;

export const generationRow = z.object({
  id,
  name: z.string(),
  host: reference,
  cluster: z.string().nullable(),
  freshness,
  health: vmHealth,
  state: z.string(),
  guestOs: z.string().nullable(),
  configurationVersion: z.string().nullable(),
  verdict: conversionVerdict,
  gains: z.array(capabilityKey),
  /** By the check's key; one that passes is left out. */
  checks: z.record(z.string(), checkStatus),
});
export type GenerationRow = z.output<typeof generationRow>;
export const generationPage = pageOf(generationRow);
