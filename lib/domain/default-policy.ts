import type { Policy } from "./judgement.ts";

/** Wishes for nothing: each service is weighed as the documentation does, and what is off by default may stay off. */
export const defaultPolicy: Policy = {
  graceSeconds: 600,
  services: {
    heartbeat: { wish: null },
    shutdown: { wish: null },
    "time-sync": { wish: null },
    "data-exchange": { wish: null },
    vss: { wish: null },
    "guest-services": { wish: null },
    "powershell-direct": { wish: null },
  },
};
