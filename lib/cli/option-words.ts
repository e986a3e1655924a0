import { InvalidArgumentError } from "commander";

export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError("must be a whole number greater than 0");
  return Number(text);
}

const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

export function duration(text: string): number {
  const match = /^([1-9]\d{0,4})([mhd])$/.exec(text);
  const unit = UNIT_MS[match?.[2] ?? ""];
  if (!match || unit === undefined)
    throw new InvalidArgumentError("must be a duration such as 30m, 12h or 7d");
  return Number(match[1]) * unit;
}

export function oneOf(...words: string[]): (text: string) => string {
  return (text) => {
    if (!words.includes(text)) throw new InvalidArgumentError(`must be ${words.join(" or ")}`);
    return text;
  };
}
