import type { ServiceKey } from "../../domain/words.ts";
import { SERVICE_KEYS } from "../../domain/words.ts";
import type { GuidePage } from "../page.ts";
import { dataExchange } from "./data-exchange.ts";
import { guestServices } from "./guest-services.ts";
import { heartbeat } from "./heartbeat.ts";
import { powershellDirect } from "./powershell-direct.ts";
import { shutdown } from "./shutdown.ts";
import { timeSync } from "./time-sync.ts";
import { vss } from "./vss.ts";

const BY_KEY: Record<ServiceKey, GuidePage> = {
  heartbeat,
  shutdown,
  "time-sync": timeSync,
  "data-exchange": dataExchange,
  vss,
  "guest-services": guestServices,
  "powershell-direct": powershellDirect,
};
export const SERVICE_PAGES: readonly GuidePage[] = SERVICE_KEYS.map((key) => BY_KEY[key]);
