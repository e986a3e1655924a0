import {
  boundedEntries,
  type ChangeEntry,
  factChange,
  type FactValue,
  valueChange,
} from "../change-entry.ts";
import type { AgentFacts, HostFacts, SectionFacts } from "../facts.ts";
import type { Freshness } from "../words.ts";
import { SENDING_SECTION } from "./section-states.ts";

/** Windows calculates its boot time from the uptime, so it shifts a little whenever the clock is set. */
const SAME_BOOT_MS = 5 * 60 * 1000;

/** What is known of a host as of one report. */
export interface HostMoment {
  freshness: Freshness;
  host: HostFacts;
  agent: Pick<AgentFacts, "version" | "kind" | "intervalSeconds">;
  /** As shown: the result of `sectionStates`. */
  sections: readonly Pick<SectionFacts, "name" | "status">[];
}

const FIELDS: readonly (readonly [field: string, read: (moment: HostMoment) => FactValue])[] = [
  ["name", ({ host }) => host.name],
  ["fqdn", ({ host }) => host.fqdn],
  ["osCaption", ({ host }) => host.os?.caption ?? null],
  ["osBuild", ({ host }) => buildOf(host)],
  ["agentVersion", ({ agent }) => agent.version],
  ["agentKind", ({ agent }) => agent.kind],
  ["intervalSeconds", ({ agent }) => agent.intervalSeconds],
  ["rights.hyperv", ({ host }) => host.rights?.hyperv ?? null],
  ["rights.administrator", ({ host }) => host.rights?.administrator ?? null],
  ["model", ({ host }) => host.model],
  ["logicalProcessors", ({ host }) => host.hardware?.logicalProcessors ?? null],
  ["memoryBytes", ({ host }) => host.hardware?.memoryBytes ?? null],
  ["enableEnhancedSessionMode", ({ host }) => host.hyperv?.enableEnhancedSessionMode ?? null],
  ["virtualMachineMigrationEnabled", ({ host }) => host.hyperv?.virtualMachineMigrationEnabled ?? null],
  [
    "virtualMachineMigrationPerformanceOption",
    ({ host }) => host.hyperv?.virtualMachineMigrationPerformanceOption ?? null,
  ],
];

/** How a host differs between two reports (`null`: it is new), without its adapters and switches. */
export function hostChanges(before: HostMoment | null, after: HostMoment): ChangeEntry[] {
  if (before === null) return [{ kind: "host", field: "name", from: null, to: after.host.name }];
  return boundedEntries(
    [
      valueChange("host", "freshness", before.freshness, after.freshness),
      bootChange(before.host, after.host),
      // A host without a cluster reports null.
      valueChange("host", "cluster", before.host.cluster?.name ?? null, after.host.cluster?.name ?? null),
      ...FIELDS.map(([field, read]) => factChange("host", field, read(before), read(after))),
      ...sectionChanges(before.sections, after.sections),
    ].filter((entry) => entry !== null),
  );
}

function sectionChanges(
  before: HostMoment["sections"],
  after: HostMoment["sections"],
): (ChangeEntry | null)[] {
  const then = new Map(before.map(({ name, status }) => [name, status]));
  const now = new Map(after.map(({ name, status }) => [name, status]));
  const names = new Set([...then.keys(), ...now.keys()]);
  names.delete(SENDING_SECTION);
  return [...names].map((name) =>
    valueChange("host", `sections.${name}`, then.get(name) ?? "skipped", now.get(name) ?? "skipped"),
  );
}

function buildOf({ os }: HostFacts): string | null {
  if (os === null || os.build === null) return null;
  return os.ubr === null ? String(os.build) : `${os.build}.${os.ubr}`;
}

function bootChange(before: HostFacts, after: HostFacts): ChangeEntry | null {
  const [then, now] = [before.os?.bootedAt ?? null, after.os?.bootedAt ?? null];
  if (then === null || now === null || Math.abs(Date.parse(now) - Date.parse(then)) <= SAME_BOOT_MS)
    return null;
  return valueChange("host", "bootedAt", then, now);
}
