import type { FindingView, RemedyView } from "@/lib/contract/api/findings.ts";

export interface FixScript {
  text: string;
  /** Findings with a command. */
  fixes: number;
  /** The number of those with a cost: they come last, commented out. */
  costly: number;
  /** Findings without a command. */
  without: number;
}

interface Step {
  finding: FindingView;
  remedy: RemedyView;
  isCostly: boolean;
}

/**
 * One script for many findings, by where to run it. Fixes with a cost are at the end, commented out, so that pasting
 * the whole script stops nothing.
 */
export function prepareFixScript(findings: readonly FindingView[]): FixScript {
  const open = [...new Map(findings.map((finding) => [finding.id, finding])).values()].filter(
    (finding) => finding.resolvedAt === null,
  );
  const steps: Step[] = [];
  for (const finding of open) {
    const [remedy] = finding.remedies;
    if (remedy) steps.push({ finding, remedy, isCostly: !isFree(remedy.cost) });
  }
  const costly = steps.filter((step) => step.isCostly);
  const free = steps.filter((step) => !step.isCostly);

  const parts = [headOf(steps.length, costly.length)];
  for (const [place, group] of groupByPlace(free)) parts.push(sectionOf(place, group, false));
  if (costly.length > 0) {
    parts.push("# ==== The following fixes have a cost. Read it, then remove the #. ====");
    for (const [place, group] of groupByPlace(costly)) parts.push(sectionOf(place, group, true));
  }
  return {
    text: `${parts.join("\n\n")}\n`,
    fixes: steps.length,
    costly: costly.length,
    without: open.length - steps.length,
  };
}

function headOf(fixes: number, costly: number): string {
  const price =
    costly === 0 ? "None of them has a cost." : `Those with a cost (${costly}) come last, commented out.`;
  return `# Innkeeper: ${fixes} ${fixes === 1 ? "fix" : "fixes"}. ${price}`;
}

/** A cost that starts with nothing is none: "nothing; no reboot". */
function isFree(cost: string): boolean {
  return /^nothing\b/i.test(cost.trim());
}

function groupByPlace(steps: readonly Step[]): [string, Step[]][] {
  const groups = new Map<string, Step[]>();
  for (const step of steps) {
    const place = placeOf(step);
    const group = groups.get(place);
    if (group) group.push(step);
    else groups.set(place, [step]);
  }
  return [...groups].toSorted(([a], [b]) => a.localeCompare(b, "en", { numeric: true }));
}

function placeOf({ finding, remedy }: Step): string {
  const shell = remedy.shell === "powershell" ? "PowerShell" : "bash";
  if (remedy.runOn === "host") return `${finding.host.name}, the host (${shell})`;
  return `${finding.vm?.name ?? "the guest"}, in the guest on ${finding.host.name} (${shell})`;
}

function sectionOf(place: string, steps: readonly Step[], isCommentedOut: boolean): string {
  const body = steps.map(({ finding, remedy }) => {
    const about = `# ${oneLine(finding.vm?.name ?? finding.host.name)}: ${oneLine(finding.summary).replace(/\.$/, "")} (${finding.rule}). Costs: ${oneLine(remedy.cost)}`;
    const command = isCommentedOut
      ? remedy.command
          .split("\n")
          .map((line) => `# ${line}`)
          .join("\n")
      : remedy.command;
    return `${about}\n${command}`;
  });
  return `# ---- Run on ${oneLine(place)} ----\n${body.join("\n")}`;
}

/**
 * A name from a host may contain anything: a line break in it must not end the comment that contains it, nor may
 * characters that reverse the text direction disguise the line.
 */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, " ");
}
