import type { Command } from "commander";
import { toPrintable } from "./printable.ts";
import { toLines } from "./to-lines.ts";
import type { WithDatabase } from "./with-database.ts";

const ALL = 1_000_000;

/** Hosts that have reported: which there are, and which are out of the fleet. */
export function addHostCommands(
  program: Command,
  withDatabase: WithDatabase,
  say: (answer: Record<string, unknown>, words: string) => void,
): void {
  const host = program.command("host").description("hosts that have reported");
  host
    .command("list")
    .description("list them by name: id, name, freshness, VMs, last report")
    .action(async () => {
      const { items } = await withDatabase(({ listHosts }) => listHosts({ limit: ALL }, new Date()));
      say(
        { hosts: items },
        toLines(
          items.map(({ id, name, freshness, vms, lastReportedAt, retired }) => [
            id,
            name,
            freshness,
            countVms(vms),
            `reported ${lastReportedAt}`,
            retired === null
              ? ""
              : `out since ${retired.at}${retired.by === null ? "" : `, by ${retired.by}`}`,
          ]),
          "No host has reported yet.",
        ),
      );
    });
  host
    .command("retire")
    .description(
      "take one out of the fleet that is gone for good, with its VMs; its next report brings it back",
    )
    .argument("<host>", "its name, or its id as the list has it")
    .action(async (word: string) => {
      const { id, name, vms, freshness } = await withDatabase(async ({ findHost, retireHost }) => {
        const now = new Date();
        const found = await findHost(word, now);
        return retireHost(found.id, { name: "the command line", at: now });
      });
      if (freshness === null)
        return say({ retired: id, name, vms }, `${toPrintable(name)} was retired before.`);
      const isReporting = freshness === "fresh" || freshness === "late";
      say(
        { retired: id, name, vms },
        [
          `${toPrintable(name)} is out of the fleet, and ${countVms(vms)} with it. Nothing was deleted.`,
          isReporting
            ? "It reported a moment ago, and its next report brings it back: stop its agent first."
            : "Its next report brings it back.",
        ].join("\n"),
      );
    });
  host
    .command("restore")
    .description("take a retirement back: the host and its VMs are as they were, unknown until it reports")
    .argument("<host>", "its name, or its id as the list has it")
    .action(async (word: string) => {
      const { id, name, isNew } = await withDatabase(async ({ findHost, restoreHost }) => {
        const now = new Date();
        const found = await findHost(word, now);
        return restoreHost(found.id, now);
      });
      say(
        { restored: id, name },
        isNew ? `${toPrintable(name)} is back.` : `${toPrintable(name)} was not retired.`,
      );
    });
}

function countVms(vms: number): string {
  return vms === 1 ? "1 VM" : `${vms} VMs`;
}
