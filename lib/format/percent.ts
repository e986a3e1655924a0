/** Tenths of a per cent, cut and not rounded: 100 is shown only when it is. */
function tenthsOf(ratio: number): number {
  return Math.floor(ratio * 1000 + 1e-9);
}

/** A share from 0 to 1 in per cent with one decimal, without its sign: 83.8, and 100 only when it is. */
export function formatPercent(ratio: number): string {
  const tenths = tenthsOf(ratio);
  return tenths === 1000 ? "100" : (tenths / 10).toFixed(1);
}

/** Whether a share fell, as the two are shown: what is told as ±0 did not. */
export function isLower(from: number | null, to: number | null): boolean {
  return from !== null && to !== null && tenthsOf(to) < tenthsOf(from);
}

/** From one share to another in points of a per cent, as the two are shown: +6.2, −1.6, ±0. */
export function formatPoints(from: number, to: number): string {
  const tenths = tenthsOf(to) - tenthsOf(from);
  if (tenths === 0) return "±0";
  return `${tenths > 0 ? "+" : "−"}${(Math.abs(tenths) / 10).toFixed(1)}`;
}
