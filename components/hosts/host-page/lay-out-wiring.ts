import type { WiringPlan } from "./prepare-wiring.ts";
import { WIRE_COLUMNS, type WireBand, type WireColumn, type WireNode, type WireTone } from "./wire-node.ts";

/** A plate with its position. */
export interface Plate {
  node: WireNode;
  x: number;
  y: number;
  width: number;
  height: number;
  /** On one line, if there are many of them. */
  isCompact: boolean;
}

export interface DrawnWire {
  key: string;
  path: string;
  tone: WireTone;
}

export interface WiringDrawing {
  width: number;
  height: number;
  heads: { key: string; column: WireColumn; x: number; y: number }[];
  plates: Plate[];
  wires: DrawnWire[];
}

const WIDTHS: Readonly<Record<WireColumn, number>> = { adapter: 270, team: 190, switch: 270, user: 330 };
const GUTTER = 50;
const PLATE_GAP = 8;
const BAND_GAP = 20;
const TOP = 24;
const HEAD = 12;
const MOST_ABOVE = 40;
/** More adapters than this take one line each. */
const MANY = 16;
const COMPACT_HEIGHT = 28;
/** How many squares of VM adapters fit on a line, and from how many on they become a bar. */
export const SQUARES_PER_LINE = 23;
export const MOST_SQUARES = 3 * SQUARES_PER_LINE;
const MARKS_PER_LINE = 4;

/**
 * Positions every plate: bands lie below each other, so that no wire of one crosses another's, and in a band of few
 * plates each column is centred on the tallest, as long as that leaves little space above it.
 */
export function layOutWiring({ bands }: WiringPlan): WiringDrawing {
  const nodes = bands.flatMap((band) => band.nodes);
  const isCompact = nodes.filter(({ column }) => column === "adapter").length > MANY;
  const columns = WIRE_COLUMNS.filter(
    (column) => column !== "team" || nodes.some((node) => node.column === column),
  );
  const heads: WiringDrawing["heads"] = [];
  let width = 0;
  for (const column of columns) {
    heads.push({ key: column, column, x: width, y: HEAD });
    width += WIDTHS[column] + GUTTER;
  }
  width -= GUTTER;
  const xOf = new Map(heads.map(({ column, x }) => [column, x]));
  const plates: Plate[] = [];
  const wires: DrawnWire[] = [];
  let y = TOP;
  for (const band of bands) {
    const placed = placeBand(band, y, xOf, isCompact);
    plates.push(...placed.plates);
    wires.push(...placed.wires);
    y += placed.height + BAND_GAP;
  }
  return { width, height: Math.max(TOP, y - BAND_GAP) + 2, heads, plates, wires };
}

function placeBand(
  { nodes, wires }: WireBand,
  top: number,
  xOf: ReadonlyMap<WireColumn, number>,
  isCompact: boolean,
): { plates: Plate[]; wires: DrawnWire[]; height: number } {
  const isShort = (node: WireNode) => isCompact && node.column === "adapter";
  const columns = WIRE_COLUMNS.map((column) => nodes.filter((node) => node.column === column));
  const heights = columns.map((column) => stackHeight(column.map((node) => heightOf(node, isShort(node)))));
  const height = Math.max(...heights);
  const plates = new Map<string, Plate>();
  for (const [index, column] of columns.entries()) {
    // In the middle of very many plates the switch would be hard to find.
    let y = isCompact ? top : top + Math.min((height - (heights[index] ?? 0)) / 2, MOST_ABOVE);
    for (const node of column) {
      const plate: Plate = {
        node,
        x: xOf.get(node.column) ?? 0,
        y,
        width: WIDTHS[node.column],
        height: heightOf(node, isShort(node)),
        isCompact: isShort(node),
      };
      plates.set(node.key, plate);
      y += plate.height + PLATE_GAP;
    }
  }
  const drawn = wires.flatMap(({ from, to, tone }) => {
    const [start, end] = [plates.get(from), plates.get(to)];
    return start && end ? [{ key: `${from} ${to}`, path: pathBetween(start, end), tone }] : [];
  });
  return { plates: [...plates.values()], wires: drawn, height };
}

/** Columns that are stacked on a screen too narrow for all of them side by side. */
interface Stack {
  columns: readonly WireColumn[];
  x: number;
  width: number;
  /** Where its wires run down beside it: up to the switch, on from it, and those not in effect. */
  trunks: Readonly<Record<"up" | "down" | "vain", number>>;
}

