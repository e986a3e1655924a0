import { AppError } from "@/lib/services/app-error.ts";

/** How a parameter may be given: once, as often as wanted (any of them), as a number, or as true or false. */
export type ParameterKind = "one" | "many" | "number" | "flag";

const MAX_LENGTH = 256;
const MAX_VALUES = 50;

export type Words<Shape extends Record<string, ParameterKind>> = {
  [Name in keyof Shape]?: Shape[Name] extends "many"
    ? string[]
    : Shape[Name] extends "number"
      ? number
      : Shape[Name] extends "flag"
        ? boolean
        : string;
};

/**
 * The parameters of a list. One that nobody knows is refused by its name: a misspelt filter that shows everything lies.
 * @throws AppError `bad-request` with an error for each parameter
 */
export function queryWords<Shape extends Record<string, ParameterKind>>(
  url: string,
  shape: Shape,
): Words<Shape> {
  const { searchParams } = new URL(url);
  const errors: { path: string; message: string }[] = [];
  const words: Record<string, unknown> = {};
  for (const name of new Set(searchParams.keys())) {
    const values = searchParams.getAll(name).filter((value) => value !== "");
    const kind = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (kind === undefined) errors.push({ path: name.slice(0, 64), message: "is no parameter of this list" });
    else if (
      values.some((value) => value.length > MAX_LENGTH || value.includes("\0") || !value.isWellFormed())
    ) {
      errors.push({ path: name, message: `must be text of at most ${MAX_LENGTH} characters` });
    } else if (values.length === 0) {
      if (kind === "number") errors.push({ path: name, message: "must be a whole number" });
    } else if (kind === "many") {
      if (values.length > MAX_VALUES)
        errors.push({ path: name, message: `takes at most ${MAX_VALUES} values` });
      else words[name] = values;
    } else if (values.length > 1) errors.push({ path: name, message: "may be given once" });
    else {
      const value = toValue(kind, values[0] ?? "");
      if (value === undefined) {
        errors.push({
          path: name,
          message: kind === "number" ? "must be a whole number from 1 to 500" : "must be true or false",
        });
      } else words[name] = value;
    }
  }
  if (errors.length > 0) {
    throw new AppError(
      "bad-request",
      `These parameters are wrong: ${errors.map(({ path }) => path).join(", ")}.`,
      { errors },
    );
  }
  // Filled from the shape alone, value by value, which the compiler cannot follow through a loop.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return words as Words<Shape>;
}

function toValue(kind: Exclude<ParameterKind, "many">, value: string): string | number | boolean | undefined {
  if (kind === "one") return value;
  if (kind === "flag") return value === "true" ? true : value === "false" ? false : undefined;
  if (!/^\d{1,4}$/.test(value)) return undefined;
  const number = Number(value);
  return number >= 1 && number <= 500 ? number : undefined;
}
