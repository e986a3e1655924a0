import { cannotHaveService } from "../guest/can-have-service.ts";
import type { Guest } from "../guest/recognise-guest.ts";
import { isNoAnswer, readComponent } from "./component-reading.ts";
import type { ComponentRows } from "./component-rows.ts";
import { COMPONENT_KEYS } from "./service-catalogue.ts";

/**
 * What all services together say of the guest. `answers`: at least one that is on and that the guest could have gives
 * a number of its own. `silent`: none does, and heartbeat is on and says so. `heartbeat-off`: none does, and nobody
 * can tell a silent guest from silent services. `untold`: none does, and heartbeat itself was not reported.
 */
export type GuestSilence = "answers" | "silent" | "heartbeat-off" | "untold";

export function guestSilence(rows: ComponentRows, guest: Guest): GuestSilence {
  for (const key of COMPONENT_KEYS) {
    const row = rows[key];
    // A switch that was not read counts as on; a row that is missing cannot be asked.
    if (!row || row.enabled === false || cannotHaveService(guest, key)) continue;
    if (!isNoAnswer(readComponent(key, row))) return "answers";
  }
  const heartbeat = rows.heartbeat;
  if (heartbeat?.enabled === false) return "heartbeat-off";
  return heartbeat && heartbeat.primaryStatus !== null ? "silent" : "untold";
}
