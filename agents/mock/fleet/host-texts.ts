import type { ComponentKey } from "@/lib/domain/words.ts";

/** Texts that Windows localizes. They must never be parsed; they are here because hosts send them. */
export interface HostTexts {
  readonly uiCulture: string;
  readonly services: Readonly<Record<ComponentKey, string>>;
  /** By status number. */
  readonly statuses: Readonly<Record<number, string>>;
  readonly operating: string;
  readonly off: string;
  readonly saved: string;
  readonly paused: string;
  readonly starting: string;
  readonly stopping: string;
  readonly storageLost: string;
  readonly backingUp: string;
  readonly migrating: string;
  readonly networkAdapter: string;
  readonly legacyNetworkAdapter: string;
  readonly filteringPlatform: string;
  readonly capture: string;
  readonly accessDenied: string;
  readonly iovNeedsFirmware: string;
  readonly upToDate: string;
  readonly updateRequired: string;
  readonly internalSwitch: string;
}

const MISMATCH =
  "The protocol version of the component installed in the virtual machine does not match the version expected by the hosting system";
const MISMATCH_GERMAN =
  "Die Protokollversion der im virtuellen Computer installierten Komponente stimmt nicht mit der vom Hostsystem erwarteten Version überein";

export const HOST_TEXTS: Readonly<Record<"en" | "de", HostTexts>> = {
  en: {
    uiCulture: "en-US",
    services: {
      heartbeat: "Heartbeat",
      shutdown: "Shutdown",
      "time-sync": "Time Synchronization",
      "data-exchange": "Key-Value Pair Exchange",
      vss: "VSS",
      "guest-services": "Guest Service Interface",
    },
    statuses: {
      2: "OK",
      3: "Degraded",
      6: "Error",
      7: "Non-Recoverable Error",
      12: "No Contact",
      13: "Lost Communication",
      32775: MISMATCH,
      32782: "Application Critical",
    },
    operating: "Operating normally",
    off: "Operating normally",
    saved: "Operating normally",
    paused: "Operating normally",
    starting: "Starting",
    stopping: "Stopping",
    storageLost: "Cannot connect to virtual machine storage",
    backingUp: "Backing up",
    migrating: "Migrating",
    networkAdapter: "Network Adapter",
    legacyNetworkAdapter: "Legacy Network Adapter",
    filteringPlatform: "Microsoft Windows Filtering Platform",
    capture: "Microsoft NDIS Capture",
    accessDenied: "Access is denied.",
    iovNeedsFirmware:
      "SR-IOV cannot be used on this system as the PCI Express hardware does not support Access Control Services (ACS) at any root port. Contact your system vendor for further information.",
    upToDate: "Up to date",
    updateRequired: "Update required",
    internalSwitch: "Internal",
  },
  de: {
    uiCulture: "de-DE",
    services: {
      heartbeat: "Takt",
      shutdown: "Herunterfahren",
      "time-sync": "Zeitsynchronisierung",
      "data-exchange": "Austausch von Schlüsselwertepaaren",
      vss: "VSS",
      "guest-services": "Gastdienstschnittstelle",
    },
    statuses: {
      2: "OK",
      3: "Heruntergestuft",
      6: "Fehler",
      7: "Nicht behebbarer Fehler",
      12: "Kein Kontakt",
      13: "Verbindung getrennt",
      32775: MISMATCH_GERMAN,
      32782: "Anwendung kritisch",
    },
    operating: "Normaler Betrieb",
    off: "Normaler Betrieb",
    saved: "Normaler Betrieb",
    paused: "Normaler Betrieb",
    starting: "Wird gestartet",
    stopping: "Wird beendet",
    storageLost: "Keine Verbindung mit dem Speicher des virtuellen Computers möglich",
    backingUp: "Sicherung wird ausgeführt",
    migrating: "Wird migriert",
    networkAdapter: "Netzwerkkarte",
    legacyNetworkAdapter: "Ältere Netzwerkkarte",
    filteringPlatform: "Microsoft Windows-Filterplattform",
    capture: "Microsoft-NDIS-Aufzeichnung",
    accessDenied: "Zugriff verweigert",
    iovNeedsFirmware:
      "SR-IOV kann auf diesem System nicht verwendet werden, da die PCI Express-Hardware keine Zugriffssteuerungsdienste (ACS) an einem Stammport unterstützt. Wenden Sie sich an den Systemhersteller.",
    upToDate: "Aktuell",
    updateRequired: "Aktualisierung erforderlich",
    internalSwitch: "Intern",
  },
};
