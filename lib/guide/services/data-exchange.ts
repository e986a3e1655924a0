import { SOURCES } from "../sources.ts";
import { componentPage, daemonFact } from "./component-page.ts";

export const dataExchange = componentPage({
  key: "data-exchange",
  lead: "Exchanges key-value pairs (KVP) between guest and host. They tell the host the guest's OS, full name and addresses.",
  hostName: "Key-Value Pair Exchange",
  linux: daemonFact("data-exchange", "hv_kvp_daemon"),
  since: "Server 2012, Windows 8",
  isOnByDefault: true,
  breaks: [
    {
      weight: "bad",
      subject: "OS and name",
      text: "of the guest are unknown to the host and to tools that query it: monitoring, backup, orchestration",
    },
    {
      weight: "bad",
      subject: "Addresses",
      text: "of the VM's adapters are empty, so tools on the host cannot find the guest's addresses",
    },
    {
      weight: "minor",
      subject: "Verdicts here",
      text: "that depend on the guest OS become unknown or use the last known value",
    },
    {
      weight: "minor",
      subject: "Windows 8, Server 2012 and older",
      text: "on 2016 or later hosts get integration services through Windows Update only with data exchange enabled",
    },
  ],
  windowsLook: {
    also: "Get-ItemProperty 'HKLM:\\SOFTWARE\\Microsoft\\Virtual Machine\\Auto'",
    wanted: "Expected: Running, and the values that are reported to the host.",
  },
  notes: [
    "The guest's administrators can write any value here: values are displayed but never trusted.",
    "The guest's own version of the integration services is one of the values: [how to read it](ideas/integration-services).",
    "In Linux, one part is in the kernel and the other is a daemon from a separate package. A healthy heartbeat and data exchange without contact means that the package is missing.",
  ],
  sources: [
    SOURCES.dataExchange,
    SOURCES.integrationServices,
    SOURCES.kvpExchangeComponent,
    SOURCES.linuxTools,
  ],
});
