/** Tenths of a per cent, truncated: 100 is shown only when exact. */
function tenthsOf(ratio: number): number {
  return Math.floor(ratio * 1000 + 1e-9);
}

/** A share from 0 to 1 in per cent with one decimal, without its sign: 83.8, and 100 only when exact. */
export function formatPercent(ratio: number): string {
  const tenths = tenthsOf(ratio);
  return tenths === 1000 ? "100" : (tenths / 10).toFixed(1);
}

/** Whether a share fell, as the two are displayed: a difference shown as ±0 did not. */
export function isLower(from: number | null, to: number | null): boolean {
  return from !== null && to !== null && tenthsOf(to) < tenthsOf(from);
}

/** The difference of two shares in percentage points, as displayed: +6.2, −1.6, ±0. */
export function formatPoints(from: number, to: number): string {
  const tenths = tenthsOf(to) - tenthsOf(from);
  if (tenths === 0) return "±0";
  return `${tenths > 0 ? "+" : "−"}${(Math.abs(tenths) / 10).toFixed(1)}`;
}
