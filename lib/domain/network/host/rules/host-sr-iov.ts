import type { VmAdapterFacts } from "../../../facts.ts";
import { sriovEnabled, sriovSupported } from "../../adapter-rungs.ts";
import { functionsLeft, inIovMode, noForwardingExtension, platformSupportsIov } from "../../switch-rungs.ts";
import type { HostScene } from "../host-scene.ts";
import type { VmPort } from "../switch-use.ts";
import { type HostOutcome, hostOutcome } from "./cause.ts";
import { brokenForVms, causeOf } from "./vm-causes.ts";

/** Guest RDMA uses a virtual function, so the same rungs block it; the build that it requires is its own. */
const RUNGS: ReadonlySet<string> = new Set(
  [platformSupportsIov, sriovSupported, sriovEnabled, inIovMode, functionsLeft, noForwardingExtension].map(
    ({ key }) => key,
  ),
);

/** `host.sr-iov`: VMs request a virtual function, but the host, a switch or an adapter does not provide one. */
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
 * A VM that requests it and works ends the finding; one whose verdict is open leaves it open, and so does one whose
 * request could not be read. So do VMs that are not running now, if no other VM shows that the host provides what they
 * would request.
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
