import { describe, expect, test } from "vitest";
import type { SectionView } from "@/lib/contract/api/sections.ts";
import { prepareSendError } from "./prepare-send-error.ts";

const AT = "2026-11-24T11:58:00.000Z";
const KEPT = "Snapshots could not be sent; they are kept: ";

const READ_REFUSED = "Get-ChildItem C:\\ProgramData\\Innkeeper\\refused\\*.txt | Get-Content";

const sending = (change: Partial<SectionView> = {}): { sections: SectionView[] } => ({
  sections: [
    { name: "vms", status: "failed", durationMs: 3, collectedAt: AT, error: "Access is denied." },
    { name: "sending", status: "failed", durationMs: null, collectedAt: AT, error: "HTTP 401.", ...change },
  ],
});

describe("the last send error", () => {
  test.each<[name: string, error: string, command: string | null, href: string | null]>([
    ["no answer", `${KEPT}Unable to connect to the remote server.`, "Test-Innkeeper", null],
    ["no answer, German Windows", `${KEPT}Die Verbindung mit dem Remoteserver`, "Test-Innkeeper", null],
    ["an untrusted certificate", `${KEPT}Could not establish trust relationship.`, "Test-Innkeeper", null],
    ["a busy server", `${KEPT}HTTP 503: Busy: the database is away.`, "Test-Innkeeper", null],
    ["a proxy that asks who it is", `${KEPT}HTTP 407. The proxy requires`, "Test-Innkeeper", null],
    ["an unknown token", "HTTP 401: Unknown. Enrol again", "Register-InnkeeperHost -Force", "/hosts"],
    ["another host's token", "HTTP 403: Not its own.", "Register-InnkeeperHost -Force", "/hosts"],
    ["two machines with one identity", "HTTP 409: Another machine", null, "/settings/agents"],
    ["a refused snapshot", "A snapshot was set aside: HTTP 422: vms.0.id", READ_REFUSED, null],
    ["a snapshot that is too large", "HTTP 413: Too large.", READ_REFUSED, null],
    ["a status named later in the sentence", `${KEPT}No route: a page on HTTP 401`, "Test-Innkeeper", null],
  ])("%s", (_name, error, command, href) => {
    const told = prepareSendError(sending({ error }));
    expect(told).toMatchObject({ error, at: AT, isOver: false });
    expect([told?.command, told?.link?.href ?? null]).toEqual([command, href]);
  });

  test("is over once a later attempt has succeeded", () => {
    expect(prepareSendError(sending({ status: "ok" }))?.isOver).toBe(true);
  });

  test("is unknown without the section, and without a sentence in it", () => {
    expect(prepareSendError({ sections: [] })).toBeNull();
    expect(prepareSendError(sending({ error: null, status: "ok" }))).toBeNull();
  });
});
