import { InvalidArgumentError } from "commander";

const MAX_NAME_LENGTH = 120;

/** A name as the pages take it: it is what people recognise a key, a token or a person by. */
export function nameText(text: string): string {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > MAX_NAME_LENGTH)
    throw new InvalidArgumentError(`must have from 1 to ${MAX_NAME_LENGTH} characters`);
  return trimmed;
}

export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text))
    throw new InvalidArgumentError("must be a whole number from 1 to 9999999");
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

/** The address of a server, to which paths are appended. */
export function httpAddress(text: string): string {
  if (!URL.canParse(text) || !["http:", "https:"].includes(new URL(text).protocol))
    throw new InvalidArgumentError("must be an address such as https://innkeeper.example.com");
  return text.replace(/\/+$/, "");
}

export function oneOf(...words: string[]): (text: string) => string {
  return (text) => {
    if (!words.includes(text)) throw new InvalidArgumentError(`must be ${words.join(" or ")}`);
    return text;
  };
}
