import type { Reading } from "./meter.ts";
import type { RunNews, RunSummary } from "./run-fleet.ts";

/** One line of console output, or `null` if there is nothing to show. */
export function describeNews(news: RunNews): string | null {
  switch (news.type) {
    case "started":
      return `${count(news.hosts, "host")} with ${count(news.vms, "VM")}`;
    case "story":
      return `${clockOf(news.atSeconds)}  ${news.text}`;
    case "not-enrolled":
      return `could not enrol ${news.reason}`;
    case "refused":
      return `${news.host}: report set aside, ${news.status} ${news.reason}`;
    case "unwelcome":
      return `${news.host}: not accepted, ${news.status} ${news.reason}; keeping its reports and retrying`;
    case "progress": {
      const { delta, seconds, pending } = news;
      const rate = (amount: number) => (seconds > 0 ? (amount / seconds).toFixed(1) : "0.0");
      if (delta.posts === 0 && pending === 0) return null;
      return [
        `${rate(delta.posts)} posts/s`,
        `${rate(delta.vms)} VMs/s`,
        answersOf(delta) || "no responses",
        `${pending} waiting`,
      ].join("  ·  ");
    }
    default:
      return describeEnd(news);
  }
}

function describeEnd({ seconds, pending, dropped, refused, notEnrolled, total }: RunSummary): string {
  return [
    `ended after ${seconds.toFixed(1)} s: ${count(total.posts, "post")}`,
    `${count(total.vms, "VM")} stored`,
    answersOf(total) || "no responses",
    ...(pending > 0 ? [`${pending} still waiting`] : []),
    ...(dropped > 0 ? [`${dropped} dropped`] : []),
    ...(refused > 0 ? [`${refused} set aside`] : []),
    ...(notEnrolled > 0 ? [`${notEnrolled} not enrolled`] : []),
  ].join(", ");
}

function answersOf({ statuses, answers, faults }: Reading): string {
  const words: string[] = Object.entries(statuses).map(([status, times]) => `${status}: ${times}`);
  if (answers.duplicate) words.push(`duplicate: ${answers.duplicate}`);
  if (answers.stale) words.push(`stale: ${answers.stale}`);
  if (answers.unreachable) words.push(`no response: ${answers.unreachable}`);
  words.push(...Object.entries(faults).map(([fault, times]) => `${fault}!: ${times}`));
  return words.join(" ");
}

function count(amount: number, noun: string): string {
  return `${amount.toLocaleString("en")} ${noun}${amount === 1 ? "" : "s"}`;
}

function two(part: number): string {
  return String(part).padStart(2, "0");
}

function clockOf(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}
