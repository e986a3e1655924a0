import type { Evidence, Outcome } from "../judgement.ts";
import { saveAtHostStop } from "../remedies/stop-action.ts";
import type { VmReading } from "../services/assess-services.ts";
import { readComponent } from "../services/component-reading.ts";
import { finding, NOT_APPLICABLE, OK, UNKNOWN, type VmRule } from "./vm-rule.ts";

/** The other actions do not involve the guest. */
const NEEDS_NO_SHUTDOWN: ReadonlySet<string> = new Set(["Save", "TurnOff"]);

/** When it restarts, the host should shut the guest down but cannot: the guest would be powered off. */
export const stopActionWithoutShutdown: VmRule = {
  id: "vm.stop-action-without-shutdown",
  evaluate(reading) {
    const action = reading.vm.automaticStopAction;
    if (reading.role === "test-replica" || (action !== null && NEEDS_NO_SHUTDOWN.has(action)))
      return NOT_APPLICABLE;
    if (action !== "ShutDown" || reading.together === null) return UNKNOWN;
    return judgeShutdown(reading, reading.together);
  },
};

function judgeShutdown({ vm, services }: VmReading, together: NonNullable<VmReading["together"]>): Outcome {
  // A VM without any service is assumed intentional: that is reported once, under heartbeat.
  if (together.isAllOff) return NOT_APPLICABLE;
  const row = together.rows?.shutdown;
  const { status, remedies } = services.shutdown.verdict;
  if (!row || status === "unknown" || status === "not-applicable") return UNKNOWN;

  const reading = readComponent("shutdown", row);
  const isOff = status === "disabled";
  if (!isOff && status !== "failed") return OK;
  if (!isOff && reading !== "no-contact" && reading !== "lost") return UNKNOWN;

  const why: Evidence =
    row.enabled === false
      ? { name: "shutdown.enabled", value: false, decides: true }
      : { name: "shutdown.primaryStatus", value: row.primaryStatus, decides: true };
  return finding(
    "warning",
    isOff
      ? "Restarting this host would power off the guest: the stop action is to shut down, but shutdown is disabled."
      : "Restarting this host would power off the guest: the stop action is to shut down, but shutdown does not respond.",
    [{ name: "automaticStopAction", value: vm.automaticStopAction }, why],
    [...remedies, saveAtHostStop(vm.id)],
  );
}
