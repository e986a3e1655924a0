import { SOURCES } from "../sources.ts";
import { componentPage, daemonFact } from "./component-page.ts";

export const timeSync = componentPage({
  key: "time-sync",
  lead: "Offers the guest the host's clock: after a start, a saved state or a checkpoint at once, and between as one source among others.",
  hostName: "Time Synchronization",
  linux: daemonFact("time-sync", ""),
  since: "Server 2012, Windows 8",
  isOnByDefault: true,
  breaks: [
    {
      weight: "minor",
      subject: "After a saved state",
      text: "or a checkpoint, the guest's clock stands where it stood until another source mends it",
    },
    {
      weight: "minor",
      subject: "A guest without any other source",
      text: "drifts, and with it Kerberos, logs and certificates",
    },
    {
      weight: "fine",
      subject: "A guest with a source of its own",
      text: "does not drift: Windows has two time providers and takes the better one",
    },
    {
      weight: "fine",
      subject: "Domain controllers",
      text: "that follow their domain or an outside clock should have it off",
    },
  ],
  windowsLook: {
    also: "w32tm /query /source",
    wanted: "VM IC Time Synchronization Provider as the source: the guest follows the host.",
  },
  notes: [
    "The documentation grades it High because of drift. That holds for guests that have nothing else, so here it is never more than a remark: a host cannot see a guest's other sources.",
    "A host's wrong clock spreads through this service: see [host.clock-skew](rules/host.clock-skew).",
  ],
  sources: [
    SOURCES.integrationServices,
    SOURCES.accurateTime,
    SOURCES.virtualDomainControllers,
    SOURCES.timeSyncComponent,
  ],
});
