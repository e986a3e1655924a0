import { countTakenOut, readHostDetail } from "@/lib/data/read/directory.ts";
import { readHostFindings } from "@/lib/data/read/findings.ts";
import { readHostVms } from "@/lib/data/read/vms.ts";
import type { HostRow, HostView } from "@/lib/contract/api/hosts.ts";
import { LEAST_AGENT_VERSION } from "@/lib/domain/host/agent-version.ts";
import { AppError } from "./app-error.ts";
import { UUID } from "./cursor.ts";
import { describeHost, type HostDescription, ladderAsPast, wiringAsPast } from "./describe-host.ts";
import { toFindingView } from "./finding-view.ts";
import { fleetDirectory, type FleetHost } from "./fleet-directory.ts";
import { hostFindingsByHost, toHostRow, toStoredHostFacts, type StoredHostFacts } from "./host-rows.ts";

const RESOLVED_SHOWN_MS = 30 * 24 * 60 * 60 * 1000;

/** One host with all details. @throws AppError `not-found` */
export async function getHost(id: string, now: Date): Promise<HostView> {
  const directory = await fleetDirectory(now);
  const host = UUID.test(id) ? directory.byId.get(id.toLowerCase()) : undefined;
  const detail = host ? await readHostDetail(host.id) : null;
  if (!host || !detail)
    throw new AppError("not-found", "There is no host with this id, or it has never reported.");
  const findings = await readHostFindings(host.id, new Date(now.getTime() - RESOLVED_SHOWN_MS).toISOString());
  const row = toHostRow(host, detail, {
    findings: await hostFindingsByHost(directory, [host.id]),
    apart: new Map(),
  });
  const { findings: _counts, acceleration: _acceleration, grounds: _grounds, apart: _apart, ...shown } = row;
  const facts = toStoredHostFacts(detail.facts);
  const { clockAheadSeconds = null, ...agent } = detail.agent;
  return {
    ...shown,
    agent,
    host: facts ? { ...facts.host } : {},
    physicalAdapters: facts?.physicalAdapters?.map((adapter) => ({ ...adapter })) ?? null,
    switches: facts?.switches?.map((virtualSwitch) => ({ ...virtualSwitch })) ?? null,
    hostAdapters: facts?.hostAdapters?.map((adapter) => ({ ...adapter })) ?? null,
    teams: facts?.teams?.map((team) => ({ ...team })) ?? null,
    smb: facts?.smb ? { ...facts.smb } : null,
    ...(await described(host, facts, row)),
    findings: findings.map((finding) => toFindingView(finding, directory)),
    firstSeenAt: host.createdAt,
    leastAgentVersion: LEAST_AGENT_VERSION,
    clockAheadSeconds,
    identityConflict:
      detail.identityConflictAt === null
        ? null
        : { at: detail.identityConflictAt, detail: detail.identityConflictDetail ?? "" },
    retiredVms: host.retiredAt === null ? 0 : await countTakenOut(host.id, host.retiredAt),
  };
}

async function described(
  host: FleetHost,
  facts: StoredHostFacts | null,
  { sections }: Pick<HostRow, "sections">,
): Promise<HostDescription> {
  if (!facts) return { acceleration: [], wiring: { adapters: null, switches: null } };
  const vms = await readHostVms(host.id, host.retiredAt);
  const areVmsUnread = sections.some(({ name, status }) => name === "vms" && status === "failed");
  const described = describeHost(facts, vms.length === 0 && areVmsUnread ? null : vms);
  if (host.freshness === "fresh" || host.freshness === "late") return described;
  return {
    acceleration: described.acceleration.map(ladderAsPast),
    wiring: wiringAsPast(described.wiring),
  };
}
