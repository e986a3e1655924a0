import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseSnapshotJson } from "@/lib/contract/agent/read-snapshot.ts";
import { KnownTexts } from "./known-texts.ts";
import { readReport, toReport, type ReadReport } from "./read-report.ts";

const EXAMPLES = "agents/contract/examples";
const bodies = ["valid", "invalid"].flatMap((folder) =>
  readdirSync(`${EXAMPLES}/${folder}`)
    .filter((name) => name.endsWith(".json"))
    .map((name) => ({ name: `${folder}/${name}`, body: readFileSync(`${EXAMPLES}/${folder}/${name}`) })),
);
const every = readFileSync(`${EXAMPLES}/valid/every-key.json`, "utf8");

/** The whole content of a report, with the facts of all its VMs. */
function whole(read: ReadReport) {
  if (!read.ok) return read;
  const vms = read.snapshot.vms?.map(({ facts, ...outline }) => ({ ...outline, facts: facts() }));
  return { ok: true, snapshot: { ...read.snapshot, vms: vms ?? null } };
}

/** Reads a body without any cached texts. */
function expected(body: Buffer | string) {
  const read = parseSnapshotJson(body);
  return whole(read.ok ? { ok: true, snapshot: toReport(read.snapshot) } : read);
}

interface Vm {
  id: string;
  [key: string]: unknown;
}
interface Body {
  vms: Vm[];
  [key: string]: unknown;
}
// A body created here, so its type is known.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const bodyOf = () => JSON.parse(every) as Body;
const other = (vm: Vm): Vm => ({ ...vm, id: "0a0b0c0d-0000-4000-8000-00000000000f" });

/** A cache that contains the example and another VM. */
function met(): KnownTexts {
  const texts = new KnownTexts(1000);
  const body = bodyOf();
  const [vm] = body.vms;
  if (!vm) throw new Error("The example has a VM.");
  readReport(Buffer.from(JSON.stringify({ ...body, vms: [...body.vms, other(vm)] })), texts);
  return texts;
}

describe("a body that is read again gives the same result as the first time", () => {
  test.each(bodies)("$name", ({ body }) => {
    const texts = met();
    expect(whole(readReport(body, texts))).toEqual(expected(body));
    expect(whole(readReport(body, texts))).toEqual(expected(body));
  });
});

function vmOf(body: Body): Vm {
  const [vm] = body.vms;
  if (!vm) throw new Error("The example has a VM.");
  return vm;
}

const CHANGES: [string, (body: Body) => unknown][] = [
  ["nothing", (body) => body],
  [
    "other runtime numbers",
    (body) => vmOf(body) && Object.assign(vmOf(body), { uptimeSeconds: 7, cpuUsagePercent: 0 }),
  ],
  ["the largest number", (body) => Object.assign(vmOf(body), { memoryDemandBytes: Number.MAX_SAFE_INTEGER })],
  ["a number beyond the largest", (body) => Object.assign(vmOf(body), { memoryDemandBytes: 2 ** 53 })],
  ["a number below zero", (body) => Object.assign(vmOf(body), { uptimeSeconds: -1 })],
  ["a broken number", (body) => Object.assign(vmOf(body), { uptimeSeconds: 1.5 })],
  ["a number that was not read", (body) => Object.assign(vmOf(body), { uptimeSeconds: null })],
  ["a number as text", (body) => Object.assign(vmOf(body), { uptimeSeconds: "7" })],
  ["another name", (body) => Object.assign(vmOf(body), { name: "Gästehaus „7“" })],
  ["an additional VM", (body) => body.vms.push(other(vmOf(body)))],
  ["a VM before it", (body) => body.vms.unshift(other(vmOf(body)))],
  ["a new VM before a known one", (body) => body.vms.unshift({ ...other(vmOf(body)), name: "new" })],
  ["the same VM twice", (body) => body.vms.push(vmOf(body))],
  ["a VM twice, with one new", (body) => body.vms.push({ ...vmOf(body), name: "new" })],
  ["a VM without an id", (body) => body.vms.push({ ...vmOf(body), id: "" })],
  ["a VM that is none", (body) => Object.assign(body, { vms: [...body.vms, null] })],
  ["no VM", (body) => (body.vms = [])],
  ["a host that is none", (body) => (body.host = null)],
  [
    "runtime numbers elsewhere",
    (body) => Object.assign(vmOf(body), { guest: { items: { uptimeSeconds: "9" } } }),
  ],
  [
    "more VMs than a report may contain",
    (body) => {
      const vm = vmOf(body);
      body.vms = Array.from({ length: 1025 }, (_, index) => ({
        ...vm,
        id: `0a0b0c0d-0000-4000-8000-${String(index).padStart(12, "0")}`,
      }));
    },
  ],
];

describe("differences are read and errors refused, along with known VMs", () => {
  test.each(CHANGES)("%s", (_, change) => {
    const body = bodyOf();
    change(body);
    const text = Buffer.from(JSON.stringify(body));
    const texts = met();
    expect(whole(readReport(text, texts))).toEqual(expected(text));
    expect(whole(readReport(text, texts))).toEqual(expected(text));
  });
});

