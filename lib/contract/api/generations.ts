import { z } from "zod";
import { reference } from "./findings.ts";
import { pageOf } from "./page.ts";
import { capabilityKey, conversionVerdict, freshness, id, vmHealth } from "./words.ts";

const checkStatus = z.enum(["pass", "caution", "block", "unknown"]);

/** Generation 1 VMs that need the same work for conversion. */
export const conversionGroup = z.object({
  verdict: conversionVerdict,
  /** The checks that prevent conversion, such as `G5:caution`: values of the VM filter `check`. */
  checks: z.array(z.string()),
  vms: z.int(),
  hosts: z.int(),
});

export const generationsView = z.object({
  generation: z.object({ "1": z.int(), "2": z.int(), unknown: z.int() }),
  /** Generation 1 VMs on silent hosts: their current state is unknown. */
  silent: z.int(),
  /** Generation 1 VMs on reporting hosts. */
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
  /** Number of generation 1 VMs that would gain a capability that only generation 2 supports. */
  gains: z.array(z.object({ capability: capabilityKey, vms: z.int() })),
  /** Groups by required work, those with most VMs first. */
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
  /** By check key; passed checks are omitted. */
  checks: z.record(z.string(), checkStatus),
});
export type GenerationRow = z.output<typeof generationRow>;
export const generationPage = pageOf(generationRow);
