import { z } from "zod";
import { joinPath } from "@/lib/contract/agent/wire-error.ts";
import { validExamples } from "../examples.ts";
import { body, type Claimant, type HostileBody } from "./hostile-body.ts";

/** Every path of the example that fills every key, with a value of a different type. */
export function wrongTypes({ instanceId, machineId, name }: Claimant): HostileBody[] {
  const example = validExamples().find((one) => one.name === "every-key");
  const text = Buffer.from(example?.bytes ?? []).toString();
  const load = (): Record<string, unknown> => {
    const snapshot = z
      .looseObject({ agent: z.looseObject({}), host: z.looseObject({}) })
      .parse(JSON.parse(text));
    Object.assign(snapshot.agent, { instanceId });
    Object.assign(snapshot.host, { machineId, name });
    return snapshot;
  };
  const bodies = new Map<string, HostileBody>();
  for (const { path, value } of placesOf(load(), [])) {
    const shape = path.reduce<string>(joinPath, "").replace(/\[\d+\]/g, "[]");
    if (value === null || bodies.has(shape)) continue;
    const snapshot = load();
    put(snapshot, path, ofAnotherType(value));
    bodies.set(shape, body(`wrong type: ${shape}`, JSON.stringify(snapshot), 422));
  }
  return [...bodies.values()];
}

function ofAnotherType(value: unknown): unknown {
  if (Array.isArray(value)) return { value, Count: value.length };
  if (typeof value === "object") return "System.Collections.Hashtable";
  if (typeof value === "string") return { toString: value };
  return typeof value === "number" ? String(value) : Number(value);
}

type Path = (string | number)[];

function placesOf(value: unknown, path: Path): { path: Path; value: unknown }[] {
  if (typeof value !== "object" || value === null) return [];
  const steps: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return steps.flatMap(([step, child]) => [
    { path: [...path, step], value: child },
    ...placesOf(child, [...path, step]),
  ]);
}

function put(root: object, path: Path, value: unknown): void {
  let parent: unknown = root;
  for (const step of path.slice(0, -1)) {
    if (typeof parent === "object" && parent !== null) parent = Reflect.get(parent, step);
  }
  const last = path.at(-1);
  if (typeof parent === "object" && parent !== null && last !== undefined) Reflect.set(parent, last, value);
}
