import type { Policy } from "./judgement.ts";

const NO_WISH = { wish: null };

/** No policy requirements: a disabled or failing service has the documented severity, and guest services may stay off. */
export const defaultPolicy: Policy = {
  graceSeconds: 600,
  services: {
    heartbeat: NO_WISH,
    shutdown: NO_WISH,
    "time-sync": NO_WISH,
    "data-exchange": NO_WISH,
    vss: NO_WISH,
    "guest-services": NO_WISH,
    "powershell-direct": NO_WISH,
  },
};
