import { defaultPolicy } from "../default-policy.ts";
import type { GuestFacts, HostFacts, IntegrationServiceFacts, IsoTime, VmFacts } from "../facts.ts";
import { judgeVm } from "../judge-vm.ts";
import type {
  Outcome,
  Policy,
  ServiceVerdict,
  ServiceWish,
  VmJudgement,
  VmJudgementInput,
  VmMemory,
} from "../judgement.ts";
import { sampleGuest, sampleHost, sampleVm } from "../sample-facts.ts";
import { COMPONENT_GUIDS, COMPONENT_KEYS } from "../services/service-catalogue.ts";
import { SERVICE_KEYS, type ComponentKey, type RuleId, type ServiceKey } from "../words.ts";

/** The input of the tables of cases: one running, healthy VM on one host; each row states only what differs. */
export const NOW: IsoTime = "2026-11-24T12:00:00.000Z";
export const VM_ID = sampleVm().id;

export function ago({ days = 0, hours = 0, minutes = 0, seconds = 0 }): IsoTime {
  const elapsedSeconds = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
  return new Date(Date.parse(NOW) - elapsedSeconds * 1000).toISOString();
}

type RowChange = Partial<IntegrationServiceFacts> | null;

/** The six rows as a healthy host lists them, guest services off; `null` leaves a row out. */
export function serviceRows(
  changed: Partial<Record<ComponentKey, RowChange>> = {},
): IntegrationServiceFacts[] {
  return COMPONENT_KEYS.flatMap((key) => {
    const change = changed[key];
    if (change === null) return [];
    return {
      id: `Microsoft:${VM_ID}\\${COMPONENT_GUIDS[key].toLowerCase()}`,
      name: key,
      enabled: key !== "guest-services",
      primaryStatus: 2,
      primaryStatusText: "OK",
      secondaryStatus: null,
      secondaryStatusText: null,
      ...change,
    };
  });
}

/** Every row changed in the same way. */
export function allRows(change: Partial<IntegrationServiceFacts>): IntegrationServiceFacts[] {
  return serviceRows(Object.fromEntries(COMPONENT_KEYS.map((key) => [key, change])));
}

export function vmFacts(changed: Partial<VmFacts> = {}): VmFacts {
  return sampleVm({ integrationServices: serviceRows(), ...changed });
}

export function hostFacts({
  build = 20348,
  ...changed
}: Partial<HostFacts> & { build?: number | null } = {}) {
  const os = sampleHost().os;
  return sampleHost({ os: os && { ...os, build }, ...changed });
}

export function windows(build: number, osName = "Windows Server 2022 Datacenter"): GuestFacts {
  return sampleGuest({ osName, osBuildNumber: String(build) });
}

export function linux(osName: string, version: string | null = null): GuestFacts {
  return sampleGuest({
    osName,
    osMajorVersion: version,
    osMinorVersion: null,
    osVersion: "5.15.0",
    osBuildNumber: "5.15.0-91-generic",
    processorArchitecture: "x86_64",
    items: {},
  });
}

export function remembering(changed: Partial<VmMemory> = {}): VmMemory {
  return { guest: null, operationalStatusSince: {}, stateSince: null, ...changed };
}

/** A guest that was reported until an hour ago. */
export function lastKnown(facts: GuestFacts): VmMemory {
  return remembering({ guest: { facts, at: ago({ hours: 1 }) }, isGuestTold: false });
}

export function policyWith(wishes: Partial<Record<ServiceKey, ServiceWish>>): Policy {
  const services = { ...defaultPolicy.services };
  for (const key of SERVICE_KEYS) services[key] = { wish: wishes[key] ?? null };
  return { ...defaultPolicy, services };
}

export function judge(changed: Partial<VmFacts> = {}, input: Partial<VmJudgementInput> = {}): VmJudgement {
  return judgeVm({
    vm: vmFacts(changed),
    host: hostFacts(),
    memory: remembering(),
    placement: { conflict: null, hosts: [] },
    newestCommonVmVersion: "10.0",
    policy: defaultPolicy,
    observedAt: NOW,
    ...input,
  });
}

export function verdict(judgement: VmJudgement, key: ServiceKey): ServiceVerdict {
  const found = judgement.services.find((service) => service.key === key);
  if (!found) throw new Error(`no verdict on ${key}`);
  return found;
}

export function outcome(judgement: VmJudgement, rule: RuleId): Outcome {
  const found = judgement.outcomes.find((each) => each.rule === rule);
  if (!found) throw new Error(`no outcome of ${rule}`);
  return found.outcome;
}

/** An outcome as one word: the severity of a finding, else its status. */
export function answer(judgement: VmJudgement, rule: RuleId): string {
  const found = outcome(judgement, rule);
  return found.status === "finding" ? found.severity : found.status;
}

/** All findings of a judgement, "is.vss info", in the order of the rules. */
export function findings({ outcomes }: VmJudgement): string[] {
  return outcomes.flatMap(({ rule, outcome }) =>
    outcome.status === "finding" ? `${rule} ${outcome.severity}` : [],
  );
}

/** The seven statuses, for rows that are about all of them. */
export function statuses({ services }: VmJudgement): string[] {
  return services.map(({ status }) => status);
}

/** The evidence that decided a verdict, as `name=value`. */
export function decider({ evidence }: Pick<ServiceVerdict, "evidence">): string | undefined {
  const deciding = evidence.find(({ decides }) => decides);
  return deciding && `${deciding.name}=${deciding.value}`;
}
