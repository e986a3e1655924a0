/**
 * Agents below this version lack data that the rules need. They are pointed out and keep reporting: what they send is
 * judged as far as possible. Raised manually when the contract grows.
 */
export const LEAST_AGENT_VERSION = "0.1.0";

/** `null` if the version cannot be compared, or if no agent of ours reports. */
export function isAgentTooOld(
  { version, kind }: { version: string; kind: string },
  least: string = LEAST_AGENT_VERSION,
): boolean | null {
  if (kind !== "hyperv") return null;
  const [told, needed] = [numbersOf(version), numbersOf(least)];
  if (told === null || needed === null) return null;
  for (let place = 0; place < Math.max(told.length, needed.length); place += 1) {
    const difference = (told[place] ?? 0) - (needed[place] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function numbersOf(version: string): number[] | null {
  const match = /^\d{1,9}(?:\.\d{1,9}){0,3}(?=$|[-+])/.exec(version);
  return match ? match[0].split(".").map(Number) : null;
}
