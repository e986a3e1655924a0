import { gzipSync } from "node:zlib";
import { body, GZIP_HEADERS, JSON_HEADERS, vmId, type HostileBody, type Writer } from "./hostile-body.ts";

const before = (text: string, keys: string): string => text.replace("{", `{${keys},`);

/** The longest text that the contract allows, of four-byte characters in an incompressible order. */
export function noise(seed: number): string {
  let state = seed;
  return Array.from({ length: 1024 }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return String.fromCodePoint(0x10000 + (state % 0x10_0000));
  }).join("");
}

/** Accepted as plain data: text that only looks like code, keys that only look like an attack. */
export function strangeButValid(write: Writer): HostileBody[] {
  let vms = 1000;
  const withVm = (keys: Record<string, unknown>): string => {
    vms += 1;
    return write({ vms: [{ id: vmId(vms), name: `strange-${vms}`, ...keys }] });
  };
  const deepest = `${"[".repeat(15)}${"]".repeat(15)}`;
  return [
    body(
      "strange: a prototype at the root",
      before(write(), '"__proto__": {"isAdmin": true, "vms": []}'),
      201,
    ),
    body(
      "strange: a constructor at the root",
      before(write(), '"constructor": {"prototype": {"isAdmin": true}}'),
      201,
    ),
    body(
      "strange: a prototype inside a VM",
      withVm({ x: 1 }).replace('"x":1', '"__proto__":{"state":"Running"}'),
      201,
    ),
    body(
      "strange: methods as keys",
      write(
        Object.fromEntries(
          ["toString", "valueOf", "hasOwnProperty", "toJSON", "then"].map((key) => [key, 1]),
        ),
      ),
      201,
    ),
    body(
      "strange: a prototype among a guest's items",
      withVm({ guest: { items: { x: "1" } } }).replace(
        '"x":"1"',
        '"__proto__":"1","constructor":"2","toString":"3"',
      ),
      201,
    ),
    body("strange: a key twice, the last one counts", before(write(), '"sequence": "no"'), 201),
    body(
      "strange: a thousand keys that nobody knows",
      write(Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`k${i}`, i]))),
      201,
    ),
    body("strange: a key of a million characters", write({ ["k".repeat(1_000_000)]: 1 }), 201),
    body("strange: keys that are numbers", write({ 0: "a", 1: "b", "-1": "c", "1e3": "d" }), 201),
    body("strange: an empty key", write({ "": { "": { "": 1 } } }), 201),
    body("strange: 1e400 where nobody looks", write({ extra: "many" }).replace('"many"', "1e400"), 201),
    body("strange: NUL where nobody looks", write({ extra: "\0" }), 201),
    body("strange: 16 levels", write({ extra: "deep" }).replace('"deep"', deepest), 201),
    body(
      "strange: escapes everywhere",
      write().replace('"epoch"', String.raw`"\u0065\u0070\u006f\u0063\u0068"`),
      201,
    ),
    body("strange: white space everywhere", JSON.stringify(JSON.parse(write()), null, " \r\n\t "), 201),
    body("strange: minus zero", withVm({ uptimeSeconds: "zero" }).replace('"zero"', "-0"), 201),
    body(
      "strange: an integer written as 1.0e3",
      withVm({ uptimeSeconds: "thousand" }).replace('"thousand"', "1.0e3"),
      201,
    ),
    body(
      "strange: markup as a name",
      withVm({ name: '"><script>alert(1)</script>', notes: "#<b>x</b> #ok" }),
      201,
    ),
    body("strange: SQL as a name", withVm({ name: "'); DROP TABLE vms; --", state: "' OR 1=1 --" }), 201),
    body("strange: templates as a name", withVm({ name: "${7*7}{{7*7}}<%= 7*7 %>${jndi:ldap://x/a}" }), 201),
    body("strange: right to left as a name", withVm({ name: "\u202Efdp.exe\u202C" }), 201),
    body("strange: an escape sequence as a name", withVm({ name: "\u001b]0;owned\u0007\u001b[2J" }), 201),
    body("strange: the largest character 1,024 times", withVm({ name: "\u{10FFFF}".repeat(1024) }), 201),
    body(
      "strange: names of 4,096 bytes that nothing makes shorter",
      withVm({ name: noise(1), guest: { osName: noise(2), fqdn: noise(3) }, state: noise(4) }),
      201,
    ),
    body("strange: a name of nothing", withVm({ name: "" }), 201),
    body(
      "strange: ten thousand items of a guest",
      withVm({
        guest: { items: Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`k${i}`, "v"])) },
      }),
      201,
    ),
    body(
      "strange: ten thousand addresses of a guest",
      withVm({ guest: { ipAddresses: Array.from({ length: 10_000 }, () => "not an address") } }),
      201,
    ),
    body("strange: ten thousand tags", withVm({ notes: "#a ".repeat(1365) }), 201),
    body(
      "strange: the same disk a thousand times",
      withVm({ disks: Array.from({ length: 1000 }, () => ({ path: "x" })) }),
      201,
    ),
    body(
      "strange: a thousand services of one id",
      withVm({ integrationServices: Array.from({ length: 1000 }, () => ({ id: "x" })) }),
      201,
    ),
    body(
      "strange: a service of no component",
      withVm({ integrationServices: [{ id: "" }, { id: "\\" }, { id: "Microsoft:" }] }),
      201,
    ),
    body(
      "strange: statuses that no enum has",
      withVm({ integrationServices: [{ id: "x", primaryStatus: Number.MAX_SAFE_INTEGER }] }),
      201,
    ),
    body(
      "strange: times at the ends of the calendar",
      withVm({
        createdAt: "0001-01-01T00:00:00Z",
        checkpoints: { oldestAt: "9999-12-31T23:59:59.999999999Z" },
      }),
      201,
    ),
    body(
      "strange: every size at its limit",
      withVm({ memoryAssignedBytes: Number.MAX_SAFE_INTEGER, uptimeSeconds: Number.MAX_SAFE_INTEGER }),
      201,
    ),
    body("strange: the encoding identity", write(), 201, { ...JSON_HEADERS, "content-encoding": "identity" }),
    body("strange: a charset beside the type", write(), 201, {
      "content-type": "application/json; charset=utf-8",
    }),
    body(
      "strange: gzip in two members",
      Buffer.concat([gzipSync(write().slice(0, 0)), gzipSync(write())]),
      201,
      GZIP_HEADERS,
    ),
  ];
}
