import { cannotHaveService } from "../guest/can-have-service.ts";
import type { Guest } from "../guest/recognise-guest.ts";
import { isNoAnswer, readComponent } from "./component-reading.ts";
import type { ComponentRows } from "./component-rows.ts";
import { COMPONENT_KEYS } from "./service-catalogue.ts";

/**
 * What all services together show about the guest. `answers`: at least one that is enabled and supported by the guest
 * reports its own status. `silent`: none does, and heartbeat is enabled and reports that. `heartbeat-off`: none does,
 * and a silent guest cannot be distinguished from silent services. `untold`: none does, and heartbeat itself was not
 * reported.
 */
export type GuestSilence = "answers" | "silent" | "heartbeat-off" | "untold";

export function guestSilence(rows: ComponentRows, guest: Guest): GuestSilence {
  for (const key of COMPONENT_KEYS) {
    const row = rows[key];
    // An unread setting counts as enabled; a missing row cannot be evaluated.
    if (!row || row.enabled === false || cannotHaveService(guest, key)) continue;
    if (!isNoAnswer(readComponent(key, row))) return "answers";
  }
  const heartbeat = rows.heartbeat;
  if (heartbeat?.enabled === false) return "heartbeat-off";
  return heartbeat && heartbeat.primaryStatus !== null ? "silent" : "untold";
}
