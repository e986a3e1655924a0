/** Narrow, and lines do not break at it. */
const THIN_SPACE = "\u202f";

/** A whole number with thin spaces between thousands: 1 053. */
export function formatCount(count: number): string {
  const digits = String(Math.abs(Math.trunc(count)));
  const grouped = digits.replaceAll(/\B(?=(\d{3})+$)/g, THIN_SPACE);
  return count < 0 ? `−${grouped}` : grouped;
}

/** A change of a count: +3, −2, 0. */
export function formatDifference(difference: number): string {
  return difference > 0 ? `+${formatCount(difference)}` : formatCount(difference);
}

/** "1 VM", "12 VMs". */
export function formatPlural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** A share from 0 to 1 as a percentage that is rounded to 100 or 0 only if exact. */
export function formatShare(share: number): string {
  if (share <= 0) return "0 %";
  if (share >= 1) return "100 %";
  const percent = Math.min(99.9, Math.max(0.1, share * 100));
  return `${percent >= 10 ? Math.min(99, Math.round(percent)) : percent.toFixed(1)} %`;
}
