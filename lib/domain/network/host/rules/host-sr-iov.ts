import type { VmAdapterFacts } from "../../../facts.ts";
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
  return answersOf(host, "sr-iov", ({ iovWeight }) => iovWeight);
}

/**
 * A VM that asks and works ends what was found; one whose verdict is open leaves it, and so does one of which nobody
 * could read whether it asks. So do VMs that do not run now, where no other shows that the host gives what they would
 * ask for.
 */
export function answersOf(
  { switchUses, unreadWishes }: HostScene,
  technology: "sr-iov" | "guest-rdma",
  weightOf: (adapter: VmAdapterFacts) => number | null,
): "ok" | "unknown" {
  if (unreadWishes[technology]) return "unknown";
  const asks = ({ adapter }: VmPort) => (weightOf(adapter) ?? 0) > 0;
  const uses = [...switchUses.values()];
  const asking = uses.flatMap((use) => use.asking.filter(asks));
  if (asking.some(({ ladders }) => ladders[technology]?.status === "unknown")) return "unknown";
  return asking.length === 0 && uses.some(({ asleep }) => asleep.some(asks)) ? "unknown" : "ok";
}
