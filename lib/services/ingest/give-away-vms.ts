import type pg from "pg";
import { readHostFacts, type HostState } from "@/lib/data/ingest/host-state.ts";
import { readKnownVms, type CurrentVm } from "@/lib/data/ingest/vm-state.ts";
import { writeChanges, writeFindings } from "@/lib/data/ingest/write-life.ts";
import { endObservations, markSettled, writeCurrentVms, writeServices } from "@/lib/data/ingest/write-vms.ts";
import type { IsoTime } from "@/lib/domain/facts.ts";
import { firstHostRows } from "@/lib/domain/host/first-rows.ts";
import { networkScene } from "@/lib/domain/network/path.ts";
import { toStoredHostFacts } from "../host-rows.ts";
import { storedReport } from "../rejudge/stored-report.ts";
import { bySubject } from "./apply-vms.ts";
import { commonVersion } from "./ground.ts";
import { endedObservations, moveRows, unsettledElsewhere } from "./moved-rows.ts";
import { placeVms } from "./place-vms.ts";
import { noWrites, type Scene } from "./scene.ts";
import { stayElsewhere } from "./vm-cases.ts";
import { recount } from "./write-rollups.ts";

/**
 * Places the VMs of a host that no longer reports because it is retired: a VM that another host also lists moves to that
 * host, as the other host's next report would do.
 * @returns the rows of VMs that are on no other host, and the host names for their placements
 */
export async function giveAwayVms(
  client: pg.ClientBase,
  host: HostState & { report: NonNullable<HostState["report"]> },
  at: IsoTime,
): Promise<{ staying: CurrentVm[]; names: Pick<Scene, "host" | "hostNames"> }> {
  const facts = toStoredHostFacts(await readHostFacts(client, host.hostId));
  if (!facts) throw new Error("No stored facts about the host were found.");
  const report = { ...storedReport(host.report, facts, []), observedAt: at, receivedAt: at };
  const known = await readKnownVms(client, host.hostId);
  const { placed, hostNames, open } = await placeVms(client, host, report, [], known, false);
  const scene: Scene = {
    client,
    host,
    report,
    hostFacts: facts.host,
    network: networkScene(firstHostRows({ ...report.snapshot, vms: [] })),
    newestCommonVersion: await commonVersion(client, host, facts.host, at),
    findingsBySubject: bySubject(open),
    factsBefore: new Map(),
    hostNames,
    hostFindings: new Map(),
    writes: noWrites(),
  };
  const staying: CurrentVm[] = [];
  for (const vm of placed) {
    if (vm.place.currentHostId !== host.hostId) await stayElsewhere(scene, vm);
    else if (vm.before?.hostId === host.hostId && vm.before.goneAt === null) staying.push(vm.before);
  }
  const { writes } = scene;
  await moveRows(client, host.hostId, writes.moves);
  await writeCurrentVms(client, writes.current);
  await writeServices(client, writes.services);
  await writeFindings(client, writes.findings);
  await writeChanges(client, writes.changes);
  for (const [other, ids] of unsettledElsewhere(host.hostId, writes.current)) {
    await markSettled(client, other, ids, false);
    await recount(client, other, at);
  }
  await endObservations(client, endedObservations(placed));
  return { staying, names: { host, hostNames } };
}
