import { sriovEnabled, sriovSupported } from "../../adapter-rungs.ts";
import { functionsLeft, inIovMode, noForwardingExtension, platformSupportsIov } from "../../switch-rungs.ts";
import type { HostScene } from "../host-scene.ts";
import type { VmPort } from "../switch-use.ts";
import { type HostOutcome, hostOutcome } from "./cause.ts";
import { brokenForVms, causeOf } from "./vm-causes.ts";

/** Guest RDMA runs through a virtual function, so it is stopped at the same rungs; the build that it needs is its own. */
const RUNGS: ReadonlySet<string> = new Set(
  [platformSupportsIov, sriovSupported, sriovEnabled, inIovMode, functionsLeft, noForwardingExtension].map(
    ({ key }) => key,
  ),
);

/** `host.sr-iov`: VMs ask for a virtual function, and the host, a switch or an adapter gives none. */
export function hostSriov(host: HostScene): HostOutcome {
  if (host.network.isNested) return hostOutcome("host.sr-iov", [], "not-applicable");
  const causes = brokenForVms(host, ["sr-iov", "guest-rdma"], RUNGS).map((broken) =>
    causeOf(broken, host, { technology: "SR-IOV", severity: "warning" }),
  );
  const tooOld = brokenForVms(host, ["sr-iov"], new Set(["host-build"])).map((broken) =>
    causeOf(broken, host, { technology: "SR-IOV", severity: "warning" }),
  );
  return hostOutcome("host.sr-iov", [...causes, ...tooOld], otherwise(host));
}

function otherwise(host: HostScene): "ok" | "unknown" {
  return answersOf(host, (port) => (port.adapter.iovWeight ?? 0) > 0 && port.ladders["sr-iov"]?.status);
}

/**
 * A VM that asks and works ends what was found; one whose verdict is open leaves it. So do VMs that do not run now, where
 * no other shows that the host gives what they would ask for.
 */
export function answersOf(
  { vms, switchUses }: HostScene,
  statusOf: (port: VmPort) => string | false | undefined,
): "ok" | "unknown" {
  if (vms === null) return "unknown";
  const uses = [...switchUses.values()];
  const statuses = uses.flatMap(({ asking }) => asking.map(statusOf)).filter((status) => status !== false);
  if (statuses.includes("unknown")) return "unknown";
  if (statuses.length > 0) return "ok";
  return uses.some(({ asleep }) => asleep.some((port) => statusOf(port) !== false)) ? "unknown" : "ok";
}
