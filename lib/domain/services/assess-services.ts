import type { IntegrationServiceFacts } from "../facts.ts";
import type { ServiceVerdict } from "../judgement.ts";
import type { VmScene } from "../vm/vm-scene.ts";
import { SERVICE_KEYS, type ServiceKey } from "../words.ts";
import { assessComponent } from "./assess-component.ts";
import { assessPowershellDirect } from "./assess-powershell-direct.ts";
import { type ComponentRows, componentRows } from "./component-rows.ts";
import { serviceName } from "./service-wording.ts";
import { type ServicesScene, servicesScene } from "./services-scene.ts";
import { type Assessment, assessment } from "./verdict-of.ts";

/** A VM with its seven services assessed: the input of the rules. */
export interface VmReading extends VmScene {
  /** All services considered together; `null` if the VM is not running, and for a test replica. */
  together: ServicesScene | null;
  services: Record<ServiceKey, Assessment>;
}

export function assessServices(scene: VmScene): VmReading {
  if (scene.role !== "test-replica" && scene.state.kind === "running") {
    const together = servicesScene(scene);
    return {
      ...scene,
      together,
      services: {
        heartbeat: assessComponent("heartbeat", together),
        shutdown: assessComponent("shutdown", together),
        "time-sync": assessComponent("time-sync", together),
        "data-exchange": assessComponent("data-exchange", together),
        vss: assessComponent("vss", together),
        "guest-services": assessComponent("guest-services", together),
        "powershell-direct": assessPowershellDirect(together),
      },
    };
  }
  const rows = componentRows(scene.vm.integrationServices ?? []);
  return {
    ...scene,
    together: null,
    services: {
      heartbeat: atRest("heartbeat", rows, scene),
      shutdown: atRest("shutdown", rows, scene),
      "time-sync": atRest("time-sync", rows, scene),
      "data-exchange": atRest("data-exchange", rows, scene),
      vss: atRest("vss", rows, scene),
      "guest-services": atRest("guest-services", rows, scene),
      "powershell-direct": atRest("powershell-direct", rows, scene),
    },
  };
}

export function verdictsOf({ services }: VmReading): ServiceVerdict[] {
  return SERVICE_KEYS.map((key) => services[key].verdict);
}

/** A guest that is not running is not evaluated; its service settings stay visible. */
function atRest(key: ServiceKey, rows: ComponentRows, { role, state, vm }: VmScene): Assessment {
  const row = key === "powershell-direct" ? undefined : rows[key];
  if (role === "test-replica")
    return assessment("not-applicable", {
      key,
      status: "not-applicable",
      summary: `A test replica is temporary, so ${serviceName(key)} is not evaluated.`,
      evidence: [{ name: "replicationMode", value: vm.replicationMode, decides: true }, ...switchOf(row)],
    });
  const isUnknown = state.kind === "unknown";
  return assessment("unknown", {
    key,
    status: isUnknown ? "unknown" : "not-applicable",
    summary: isUnknown
      ? `The VM's state is not known, so ${serviceName(key)} cannot be evaluated.`
      : `The VM is not running, so ${serviceName(key)} is not evaluated.`,
    evidence: [{ name: "state", value: vm.state, decides: true }, ...switchOf(row)],
  });
}

function switchOf(row: IntegrationServiceFacts | undefined): { name: string; value: boolean | null }[] {
  return row ? [{ name: "enabled", value: row.enabled }] : [];
}
