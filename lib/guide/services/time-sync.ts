import { SOURCES } from "../sources.ts";
import { componentPage, daemonFact } from "./component-page.ts";

export const timeSync = componentPage({
  key: "time-sync",
  lead: "Provides the host's clock to the guest: immediately after a start, a saved state or a checkpoint, and otherwise as one time source among others.",
  hostName: "Time Synchronization",
  linux: daemonFact("time-sync", ""),
  since: "Server 2012, Windows 8",
  isOnByDefault: true,
  breaks: [
    {
      weight: "minor",
      subject: "After a saved state",
      text: "or a checkpoint, the guest's clock stays at the old time until another source corrects it",
    },
    {
      weight: "minor",
      subject: "A guest without any other time source",
      text: "drifts, and with it Kerberos, logs and certificates",
    },
    {
      weight: "fine",
      subject: "A guest with its own time source",
      text: "does not drift: Windows has two time providers and uses the better one",
    },
    {
      weight: "fine",
      subject: "Domain controllers",
      text: "that synchronize with their domain or an external source should have it disabled",
    },
  ],
  windowsLook: {
    also: "w32tm /query /source",
    wanted:
      "VM IC Time Synchronization Provider as the source means that the guest synchronizes with the host.",
  },
  notes: [
    "The documentation rates the impact High because of drift. That applies to guests without another source, so here it is never more than info: the host cannot see a guest's other sources.",
    "This service passes a wrong host clock on to guests: see [host.clock-skew](rules/host.clock-skew).",
  ],
  sources: [
    SOURCES.integrationServices,
    SOURCES.accurateTime,
    SOURCES.virtualDomainControllers,
    SOURCES.timeSyncComponent,
  ],
});
