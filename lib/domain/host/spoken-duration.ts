const UNITS = [
  { name: "day", seconds: 86_400 },
  { name: "hour", seconds: 3_600 },
  { name: "minute", seconds: 60 },
] as const;

/** A duration as one round number, for a sentence that must not change every second: "5 minutes". */
export function spokenDuration(seconds: number): string {
  // A unit is used from two of it on, so that 90 minutes are not "2 hours".
  const unit = UNITS.find((unit) => seconds >= 2 * unit.seconds || seconds === unit.seconds) ?? {
    name: "second",
    seconds: 1,
  };
  const count = Math.floor(seconds / unit.seconds);
  return `${count} ${unit.name}${count === 1 ? "" : "s"}`;
}
