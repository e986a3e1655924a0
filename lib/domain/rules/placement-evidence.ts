import type { VmReading } from "../services/assess-services.ts";
import type { Evidence } from "../judgement.ts";

/**
 * Every place where the VM is seen, with its state there, in an order that does not depend on reports. The time of each
 * host's report changes with every report and is left out.
 */
export function placementEvidence({ placement, host, vm }: VmReading): Evidence[] {
  const places: Evidence[] = placement.hosts.map(({ name, state }) => ({ name, value: state }));
  if (!places.some(({ name }) => name === host.name)) places.push({ name: host.name, value: vm.state });
  places.sort(byNameAndValue);
  return [{ name: "placement.conflict", value: placement.conflict, decides: true }, ...places];
}

function byNameAndValue(left: Evidence, right: Evidence): number {
  if (left.name !== right.name) return left.name < right.name ? -1 : 1;
  return String(left.value) < String(right.value) ? -1 : 1;
}
