import { describe, expect, test } from "vitest";
import { countFacts, formatFact, prepareFacts, searchFacts } from "./prepare-facts.ts";
import { readFlag, readNumber, readText, readTexts } from "./read-fact.ts";

const FACTS = {
  name: "EX-APP-01",
  uptimeSeconds: 864_000,
  memoryAssignedBytes: 8_589_934_592,
  notes: null,
  operationalStatus: ["Ok"],
  comPortPaths: [],
  guest: { osName: "Windows Server 2022", ipAddresses: ["10.0.0.1", "fe80::1"], items: { OSEditionId: "8" } },
  adapters: [
    { id: "a", name: "Prod", iovWeight: 100, connected: true },
    { id: "b", name: null, iovWeight: 0 },
  ],
  firmware: null,
};

describe("facts as reported", () => {
  test("the entity's own facts come first, then its parts, each by name", () => {
    expect(prepareFacts(FACTS).map(({ name }) => name)).toEqual([
      "itself",
      "adapters[0] Prod",
      "adapters[1]",
      "guest",
    ]);
  });

  test.each([
    { value: null, text: "not read" },
    { value: undefined, text: "not read" },
    { value: "", text: "empty text" },
    { value: 0, text: "0" },
    { value: false, text: "false" },
    { value: [], text: "none" },
    { value: ["a", "b"], text: "a, b" },
    { value: ["a", null], text: "a, not read" },
    { value: { a: 1 }, text: '{"a":1}' },
  ])("$value is shown as $text", ({ value, text }) => expect(formatFact(value)).toBe(text));

  test("numbers with a unit in their name are also shown in a readable unit", () => {
    const [own] = prepareFacts(FACTS);
    expect(own?.lines.map(({ path, inWords }) => [path, inWords])).toEqual([
      ["comPortPaths", null],
      ["firmware", null],
      ["memoryAssignedBytes", "8 GB"],
      ["name", null],
      ["notes", null],
      ["operationalStatus", null],
      ["uptimeSeconds", "10 d"],
    ]);
  });

  test("an unread fact differs from an empty one", () => {
    const [own] = prepareFacts(FACTS);
    expect(own?.lines.filter(({ isRead }) => !isRead).map(({ path }) => path)).toEqual(["firmware", "notes"]);
  });

  test("null is not a gap where the report says something with it", () => {
    const read = (facts: Record<string, unknown>) =>
      prepareFacts(facts).flatMap(({ lines }) =>
        lines.map(({ path, value, isRead }) => [path, value, isRead]),
      );
    expect(read({ generation: 1, firmware: null, floppyPath: null, guest: null })).toEqual([
      ["firmware", "none", true],
      ["floppyPath", "none", true],
      ["generation", "1", true],
      ["guest", "nothing reported", true],
    ]);
    expect(read({ cluster: null, generation: 2, firmware: null })).toEqual([
      ["cluster", "none", true],
      ["firmware", "not read", false],
      ["generation", "2", true],
    ]);
    expect(read({ physicalAdapters: [{ linkSpeedBitsPerSecond: null, rssOnHostVPorts: null }] })).toEqual([
      ["linkSpeedBitsPerSecond", "not read", false],
      ["rssOnHostVPorts", "no such keyword", true],
    ]);
  });

  test.each([
    { search: "", count: 17 },
    { search: "iov", count: 2 },
    { search: "prod iov", count: 1 },
    { search: "GUEST.items", count: 1 },
    { search: "8 gb", count: 1 },
    { search: "nowhere", count: 0 },
  ])("a search for “$search” finds $count", ({ search, count }) =>
    expect(countFacts(searchFacts(prepareFacts(FACTS), search))).toBe(count),
  );

  test("a fact of an unexpected type is ignored", () => {
    expect(readText(FACTS, "guest", "osName")).toBe("Windows Server 2022");
    expect(readText(FACTS, "guest", "nothing", "deeper")).toBeNull();
    expect(readText(FACTS, "uptimeSeconds")).toBeNull();
    expect(readNumber(FACTS, "uptimeSeconds")).toBe(864_000);
    expect(readNumber(FACTS, "toString")).toBeNull();
    expect(readFlag(FACTS, "name")).toBeNull();
    expect(readTexts(FACTS, "guest", "ipAddresses")).toEqual(["10.0.0.1", "fe80::1"]);
    expect(readTexts(FACTS, "firmware")).toEqual([]);
  });
});