const ON_TELEPHONE: readonly Stack[] = [
  { columns: WIRE_COLUMNS, x: 16, width: 322, trunks: { up: 4, down: 10, vain: 10 } },
];
/** Two side by side: wires between them run in the gutter, wires within one beside it on its outer side. */
const ON_TABLET: readonly Stack[] = [
  { columns: ["adapter", "team"], x: 12, width: 264, trunks: { up: 4, down: 4, vain: 4 } },
  { columns: ["switch", "user"], x: 306, width: 322, trunks: { up: 635, down: 635, vain: 642 } },
];

/** The same for a phone: a band's columns are stacked, each with its head, and wires run down beside them. */
export function layOutNarrowWiring(plan: WiringPlan): WiringDrawing {
  return layOutStacks(plan, ON_TELEPHONE, 338);
}

/** The same for a tablet: the hardware on the left, the switches and their users on the right. */
export function layOutPairedWiring(plan: WiringPlan): WiringDrawing {
  return layOutStacks(plan, ON_TABLET, 644);
}

function layOutStacks({ bands }: WiringPlan, stacks: readonly Stack[], width: number): WiringDrawing {
  const isCompact =
    bands.flatMap(({ nodes }) => nodes).filter(({ column }) => column === "adapter").length > MANY;
  const drawing: WiringDrawing = { width, height: 0, heads: [], plates: [], wires: [] };
  let top = 0;
  for (const [index, { nodes, wires }] of bands.entries()) {
    const placed = new Map<string, Plate>();
    const stackOf = new Map<string, Stack>();
    const ends = stacks.map((stack) => {
      let y = top;
      for (const column of stack.columns) {
        const ofColumn = nodes.filter((node) => node.column === column);
        if (ofColumn.length === 0) continue;
        drawing.heads.push({ key: `${index} ${column}`, column, x: stack.x, y: y + HEAD });
        y += TOP - 6;
        for (const node of ofColumn) {
          const isShort = isCompact && column === "adapter";
          const height = heightOf(node, isShort);
          placed.set(node.key, { node, x: stack.x, y, width: stack.width, height, isCompact: isShort });
          stackOf.set(node.key, stack);
          y += height + PLATE_GAP;
        }
      }
      return y;
    });
    drawing.plates.push(...placed.values());
    for (const { from, to, tone } of wires) {
      const [start, end, stack] = [placed.get(from), placed.get(to), stackOf.get(to)];
      if (!start || !end || !stack) continue;
      const path =
        stackOf.get(from) === stack ? pathBeside(start, end, stack, tone) : pathBetween(start, end);
      drawing.wires.push({ key: `${from} ${to}`, path, tone });
    }
    top = Math.max(...ends) + BAND_GAP - PLATE_GAP;
  }
  return { ...drawing, height: Math.max(TOP, top - BAND_GAP) + 2 };
}

/** Down a trunk beside the plates, on the side where it is. */
function pathBeside(start: Plate, end: Plate, { x, width, trunks }: Stack, tone: WireTone): string {
  const trunk = trunks[end.node.column === "switch" ? "up" : tone === "warning" ? "vain" : "down"];
  const side = trunk < x ? x : x + width;
  return `M${side} ${middleOf(start)}H${trunk}V${middleOf(end)}H${side}`;
}

function stackHeight(heights: readonly number[]): number {
  return heights.reduce((sum, height) => sum + height + PLATE_GAP, 0) - (heights.length > 0 ? PLATE_GAP : 0);
}

function heightOf({ detail, marks, reason, ports }: WireNode, isShort: boolean): number {
  if (isShort) return COMPACT_HEIGHT;
  const lines =
    1 + (detail === "" ? 0 : 1) + Math.ceil(marks.length / MARKS_PER_LINE) + (reason === null ? 0 : 1);
  return 13 + lines * 17 + (ports === null ? 0 : 4 + squareLines(ports.all) * 13);
}

function squareLines(all: number): number {
  return all > MOST_SQUARES ? 1 : Math.ceil(all / SQUARES_PER_LINE);
}

/** At right angles, turning in the gutter before the target plate, so that wires to one plate share a trunk. */
function pathBetween(start: Plate, end: Plate): string {
  const [x1, y1] = [start.x + start.width, middleOf(start)];
  const [x2, y2] = [end.x, middleOf(end)];
  const turn = x2 - Math.min(GUTTER, x2 - x1) / 2;
  return y1 === y2 ? `M${x1} ${y1}H${x2}` : `M${x1} ${y1}H${turn}V${y2}H${x2}`;
}

function middleOf({ y, height }: Plate): number {
  return Math.round(y + height / 2);
}
