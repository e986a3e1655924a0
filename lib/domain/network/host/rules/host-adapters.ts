import { vmmqKeyword, vmqEnabled } from "../../adapter-rungs.ts";
import { queuesLeft } from "../../switch-rungs.ts";
import type { ClimbedLadder } from "../climb.ts";
import type { HostScene } from "../host-scene.ts";
import { adapterCauses, answerOfLadders } from "./adapter-causes.ts";
import { type HostOutcome, hostOutcome } from "./cause.ts";
import { brokenForVms, causeOf } from "./vm-causes.ts";

/** `host.rss`: RSS, which distributes the host's own traffic over its processors, is disabled. */
export function hostRss(host: HostScene, climbed: readonly ClimbedLadder[]): HostOutcome {
  const causes = adapterCauses(climbed, "rss", {
    severity: "info",
    summaries: {
      "host-rss-enabled": "RSS is disabled for the whole host, including",
      "adapter-rss-enabled": "RSS is disabled on",
    },
  });
  const isRead = host.network.physicalAdapters !== null;
  return hostOutcome("host.rss", causes, answerOfLadders(climbed, "rss", isRead));
}

/** `host.vmq`: VMQ is disabled on an adapter, or all queues are in use. */
export function hostVmq(host: HostScene, climbed: readonly ClimbedLadder[]): HostOutcome {
  const summaries = {
    [vmqEnabled.key]: "VMQ is disabled on",
    [queuesLeft.key]: "The virtual switch has no free VMQ queue on",
  };
  return ofQueues("host.vmq", "vmq", "VMQ", summaries, host, climbed);
}

/** `host.vmmq`: VMMQ is disabled on an adapter. A fault of VMQ is reported there. */
export function hostVmmq(host: HostScene, climbed: readonly ClimbedLadder[]): HostOutcome {
  const summaries = { [vmmqKeyword.key]: "VMMQ (*RssOnHostVPorts) is disabled on" };
  return ofQueues("host.vmmq", "vmmq", "VMMQ", summaries, host, climbed);
}

function ofQueues(
  rule: "host.vmq" | "host.vmmq",
  technology: "vmq" | "vmmq",
  name: string,
  summaries: Readonly<Record<string, string>>,
  host: HostScene,
  climbed: readonly ClimbedLadder[],
): HostOutcome {
  const { network } = host;
  if (network.isNested) return hostOutcome(rule, [], "not-applicable");
  const stopped = brokenForVms(host, [technology], new Set(Object.keys(summaries)));
  const ownFaults = climbed.filter(({ lean }) => !isTold(rule, lean.adapterId, host));
  const byAdapter = adapterCauses(ownFaults, technology, { severity: "info", summaries }, stopped);
  const told = new Set(
    ownFaults.map(({ lean }) =>
      lean.technology === technology && lean.status === "configured" ? lean.brokenRung : null,
    ),
  );
  const byVm = stopped
    .filter(({ rung }) => !told.has(rung))
    .map((broken) => causeOf(broken, host, { technology: name, severity: "info" }));
  const isRead = network.physicalAdapters !== null && network.switches !== null && host.areVmsRead;
  return hostOutcome(rule, [...byAdapter, ...byVm], answerOfLadders(climbed, technology, isRead));
}

/** An LBFO team under a switch is a finding that replaces VMMQ's. */
function isTold(rule: "host.vmq" | "host.vmmq", adapterId: string | null, { adapters }: HostScene): boolean {
  if (rule !== "host.vmmq") return false;
  return adapters.some(({ adapter, path }) => adapter.interfaceGuid === adapterId && path?.uplink === "lbfo");
}
