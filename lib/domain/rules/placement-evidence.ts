import type { Evidence, PlacementFacts } from "../judgement.ts";

/** Where else the VM is seen, in an order that no report changes. When each host reported moves on, and is left out. */
export function placementEvidence(placement: PlacementFacts, hostName: string): Evidence[] {
  const evidence: Evidence[] = [{ name: "placement.conflict", value: placement.conflict, decides: true }];
  const names = new Map([[hostName, "this report's host"]]);
  for (const { name, state } of placement.hosts)
    if (!names.has(name)) names.set(name, state ?? "state not read");
  for (const name of [...names.keys()].sort()) evidence.push({ name, value: names.get(name) ?? null });
  return evidence;
}
