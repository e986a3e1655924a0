import type { z } from "zod";
import type {
  ApiTokens,
  AwaitedHosts,
  EnrolmentKeys,
  actedOn,
  madeApiToken,
  newApiToken,
  noDetails,
  WaitingAgents,
} from "./access.ts";

const AT = "2026-11-23T08:14:03.120Z";
const WEEK_LATER = "2026-11-30T08:14:03.120Z";
const KEY_ID = "01970000-0000-7000-8000-000000000401";
const TOKEN_ID = "01970000-0000-7000-8000-000000000301";
const PERSON = "Ada Admin";

/** Keys, tokens and waiting agents, by schema name. */
export const ACCESS_EXAMPLES = {
  AwaitedHosts: {
    items: [
      {
        id: "01970000-0000-7000-8000-000000000002",
        name: "HV-PRD-02",
        fqdn: "hv-prd-02.corp.example",
        tags: ["vienna"],
        enrolledAt: AT,
        agentVersion: "1.0.0",
        address: "10.20.0.12",
        keyName: "Vienna",
      },
    ],
  } satisfies AwaitedHosts,
  WaitingAgents: {
    items: [
      {
        id: "01970000-0000-7000-8000-000000000501",
        host: { id: "01970000-0000-7000-8000-000000000001", name: "HV-PRD-01" },
        status: "pending",
        instanceId: "6c1d2e3f-4a5b-4c6d-8e7f-90a1b2c3d4e5",
        version: "1.0.0",
        askedName: "HV-PRD-01",
        address: "10.20.0.11",
        keyName: "Vienna",
        firstAskedAt: AT,
        lastAskedAt: AT,
        decidedBy: null,
        decidedAt: null,
        present: {
          instanceId: "5b0c1d2e-3f40-4a5b-8c6d-7e8f90a1b2c3",
          version: "1.0.0",
          address: "10.20.0.11",
          enrolledAt: "2026-11-09T08:14:03.120Z",
        },
        lastReportedAt: AT,
        freshness: "fresh",
      },
    ],
  } satisfies WaitingAgents,
  EnrolmentKeys: {
    items: [
      {
        id: KEY_ID,
        name: "Vienna",
        state: "usable",
        tags: ["vienna"],
        uses: 2,
        usesLeft: 18,
        createdAt: AT,
        madeBy: PERSON,
        expiresAt: WEEK_LATER,
        revokedAt: null,
      },
    ],
  } satisfies EnrolmentKeys,
  ApiTokens: {
    items: [
      {
        id: TOKEN_ID,
        name: "reports",
        role: "viewer",
        createdAt: AT,
        madeBy: PERSON,
        lastUsedAt: null,
        revokedAt: null,
      },
    ],
  } satisfies ApiTokens,
  NewApiToken: { name: "reports" } satisfies z.input<typeof newApiToken>,
  MadeApiToken: { id: TOKEN_ID, token: "ikp_…" } satisfies z.output<typeof madeApiToken>,
  NoDetails: {} satisfies z.input<typeof noDetails>,
  ActedOn: { id: KEY_ID } satisfies z.output<typeof actedOn>,
};
