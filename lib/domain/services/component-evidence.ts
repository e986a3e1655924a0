import type { IntegrationServiceFacts } from "../facts.ts";
import { nameOf } from "../guest/guest-os-name.ts";
import type { KnownGuest } from "../guest/known-guest.ts";
import type { Evidence } from "../judgement.ts";

type Deciding = "enabled" | "primaryStatus" | "secondaryStatus" | null;

/** The switch and the numbers, as reported. The texts are the host's translation of the numbers, shown and never read. */
export function rowEvidence(row: IntegrationServiceFacts, decides: Deciding): Evidence[] {
  const evidence = [told("enabled", row.enabled, decides), told("primaryStatus", row.primaryStatus, decides)];
  const isWell = row.primaryStatus === 2;
  if (!isWell && row.primaryStatusText)
    evidence.push({ name: "primaryStatusText", value: row.primaryStatusText });
  if (row.secondaryStatus !== null) {
    evidence.push(told("secondaryStatus", row.secondaryStatus, decides));
    if (row.secondaryStatus !== 2 && row.secondaryStatusText)
      evidence.push({ name: "secondaryStatusText", value: row.secondaryStatusText });
  }
  return evidence;
}

/** Whom a verdict took the guest for, and since when that is only remembered. */
export function guestEvidence({ system, isTold, lastToldAt }: KnownGuest): Evidence[] {
  const name = nameOf(system);
  if (isTold || lastToldAt === null) return [{ name: "guest", value: name }];
  return [
    { name: "lastKnownGuest", value: name },
    { name: "lastKnownAt", value: lastToldAt },
  ];
}

function told(name: NonNullable<Deciding>, value: number | boolean | null, decides: Deciding): Evidence {
  return decides === name ? { name, value, decides: true } : { name, value };
}
