import type { GenerationsView } from "@/lib/contract/api/generations.ts";
import { CONVERSION_CHECK_TITLES } from "@/lib/domain/generation/conversion.ts";
import { CAPABILITY_KEYS, CONVERSION_VERDICTS, type ConversionVerdict } from "@/lib/domain/words.ts";
import { fleetDirectory } from "./fleet-directory.ts";

const MAX_GROUPS = 100;

/** Generation 1 VMs, what they would gain and what prevents conversion, summed over the hosts' own counts. */
export async function getGenerations(now: Date): Promise<GenerationsView> {
  const { hosts, silentHostIds } = await fleetDirectory(now);
  const silent = new Set(silentHostIds);
  const view: GenerationsView = {
    generation: { "1": 0, "2": 0, unknown: 0 },
    silent: 0,
    verdicts: { ready: 0, caution: 0, blocked: 0, unknown: 0, "not-applicable": 0 },
    checks: [],
    gains: [],
    groups: [],
    configurationVersions: [],
  };
  const groups = new Map<string, { vms: number; hosts: number }>();
  const versions = new Map<string, number>();
  const gains = new Map<string, number>();
  for (const { id, counts } of hosts) {
    for (const key of ["1", "2", "unknown"] as const) view.generation[key] += counts.generation[key] ?? 0;
    for (const [version, vms] of Object.entries(counts.versions))
      versions.set(version, (versions.get(version) ?? 0) + vms);
    if (silent.has(id)) {
      view.silent += counts.generation["1"] ?? 0;
      continue;
    }
    for (const verdict of CONVERSION_VERDICTS) view.verdicts[verdict] += counts.conversion[verdict] ?? 0;
    for (const [key, vms] of Object.entries(counts.gains)) gains.set(key, (gains.get(key) ?? 0) + vms);
    for (const [key, vms] of Object.entries(counts.conversionGroups)) {
      const group = groups.get(key) ?? { vms: 0, hosts: 0 };
      groups.set(key, { vms: group.vms + vms, hosts: group.hosts + 1 });
    }
  }
  view.gains = CAPABILITY_KEYS.flatMap((capability) => {
    const vms = gains.get(capability) ?? 0;
    return vms === 0 ? [] : [{ capability, vms }];
  });
  view.groups = [...groups]
    .map(([key, counts]) => {
      const [first, ...checks] = key.split(" ");
      return { verdict: toVerdict(first), checks, ...counts };
    })
    .toSorted((left, right) => right.vms - left.vms || left.checks.length - right.checks.length)
    .slice(0, MAX_GROUPS);
  view.checks = checksOf(groups);
  view.configurationVersions = [...versions]
    .map(([version, vms]) => ({ version, vms }))
    .toSorted((left, right) => right.version.localeCompare(left.version, "en", { numeric: true }));
  return view;
}

function toVerdict(word: string | undefined): ConversionVerdict {
  return CONVERSION_VERDICTS.find((known) => known === word) ?? "unknown";
}

function checksOf(groups: ReadonlyMap<string, { vms: number }>): GenerationsView["checks"] {
  return Object.entries(CONVERSION_CHECK_TITLES).map(([key, title]) => {
    const check = { key, title, caution: 0, block: 0, unknown: 0 };
    for (const [group, { vms }] of groups) {
      for (const status of ["caution", "block", "unknown"] as const)
        if (group.split(" ").includes(`${key}:${status}`)) check[status] += vms;
    }
    return check;
  });
}
