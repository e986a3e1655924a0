import { describe, expect, test } from "vitest";
import {
  layOutNarrowWiring,
  layOutPairedWiring,
  layOutWiring,
  type Plate,
  type WiringDrawing,
} from "./lay-out-wiring.ts";
import { NIC_1, planOf, SWITCH, wiredAdapter, wiredSwitch } from "./wiring-fixture.ts";

function firstY(plates: readonly Plate[], column: string): number {
  return Math.min(...plates.filter(({ node }) => node.column === column).map(({ y }) => y));
}

function expectNoOverlap({ plates, width, height }: WiringDrawing): void {
  for (const [index, plate] of plates.entries()) {
    expect(plate.x + plate.width).toBeLessThanOrEqual(width);
    expect(plate.y + plate.height).toBeLessThanOrEqual(height);
    for (const other of plates.slice(index + 1))
      expect(
        plate.x !== other.x || plate.y + plate.height <= other.y || other.y + other.height <= plate.y,
      ).toBe(true);
  }
}

describe("the drawing", () => {
  const many = (count: number, layOut = layOutWiring) => {
    const ids = Array.from({ length: count }, (_, index) => `nic-${index}`);
    return layOut(
      planOf({
        physicalAdapters: ids.map((id) => ({
          ...NIC_1,
          interfaceGuid: id,
          name: `${"<b>'\u202E".repeat(40)}${id}`,
        })),
        switches: [SWITCH],
        wiring: {
          adapters: ids.map((id) => wiredAdapter({ id })),
          switches: [
            wiredSwitch({
              uplink: "set",
              adapterIds: ids,
              use: { vms: 500, ports: 500, technologies: {} },
            }),
          ],
        },
      }),
    );
  };

  test.each([0, 1, 2, 16, 17, 64])("of %i adapters lets no plate overlap another", (count) => {
    const drawing = many(count);
    const { plates } = drawing;
    expect(plates.filter(({ node }) => node.column === "adapter")).toHaveLength(count);
    expectNoOverlap(drawing);
  });

  test.each([1, 2, 17, 64])("of %i adapters on a narrow screen is one column without holes", (count) => {
    const { plates, heads, width, height, wires } = many(count, layOutNarrowWiring);
    expect(width).toBeLessThanOrEqual(344);
    const ends = [...plates.map(({ y, height: own }) => y + own), 0];
    for (const { y } of plates) {
      const above = Math.max(...ends.filter((end) => end <= y));
      const hasHead = heads.some((head) => head.y > above && head.y < y);
      expect(y - above).toBeLessThanOrEqual(hasHead ? 40 : 8);
    }
    expect(Math.max(...ends)).toBeLessThanOrEqual(height);
    expect(wires.length).toBeGreaterThanOrEqual(count);
  });

  test.each([1, 2, 17, 64])(
    "of %i adapters on a tablet has the switch and its users at the right",
    (count) => {
      const drawing = many(count, layOutPairedWiring);
      const { plates, width, wires } = drawing;
      expect(width).toBeLessThanOrEqual(648);
      const xs = (columns: string[]) =>
        new Set(plates.filter(({ node }) => columns.includes(node.column)).map(({ x }) => x));
      const [left, right] = [xs(["adapter", "team"]), xs(["switch", "user"])];
      expect([left.size, right.size]).toEqual([1, 1]);
      expect(Math.max(...left)).toBeLessThan(Math.min(...right));
      expectNoOverlap(drawing);
      expect(wires.length).toBeGreaterThanOrEqual(count);
    },
  );

  test("of 64 adapters takes a line for each", () => {
    const { plates, height } = many(64);
    expect(plates.filter(({ isCompact }) => isCompact)).toHaveLength(64);
    expect(height).toBeLessThan(64 * 40);
  });

  test("starts every column near its head, however many use one adapter", () => {
    const hostAdapters = Array.from({ length: 12 }, (_, index) => ({
      name: `SMB-${index}`,
      switchId: "sw-1",
    }));
    const { plates } = layOutWiring(
      planOf({
        physicalAdapters: [NIC_1],
        switches: [SWITCH],
        hostAdapters,
        wiring: { adapters: [wiredAdapter()], switches: [wiredSwitch()] },
      }),
    );
    expect(plates.filter(({ node }) => node.column === "user").length).toBeGreaterThan(10);
    expect(Math.max(...["adapter", "switch"].map((column) => firstY(plates, column)))).toBeLessThan(80);
  });

  test("has no column of teams if there are none", () => {
    const { heads } = layOutWiring(
      planOf({
        physicalAdapters: [NIC_1],
        wiring: { adapters: [wiredAdapter({ feeds: "tcp-ip" })], switches: [] },
      }),
    );
    expect(heads.map(({ column }) => column)).toEqual(["adapter", "switch", "user"]);
  });
});
