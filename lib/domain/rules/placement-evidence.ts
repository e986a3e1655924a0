import type { VmReading } from "../services/assess-services.ts";
import type { Evidence } from "../judgement.ts";

/**
 * Every place that the VM is seen in, with its state there, in an order that no report changes. When each host
 * reported moves on with every report, and is left out.
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
