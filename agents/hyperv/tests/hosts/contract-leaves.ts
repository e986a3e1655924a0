import { z } from "zod";
import { snapshotJsonSchema } from "@/lib/contract/agent/json-schema.ts";

interface Schema {
  properties?: Record<string, Schema> | undefined;
  items?: Schema | undefined;
}

const schema: z.ZodType<Schema> = z.object({
  get properties() {
    return z.record(z.string(), schema).optional();
  },
  get items() {
    return schema.optional();
  },
});

/** Paths of all facts of the contract, such as `vms[].disks[].path`. A map with keys that a guest chooses is one fact. */
export function leavesOfContract(): string[] {
  return leavesUnder(schema.parse(snapshotJsonSchema()), "");
}

function leavesUnder({ properties, items }: Schema, path: string): string[] {
  if (items) return leavesUnder(items, `${path}[]`);
  if (!properties) return [path];
  return Object.entries(properties).flatMap(([name, one]) =>
    leavesUnder(one, path ? `${path}.${name}` : name),
  );
}

/** Paths of a report that have a value, with every object on the way: it is a fact itself if it is such a map. */
export function leavesOfReport(value: unknown, path = ""): string[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((one) => leavesOfReport(one, `${path}[]`));
  if (typeof value !== "object") return [path];
  const under = Object.entries(value).flatMap(([name, one]) =>
    leavesOfReport(one, path ? `${path}.${name}` : name),
  );
  return under.length > 0 ? [path, ...under] : [];
}