const TEXTS: [string, (text: string) => string][] = [
  ["laid out in lines", (text) => JSON.stringify(JSON.parse(text), null, 2)],
  ["space between VMs", (text) => text.replace('"vms":[', '"vms" : [ \n\t').replace(/\]\}$/, " ] }")],
  ["an escaped key", (text) => text.replace('"vms":', '"\\u0076ms":')],
  ["the list twice", (text) => text.replace(/\}$/, ',"vms":[]}')],
  ["the list twice, once escaped", (text) => text.replace(/\}$/, ',"\\u0076ms":[]}')],
  ["a number twice", (text) => text.replace('"vms":[{', '"vms":[{"uptimeSeconds":1,')],
  ["a number twice, once escaped", (text) => text.replace('"vms":[{', '"vms":[{"uptime\\u0053econds":1,')],
  ["a number with a zero in front", (text) => text.replace(/"uptimeSeconds":\d+/, '"uptimeSeconds":007')],
  ["a number that ends nowhere", (text) => text.replace(/"uptimeSeconds":\d+/, '"uptimeSeconds":7x')],
  ["a number without digits", (text) => text.replace(/"uptimeSeconds":\d+/, '"uptimeSeconds":')],
  ["a number with an exponent", (text) => text.replace(/"uptimeSeconds":\d+/, '"uptimeSeconds":7e1')],
  ["a comma too many", (text) => text.replace('"vms":[', '"vms":[,')],
  ["a comma at the end", (text) => text.replace(/\]\}$/, ",]}")],
  ["no comma", (text) => text.replace(/\]\}$/, "{}]}")],
  ["a bracket too many", (text) => text.replace(/\]\}$/, "]]}")],
  ["cut off", (text) => text.slice(0, -2)],
  ["cut off inside a VM", (text) => text.slice(0, text.indexOf('"vms"') + 200)],
  ["cut off inside a string", (text) => text.slice(0, text.lastIndexOf('"'))],
  ["something behind it", (text) => `${text}{}`],
  ["a byte order mark", (text) => `\uFEFF${text}`],
  ["mixed brackets", (text) => text.replace('"vms":[{', '"vms":[{"x":[1},')],
  ["as a list", (text) => `[${text}]`],
  ["too deep in a VM", (text) => text.replace('"vms":[{', `"vms":[{"x":${"[".repeat(20)}${"]".repeat(20)},`)],
  ["too deep elsewhere", (text) => text.replace(/\}$/, `,"x":${"[".repeat(20)}${"]".repeat(20)}}`)],
  ["the word as a value", (text) => text.replace(/\}$/, ',"x":"vms","y":["vms"]}')],
  ["another body", () => "[]"],
  ["nothing", () => ""],
];

describe("texts that are not simple give the same result as a parser", () => {
  test.each(TEXTS)("%s", (_, change) => {
    const { vms, ...rest } = bodyOf();
    const text = Buffer.from(change(JSON.stringify({ ...rest, vms })));
    const texts = met();
    expect(whole(readReport(text, texts))).toEqual(expected(text));
    expect(whole(readReport(text, texts))).toEqual(expected(text));
  });

  test("bytes that are not UTF-8", () => {
    const text = Buffer.from(every);
    text[text.indexOf('"name"') + 9] = 0xff;
    expect(whole(readReport(text, met()))).toEqual(expected(text));
  });
});

test("a known VM is not parsed until its facts are needed", () => {
  const texts = met();
  const body = Buffer.from(JSON.stringify(bodyOf()));
  const read = readReport(body, texts);
  body.fill(0x20);
  expect(read.ok && read.snapshot.vms?.map(({ id }) => id)).toEqual(bodyOf().vms.map(({ id }) => id));
  expect(() => read.ok && read.snapshot.vms?.[0]?.facts()).toThrow(SyntaxError);
});

test("a VM that two hosts report differently is cached in both forms", () => {
  const texts = met();
  const body = bodyOf();
  const there = Buffer.from(JSON.stringify({ ...body, vms: [{ ...vmOf(body), state: "Off" }] }));
  const here = Buffer.from(JSON.stringify(body));
  const start = (each: Buffer) => each.indexOf('"vms":[') + 7;
  readReport(there, texts);
  expect(texts.recall(here, start(here))?.told.state).toBe(vmOf(body).state);
  expect(texts.recall(there, start(there))?.told.state).toBe("Off");
});

test("texts not seen for long are evicted, those seen recently are kept", () => {
  const told = {
    id: "",
    vmType: null,
    replicationMode: null,
    state: null,
    uptimeSeconds: null,
    cpuUsagePercent: null,
    memoryAssignedBytes: null,
    memoryDemandBytes: null,
    contentHash: "",
  };
  const texts = new KnownTexts(2);
  const textOf = (name: string) => Buffer.from(`{"id":"${name}"}`);
  const learn = (name: string) => {
    const body = textOf(name);
    texts.learn(body, { start: 0, end: body.length, numbers: [] }, { ...told, id: name });
  };
  for (const name of ["a", "b", "c"]) learn(name);
  expect(texts.recall(textOf("a"), 0)?.told.id).toBe("a");
  for (const name of ["d", "e"]) learn(name);
  expect(texts.recall(textOf("a"), 0)?.told.id).toBe("a");
  expect(texts.recall(textOf("b"), 0)).toBeNull();
});
