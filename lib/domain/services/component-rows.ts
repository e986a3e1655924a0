import type { IntegrationServiceFacts } from "../facts.ts";
import type { ComponentKey } from "../words.ts";
import { COMPONENT_GUIDS, COMPONENT_KEYS } from "./service-catalogue.ts";

export type ComponentRows = Partial<Record<ComponentKey, IntegrationServiceFacts>>;

const GUID_LENGTH = 36;
const KEY_BY_GUID: ReadonlyMap<string, ComponentKey> = new Map(
  COMPONENT_KEYS.map((key) => [COMPONENT_GUIDS[key].toLowerCase(), key]),
);

/** `null` for a component that is not one of the services, such as Remote Desktop virtualization. */
export function componentKeyOf(id: string): ComponentKey | null {
  return KEY_BY_GUID.get(id.slice(-GUID_LENGTH).toLowerCase()) ?? null;
}

/** The rows by service. Of two for the same service, the first counts. */
export function componentRows(services: readonly IntegrationServiceFacts[]): ComponentRows {
  const rows: ComponentRows = {};
  for (const row of services) {
    const key = componentKeyOf(row.id);
    if (key !== null) rows[key] ??= row;
  }
  return rows;
}
