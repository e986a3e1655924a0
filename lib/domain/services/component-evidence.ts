import type { IntegrationServiceFacts } from "../facts.ts";
import { nameOf } from "../guest/guest-os-name.ts";
import type { KnownGuest } from "../guest/known-guest.ts";
import type { Evidence } from "../judgement.ts";

type Deciding = "enabled" | "primaryStatus" | "secondaryStatus" | null;

/**
 * The setting and the status numbers, as reported. The texts are the host's localized form of the numbers, displayed
 * but never parsed.
 */
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

/** The guest that a verdict assumed, and since when it is only the last known one. */
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
