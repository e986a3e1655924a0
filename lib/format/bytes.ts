const UNITS = ["B", "KB", "MB", "GB", "TB", "PB"] as const;

/** Memory and disks in powers of 1024, as Hyper-V itself shows them: 4 GB, 1.5 TB. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (Math.abs(value) >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${shorten(value)} ${UNITS[unit] ?? "B"}`;
}

const SPEEDS = ["bps", "kbps", "Mbps", "Gbps", "Tbps"] as const;

/** Link speeds in powers of 1000, and in the unit that Windows shows: 25 Gbps. */
export function formatSpeed(bitsPerSecond: number): string {
  let value = bitsPerSecond;
  let unit = 0;
  while (Math.abs(value) >= 1000 && unit < SPEEDS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${shorten(value)} ${SPEEDS[unit] ?? "bps"}`;
}

function shorten(value: number): string {
  const text = Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(1);
  return text.replace(/\.0$/, "");
}
