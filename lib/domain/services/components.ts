import type { IntegrationServiceFacts } from "../facts.ts";
import type { ComponentKey, Impact, ServiceKey } from "../words.ts";

export interface Component {
  key: ComponentKey;
  guid: string;
  title: string;
  windowsService: string;
}

export const COMPONENTS: readonly Component[] = [
  {
    key: "heartbeat",
    guid: "84eaae65-2f2e-45f5-9bb5-0e857dc8eb47",
    title: "Heartbeat",
    windowsService: "vmicheartbeat",
  },
  {
    key: "shutdown",
    guid: "9f8233ac-be49-4c79-8ee3-e7e1985b2077",
    title: "Guest shutdown",
    windowsService: "vmicshutdown",
  },
  {
    key: "time-sync",
    guid: "2497f4de-e9fa-4204-80e4-4b75c46419c0",
    title: "Time synchronization",
    windowsService: "vmictimesync",
  },
  {
    key: "data-exchange",
    guid: "2a34b1c2-fd73-4043-8a5b-dd2159bc743f",
    title: "Data exchange",
    windowsService: "vmickvpexchange",
  },
  {
    key: "vss",
    guid: "5ced1297-4598-4915-a5fc-ad21bb4d02a4",
    title: "VSS backup",
    windowsService: "vmicvss",
  },
  {
    key: "guest-services",
    guid: "6c09bb55-d683-4da0-8931-c9bf705f6480",
    title: "Guest services",
    windowsService: "vmicguestinterface",
  },
];

const COMPONENT_BY_GUID: ReadonlyMap<string, Component> = new Map(
  COMPONENTS.map((component) => [component.guid, component]),
);
const GUID_LENGTH = 36;

/** Which service a row is of: the end of its id alone says so, since the name is translated. */
export function componentOf({ id }: Pick<IntegrationServiceFacts, "id">): Component | null {
  return COMPONENT_BY_GUID.get(id.slice(-GUID_LENGTH).toLowerCase()) ?? null;
}

/** The documentation's grade of what is lost when the service is off. */
export const IMPACT: Readonly<Record<ServiceKey, Impact>> = {
  heartbeat: "Varies",
  shutdown: "High",
  "time-sync": "High",
  "data-exchange": "Medium",
  vss: "Varies",
  "guest-services": "Low",
  "powershell-direct": "Low",
};

export const STATUS_NAMES: Readonly<Record<number, string>> = {
  2: "Ok",
  3: "Degraded",
  6: "Error",
  7: "NonRecoverableError",
  12: "NoContact",
  13: "LostCommunication",
  32775: "ProtocolMismatch",
  32782: "ApplicationCritical",
  32783: "CommunicationTimedOut",
  32784: "CommunicationFailed",
  32896: "Disabled",
};

/** "NoContact (12)", or the bare number where nobody knows it. */
export function statusName(status: number): string {
  const name = STATUS_NAMES[status];
  return name === undefined ? String(status) : `${name} (${status})`;
}
