import type { ComponentKey, Impact, ServiceKey } from "../words.ts";

/** In the order in which they are shown. */
export const COMPONENT_KEYS = [
  "heartbeat",
  "shutdown",
  "time-sync",
  "data-exchange",
  "vss",
  "guest-services",
] as const satisfies readonly ComponentKey[];

/** The ending of a component's id, its only identifier that is not localized. */
export const COMPONENT_GUIDS = {
  heartbeat: "84EAAE65-2F2E-45F5-9BB5-0E857DC8EB47",
  shutdown: "9F8233AC-BE49-4C79-8EE3-E7E1985B2077",
  "time-sync": "2497F4DE-E9FA-4204-80E4-4B75C46419C0",
  "data-exchange": "2A34B1C2-FD73-4043-8A5B-DD2159BC743F",
  vss: "5CED1297-4598-4915-A5FC-AD21BB4D02A4",
  "guest-services": "6C09BB55-D683-4DA0-8931-C9BF705F6480",
} as const satisfies Record<ComponentKey, string>;

/** The documented impact of disabling it; shown beside our own severity. */
export const SERVICE_IMPACTS = {
  heartbeat: "Varies",
  shutdown: "High",
  "time-sync": "High",
  "data-exchange": "Medium",
  vss: "Varies",
  "guest-services": "Low",
  "powershell-direct": "Low",
} as const satisfies Record<ServiceKey, Impact>;
