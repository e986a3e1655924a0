import { describe, expect, test } from "vitest";
import { serviceRows, VM_ID } from "../testing/vm-cases.ts";
import { sampleService } from "../sample-facts.ts";
import { componentKeyOf, componentRows } from "./component-rows.ts";

describe("which service a row is of", () => {
  test.each<[id: string, key: string | null]>([
    [`Microsoft:${VM_ID}\\84eaae65-2f2e-45f5-9bb5-0e857dc8eb47`, "heartbeat"],
    [`Microsoft:${VM_ID.toUpperCase()}\\84EAAE65-2F2E-45F5-9BB5-0E857DC8EB47`, "heartbeat"],
    ["9f8233ac-be49-4c79-8ee3-e7e1985b2077", "shutdown"],
    ["Microsoft:x\\2497F4DE-e9fa-4204-80e4-4b75c46419c0", "time-sync"],
    ["Microsoft:x\\2a34b1c2-fd73-4043-8a5b-dd2159bc743f", "data-exchange"],
    ["Microsoft:x\\5ced1297-4598-4915-a5fc-ad21bb4d02a4", "vss"],
    ["Microsoft:x\\6c09bb55-d683-4da0-8931-c9bf705f6480", "guest-services"],
    ["Microsoft:x\\999e53d4-3d5c-4c3e-8779-bed06ec056e1", null],
    ["Heartbeat", null],
    ["", null],
  ])("%s is of %s", (id, key) => {
    expect(componentKeyOf(id)).toBe(key);
  });
});

describe("rows by service", () => {
  test("translated names and any order make no difference", () => {
    const rows = componentRows(serviceRows({ heartbeat: { name: "Takt" } }).toReversed());
    expect(rows.heartbeat?.name).toBe("Takt");
    expect(Object.keys(rows)).toHaveLength(6);
  });

  test("of two rows the first counts", () => {
    expect(
      componentRows([sampleService({ primaryStatus: 12 }), sampleService()]).heartbeat?.primaryStatus,
    ).toBe(12);
  });

  test("a row of another component is no service of ours", () => {
    expect(
      componentRows([sampleService({ id: "Microsoft:x\\999e53d4-3d5c-4c3e-8779-bed06ec056e1" })]),
    ).toEqual({});
  });
});
