import { readHostDetails } from "@/lib/data/read/directory.ts";
import { readHostFindings } from "@/lib/data/read/findings.ts";
import { readHostVms } from "@/lib/data/read/vms.ts";
import type { HostView } from "@/lib/contract/api/hosts.ts";
import { AppError } from "./app-error.ts";
import { UUID } from "./cursor.ts";
import { ladderAsPast, describeHost } from "./describe-host.ts";
import { toFindingView } from "./finding-view.ts";
import { fleetDirectory, type FleetHost } from "./fleet-directory.ts";
import { hostFindingsByHost, toHostRow, toStoredHostFacts, type StoredHostFacts } from "./host-rows.ts";

const RESOLVED_SHOWN_MS = 30 * 24 * 60 * 60 * 1000;

/** One host, whole. @throws AppError `not-found` */
export async function getHost(id: string, now: Date): Promise<HostView> {
  const directory = await fleetDirectory(now);
  const host = UUID.test(id) ? directory.byId.get(id.toLowerCase()) : undefined;
  const [detail] = host ? await readHostDetails([host.id]) : [];
  if (!host || !detail)
    throw new AppError("not-found", "There is no host with this id, or it has never reported.");
  const findings = await readHostFindings(host.id, new Date(now.getTime() - RESOLVED_SHOWN_MS).toISOString());
  const row = toHostRow(host, detail, await hostFindingsByHost(directory));
  const { findings: _counts, acceleration: _acceleration, ...shown } = row;
  const facts = toStoredHostFacts(detail.facts);
  return {
    ...shown,
    agent: { ...detail.agent },
    host: facts ? { ...facts.host } : {},
    physicalAdapters: facts?.physicalAdapters?.map((adapter) => ({ ...adapter })) ?? null,
    switches: facts?.switches?.map((virtualSwitch) => ({ ...virtualSwitch })) ?? null,
    hostAdapters: facts?.hostAdapters?.map((adapter) => ({ ...adapter })) ?? null,
    teams: facts?.teams?.map((team) => ({ ...team })) ?? null,
    smb: facts?.smb ? { ...facts.smb } : null,
    acceleration: await described(host, facts),
    findings: findings.map((finding) => toFindingView(finding, directory)),
    firstSeenAt: host.createdAt,
    identityConflict:
      detail.identityConflictAt === null
        ? null
        : { at: detail.identityConflictAt, detail: detail.identityConflictDetail ?? "" },
  };
}

async function described(host: FleetHost, facts: StoredHostFacts | null): Promise<HostView["acceleration"]> {
  if (!facts) return [];
  const ladders = describeHost(facts, await readHostVms(host.id));
  return host.freshness === "fresh" || host.freshness === "late" ? ladders : ladders.map(ladderAsPast);
}
