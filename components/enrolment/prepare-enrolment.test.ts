import { describe, expect, test } from "vitest";
import { toKeyRequest } from "./make-enrolment-key.ts";
import { hostRowFixture } from "@/components/hosts/host-row-fixture.ts";
import { prepareArrivals } from "./prepare-arrivals.ts";
import { NO_HASH, NO_KEY, prepareCommands } from "./prepare-commands.ts";

const PACKAGE = { version: "1.0.0", sha256: "a".repeat(64), bytes: 1 };

describe("enrolment commands", () => {
  test("every command names the server and carries the key", () => {
    for (const { code } of prepareCommands("https://innkeeper.example", "ike_abc", PACKAGE)) {
      expect(code).toContain("'https://innkeeper.example'");
      expect(code).toContain("ike_abc");
      expect(code).not.toContain(NO_KEY);
      expect(code).not.toContain(NO_HASH);
    }
  });

  test("without a key a placeholder is shown", () => {
    for (const { code } of prepareCommands("https://innkeeper.example", null, null)) {
      expect(code).toContain(NO_KEY);
    }
  });

  test("values are quoted for the shell", () => {
    const commands = prepareCommands("https://a.example/b'c", null, null);
    const codeOf = (wanted: string) => commands.find(({ value }) => value === wanted)?.code;
    expect(codeOf("curl")).toContain(String.raw`SERVER='https://a.example/b'\''c'`);
    expect(codeOf("install")).toContain("-Server 'https://a.example/b''c'");
  });

  test.each(["'", "‘", "’", "‚", "‛"])("PowerShell’s %s does not end a string", (mark) => {
    const key = `a${mark}; Stop-Computer; $(b) ${mark}`;
    for (const { code, shell } of prepareCommands("https://a.example", key, PACKAGE)) {
      if (shell !== "powershell") continue;
      expect(code).toContain(`-Key 'a${mark}${mark}; Stop-Computer; $(b) ${mark}${mark}'`);
    }
  });

  test("a Windows host gets one line, with the hash that the package must have", () => {
    const [install] = prepareCommands("https://innkeeper.example", "ike_abc", PACKAGE);
    expect(install?.code).not.toContain("\n");
    expect(install?.code).toContain(`-Sha256 '${PACKAGE.sha256}'`);
  });

  test.each([
    ["https://innkeeper.example", false],
    ["http://127.0.0.1:3000", false],
    ["http://localhost:3000", false],
    ["http://innkeeper.example", true],
  ])("%s: needs the switch for plain HTTP: %s", (server, isSaid) => {
    const windows = prepareCommands(server, "ike_abc", PACKAGE).filter(({ shell }) => shell === "powershell");
    expect(windows.map(({ code }) => code.includes("-AllowPlainHttp"))).toEqual([isSaid, isSaid]);
  });
});

test("only hosts that appeared since then have arrived", () => {
  const hosts = [
    hostRowFixture("old"),
    hostRowFixture("first", { lastReportedAt: "2026-11-24T12:00:00.000Z" }),
    hostRowFixture("second", { lastReportedAt: "2026-11-24T12:01:00.000Z" }),
  ];
  expect(prepareArrivals(hosts, new Set(["host-old"])).map(({ name }) => name)).toEqual(["second", "first"]);
  expect(prepareArrivals(hosts, new Set(hosts.map(({ id }) => id)))).toEqual([]);
});

test.each([
  {
    name: "any number of hosts, no tag",
    wish: { name: " Rack 14 ", uses: null, validHours: 24, tags: " " },
    request: { name: "Rack 14", validHours: 24 },
  },
  {
    name: "tags with blanks, commas and #",
    wish: { name: "Rack", uses: 10, validHours: 1, tags: "#vienna, rack-14  prod;" },
    request: { name: "Rack", uses: 10, validHours: 1, tags: ["#vienna", "rack-14", "prod"] },
  },
])("the request for a key: $name", ({ wish, request }) => expect(toKeyRequest(wish)).toEqual(request));
