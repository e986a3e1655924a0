import { SOURCES } from "../sources.ts";
import { componentPage, daemonFact } from "./component-page.ts";

export const dataExchange = componentPage({
  key: "data-exchange",
  lead: "Small pairs of names and values between guest and host (KVP): how the host learns the guest's system, its full name and its addresses.",
  hostName: "Key-Value Pair Exchange",
  linux: daemonFact("data-exchange", "hv_kvp_daemon"),
  since: "Server 2012, Windows 8",
  isOnByDefault: true,
  breaks: [
    {
      weight: "bad",
      subject: "System and name",
      text: "of the guest are unknown to the host, and to whatever asks it: monitoring, backup, orchestration",
    },
    {
      weight: "bad",
      subject: "Addresses",
      text: "of the VM's adapters are empty, so nothing outside finds its way to the guest",
    },
    {
      weight: "minor",
      subject: "Verdicts here",
      text: "that depend on the guest's system become unknown, or keep to what was told last",
    },
    {
      weight: "minor",
      subject: "Windows 8, Server 2012 and older",
      text: "on hosts from 2016 on get their integration services by Windows Update only with it",
    },
  ],
  windowsLook: {
    also: "Get-ItemProperty 'HKLM:\\SOFTWARE\\Microsoft\\Virtual Machine\\Auto'",
    wanted: "Wanted: Running, and the values that the host is told.",
  },
  notes: [
    "What a guest tells is written by whoever administers the guest: it is shown, and never trusted.",
    "The guest's own version of the integration services is one of the values: [how to read it](ideas/integration-services).",
    "In Linux the kernel has one half, and a daemon from a package of its own the other. Heartbeat healthy and data exchange without contact means that the package is missing.",
  ],
  sources: [
    SOURCES.dataExchange,
    SOURCES.integrationServices,
    SOURCES.kvpExchangeComponent,
    SOURCES.linuxTools,
  ],
});
