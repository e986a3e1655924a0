import { readFileSync } from "node:fs";
import { z } from "zod";
import { rowsOf, type RawRow } from "@/agents/contract/recorded/raw-rows.ts";

/** The results of cmdlets and classes on one host, by name. A cmdlet without an entry does not exist on that host. */
export type Recording = Record<string, unknown>;

const RAW = new URL("../../../contract/recorded/raw-host-hv-syn-01.json", import.meta.url);

const recording = z.record(z.string(), z.unknown());
const attached = z.object({ VMId: z.string(), AdapterId: z.string() });
const items = z.record(z.string(), z.string());

/** The fictitious Windows Server 2022 host, as recorded. */
export function readRawHost(): Recording {
  return recording.parse(JSON.parse(readFileSync(RAW, "utf8")));
}

/** A new copy of that host, by the sources that the agent queries. */
export function rawHost(): Recording {
  const raw = readRawHost();
  const [collector] = rows(raw, "_collector");
  return {
    ...raw,
    _collector: {
      ...collector,
      machineName: rows(raw, "Win32_ComputerSystem")[0]?.["Name"],
      ubr: rows(raw, "Win32_OperatingSystem")[0]?.["UBR_fromRegistry"],
    },
    // The agent queries the class for all VMs at once; the recording has the cmdlet's result for one adapter.
    Msvm_EthernetSwitchPortRdmaSettingData: rows(raw, "Get-VMNetworkAdapterRdma").map((row) => {
      const { VMId, AdapterId } = attached.parse(row["_attachedByCollector"]);
      return {
        InstanceID: `Microsoft:${VMId.toUpperCase()}\\${AdapterId.toUpperCase()}\\C\\1`,
        RdmaOffloadWeight: row["RdmaWeight"],
      };
    }),
    Msvm_KvpExchangeComponent: rows(raw, "Msvm_KvpExchangeComponent").map((row) => ({
      SystemName: row["SystemName"],
      GuestIntrinsicExchangeItems: Object.entries(items.parse(row["_parsedGuestIntrinsicExchangeItems"])).map(
        ([name, data]) => toKvpItem(name, data),
      ),
    })),
  };
}

/** The rows of a source; none if it was not recorded. */
export function rows(from: Recording, source: string): RawRow[] {
  return from[source] === undefined ? [] : rowsOf(from, source);
}

/** Changes each row of a recorded source. */
export function change(of: Recording, source: string, edit: (row: RawRow, index: number) => RawRow): void {
  if (of[source] !== undefined) of[source] = rows(of, source).map(edit);
}

export function remove(from: Recording, ...sources: string[]): void {
  for (const source of sources) delete from[source];
}

/** Removes properties from each row, as on a Windows version without them. */
export function removeProperties(from: Recording, source: string, ...properties: string[]): void {
  change(from, source, (row) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !properties.includes(name))),
  );
}

/** Makes the host run a version of Windows Server. */
export function setSystem(host: Recording, build: number, year: string, versions: string[] | null): void {
  change(host, "Win32_OperatingSystem", (row) => ({
    ...row,
    BuildNumber: String(build),
    Version: build === 9600 ? "6.3.9600" : `10.0.${build}`,
    Caption: `Microsoft Windows Server ${year} Datacenter`,
  }));
  if (versions) change(host, "Get-VMHost", (row) => ({ ...row, SupportedVmVersions: versions }));
  else removeProperties(host, "Get-VMHost", "SupportedVmVersions");
}

/** Changes what the test itself knows of the host: its account, its language, its modules. */
export function setCollector(host: Recording, values: Record<string, unknown>): void {
  host["_collector"] = { ...rows(host, "_collector")[0], ...values };
}

interface FailureOptions {
  /** A PowerShell error category. */
  category?: string;
  /** Whether the error terminates the cmdlet. */
  terminates?: boolean;
  /** The rows returned before the error. */
  before?: RawRow[];
}

/** Instead of rows: the error of the cmdlet. */
export function failure(text: string, { category, terminates, before }: FailureOptions = {}): RawRow {
  return {
    _throws: text,
    _category: category ?? "NotSpecified",
    ...(terminates ? { _terminates: true } : {}),
    ...(before ? { _rows: before } : {}),
  };
}

/** Instead of rows: a call that never returns. */
export const HANGS: RawRow = { _hangs: true };

/** One item of a guest, embedded as WMI embeds it. Guests write the text: it is escaped, as WMI does. */
export function toKvpItem(name: string, data: string): string {
  return `<INSTANCE CLASSNAME="Msvm_KvpExchangeDataItem"><PROPERTY NAME="Caption" PROPAGATED="true" TYPE="string"></PROPERTY>${
    toProperty("Data", data) + toProperty("Name", name)
  }<PROPERTY NAME="Source" TYPE="uint16"><VALUE>2</VALUE></PROPERTY></INSTANCE>`;
}

function toProperty(name: string, value: string): string {
  const escaped = value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<PROPERTY NAME="${name}" TYPE="string"><VALUE>${escaped}</VALUE></PROPERTY>`;
}
