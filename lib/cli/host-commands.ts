import type { Command } from "commander";
import { toPrintable } from "./printable.ts";
import { toLines } from "./to-lines.ts";
import type { WithDatabase } from "./with-database.ts";

const ALL = 1_000_000;

/** Commands for hosts that have reported: list, retire, restore. */
export function addHostCommands(
  program: Command,
  withDatabase: WithDatabase,
  say: (answer: Record<string, unknown>, words: string) => void,
): void {
  const host = program.command("host").description("manage the hosts that have reported");
  host
    .command("list")
    .description("list all hosts by name: id, name, freshness, VMs, last report")
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
            `last report ${lastReportedAt}`,
            retired === null ? "" : `retired ${retired.at}${retired.by === null ? "" : ` by ${retired.by}`}`,
          ]),
          "No host has reported yet.",
        ),
      );
    });
  host
    .command("retire")
    .description("retire a host that is permanently gone, with its VMs; its next report restores it")
    .argument("<host>", "name, or id from the list")
    .action(async (word: string) => {
      const { id, name, vms, freshness } = await withDatabase(async ({ findHost, retireHost }) => {
        const now = new Date();
        const found = await findHost(word, now);
        return retireHost(found.id, { name: "the command line", at: now });
      });
      if (freshness === null)
        return say({ retired: id, name, vms }, `${toPrintable(name)} is already retired.`);
      const isReporting = freshness === "fresh" || freshness === "late";
      say(
        { retired: id, name, vms },
        [
          `${toPrintable(name)} is retired with ${countVms(vms)}. Nothing was deleted.`,
          isReporting
            ? "It is still reporting, and its next report restores it. To keep it retired, stop its agent first."
            : "Its next report restores it.",
        ].join("\n"),
      );
    });
  host
    .command("restore")
    .description("undo a retirement: the host and its VMs return, with unknown health until it reports")
    .argument("<host>", "name, or id from the list")
    .action(async (word: string) => {
      const { id, name, isNew } = await withDatabase(async ({ findHost, restoreHost }) => {
        const now = new Date();
        const found = await findHost(word, now);
        return restoreHost(found.id, now);
      });
      say(
        { restored: id, name },
        isNew ? `${toPrintable(name)} is restored.` : `${toPrintable(name)} was not retired.`,
      );
    });
}

function countVms(vms: number): string {
  return vms === 1 ? "1 VM" : `${vms} VMs`;
}
