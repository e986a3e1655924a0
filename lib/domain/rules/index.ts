import { configurationVersion } from "./configuration-version.ts";
import { duplicateId } from "./duplicate-id.ts";
import { genConversion } from "./gen-conversion.ts";
import { isDataExchange } from "./is-data-exchange.ts";
import { isGuestServices } from "./is-guest-services.ts";
import { isGuestSilent } from "./is-guest-silent.ts";
import { isHeartbeat } from "./is-heartbeat.ts";
import { isPowershellDirect } from "./is-powershell-direct.ts";
import { isShutdown } from "./is-shutdown.ts";
import { isTimeSync } from "./is-time-sync.ts";
import { isVersion } from "./is-version.ts";
import { isVss } from "./is-vss.ts";
import { placementConflict } from "./placement-conflict.ts";
import { secureBootOff } from "./secure-boot.ts";
import { stateCritical } from "./state-critical.ts";
import { stateStuck } from "./state-stuck.ts";
import { stopActionWithoutShutdown } from "./stop-action-without-shutdown.ts";
import { vtpmMissing } from "./vtpm.ts";
import type { VmRule } from "./vm-rule.ts";

/** The implemented rules about a VM, in the order of their ids. */
export const VM_RULES: readonly VmRule[] = [
  isHeartbeat,
  isShutdown,
  isTimeSync,
  isDataExchange,
  isVss,
  isGuestServices,
  isPowershellDirect,
  isVersion,
  isGuestSilent,
  stateCritical,
  stateStuck,
  configurationVersion,
  duplicateId,
  placementConflict,
  secureBootOff,
  vtpmMissing,
  stopActionWithoutShutdown,
  genConversion,
];
