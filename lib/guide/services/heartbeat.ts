import { SOURCES } from "../sources.ts";
import { componentPage, daemonFact } from "./component-page.ts";

export const heartbeat = componentPage({
  key: "heartbeat",
  lead: "The guest answers the host every two seconds, which is how anybody outside knows that its system is up and not merely that the VM has power.",
  hostName: "Heartbeat",
  linux: daemonFact("heartbeat", ""),
  since: "Server 2012, Windows 8",
  isOnByDefault: true,
  breaks: [
    {
      weight: "bad",
      subject: "Nobody can tell",
      text: "a guest that works from one that hangs at a stop error, an installer or the firmware",
    },
    {
      weight: "bad",
      subject: "Cluster watch",
      text: "over the VM and over applications in it has no signal, so nothing is restarted",
    },
    {
      weight: "minor",
      subject: "Get-VM",
      text: "has an empty status column, and so has whatever monitors by it",
    },
    {
      weight: "fine",
      subject: "The guest itself",
      text: "goes on working; heartbeat is a witness and does nothing",
    },
  ],
  windowsLook: { wanted: "Wanted: Running. The host starts it, unless its start type is Disabled." },
  notes: [
    "A healthy heartbeat has a second status, of the applications that a failover cluster watches in the guest. `Ok` there also means that nothing is watched.",
    "`LostCommunication` was an answer once: the guest hung, crashed or is too busy. `NoContact` never was one since the VM started. The first is the worse news.",
  ],
  sources: [
    SOURCES.integrationServices,
    SOURCES.heartbeatComponent,
    SOURCES.summaryInformation,
    SOURCES.linuxUtilities,
  ],
});
