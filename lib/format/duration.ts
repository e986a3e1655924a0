const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A duration in its largest sensible unit: 41 s, 12 min, 6 h, 41 d. */
export function formatDuration(seconds: number): string {
  const length = Math.max(0, seconds);
  if (length < 90) return `${Math.round(length)} s`;
  if (length < 90 * MINUTE) return `${Math.round(length / MINUTE)} min`;
  if (length < 2 * DAY) return `${Math.round(length / HOUR)} h`;
  return `${Math.round(length / DAY)} d`;
}

/** The same in words for sentences: 41 seconds, 12 minutes, 6 hours, 41 days. */
export function formatDurationInWords(seconds: number): string {
  const length = Math.max(0, seconds);
  if (length < 90) return inWords(Math.round(length), "second");
  if (length < 90 * MINUTE) return inWords(Math.round(length / MINUTE), "minute");
  if (length < 2 * DAY) return inWords(Math.round(length / HOUR), "hour");
  return inWords(Math.round(length / DAY), "day");
}

/** A stopwatch: 0:41, 12:05. */
export function formatElapsed(seconds: number): string {
  const length = Math.max(0, Math.floor(seconds));
  return `${Math.floor(length / MINUTE)}:${String(length % MINUTE).padStart(2, "0")}`;
}

function inWords(count: number, unit: string): string {
  return `${count} ${count === 1 ? unit : `${unit}s`}`;
}
