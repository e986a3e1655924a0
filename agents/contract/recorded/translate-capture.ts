import { z } from "zod";

const capture = z.array(
  z.object({
    name: z.string(),
    note: z.string(),
    state: z.int(),
    integration_services_state: z.string(),
    integration_services_version: z.string(),
    services: z.array(
      z.object({
        service: z.string(),
        enabled: z.boolean(),
        primary_operational_status: z.string().nullable(),
        secondary_operational_status: z.string().nullable(),
      }),
    ),
  }),
);

/** English names, which a localized host would not have returned; the contract requires the component's GUID. */
const COMPONENTS: Record<string, string> = {
  Heartbeat: "84eaae65-2f2e-45f5-9bb5-0e857dc8eb47",
  Shutdown: "9f8233ac-be49-4c79-8ee3-e7e1985b2077",
  "Time Synchronization": "2497f4de-e9fa-4204-80e4-4b75c46419c0",
  "Key-Value Pair Exchange": "2a34b1c2-fd73-4043-8a5b-dd2159bc743f",
  VSS: "5ced1297-4598-4915-a5fc-ad21bb4d02a4",
  "Guest Service Interface": "6c09bb55-d683-4da0-8931-c9bf705f6480",
};

const STATUS_NUMBERS: Record<string, number> = { OK: 2, Error: 6 };
const STATE_NAMES: Record<number, string> = { 2: "Running", 3: "Off" };

/** The captured VMs in report format, in their order; their ids, which the publishers removed, are renumbered. */
export function translateCapture(recording: unknown) {
  const vms = capture.parse(recording).map((vm, index) => {
    const id = `c0000000-0000-4000-8000-${String(index + 1).padStart(12, "0")}`;
    return {
      id,
      name: vm.name,
      notes: vm.note,
      state: known(STATE_NAMES[vm.state]),
      stateCode: vm.state,
      integrationServicesVersion: vm.integration_services_version,
      integrationServicesState: vm.integration_services_state,
      integrationServices: vm.services.map((service) => ({
        id: `Microsoft:${id}\\${known(COMPONENTS[service.service])}`,
        name: service.service,
        enabled: service.enabled,
        primaryStatus: numberOf(service.primary_operational_status),
        primaryStatusText: service.primary_operational_status,
        secondaryStatus: numberOf(service.secondary_operational_status),
        secondaryStatusText: service.secondary_operational_status,
      })),
    };
  });
  return { vms };
}

function numberOf(status: string | null): number | null {
  return status === null ? null : known(STATUS_NUMBERS[status]);
}

function known<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("the capture holds a word that has no translation");
  return value;
}
