import { SOURCES } from "../sources.ts";
import { componentPage, daemonFact } from "./component-page.ts";

export const heartbeat = componentPage({
  key: "heartbeat",
  lead: "The guest signals the host every two seconds. This shows that the guest OS is running, not only that the VM is turned on.",
  hostName: "Heartbeat",
  linux: daemonFact("heartbeat", ""),
  since: "Server 2012, Windows 8",
  isOnByDefault: true,
  breaks: [
    {
      weight: "bad",
      subject: "The host cannot distinguish",
      text: "a working guest from one that is stuck at a stop error, an installer or the firmware",
    },
    {
      weight: "bad",
      subject: "Cluster monitoring",
      text: "of the VM and its applications has no signal, so nothing is restarted",
    },
    {
      weight: "minor",
      subject: "Get-VM",
      text: "shows an empty status column, and so do tools that rely on it",
    },
    {
      weight: "fine",
      subject: "The guest itself",
      text: "continues to work; heartbeat only reports",
    },
  ],
  windowsLook: { wanted: "Expected: Running. The host starts it, unless its start type is Disabled." },
  notes: [
    "A healthy heartbeat has a secondary status for the applications that a failover cluster monitors in the guest. `Ok` there can also mean that no application is monitored.",
    "`LostCommunication`: the guest responded before and has hung, crashed or is too busy. `NoContact`: the guest has not responded since the VM started. The former is more serious.",
  ],
  sources: [
    SOURCES.integrationServices,
    SOURCES.heartbeatComponent,
    SOURCES.summaryInformation,
    SOURCES.linuxUtilities,
  ],
});
