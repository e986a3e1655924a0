import { SOURCES } from "../sources.ts";
import { componentPage, daemonFact } from "./component-page.ts";

export const shutdown = componentPage({
  key: "shutdown",
  lead: "Lets the host ask the guest's system to shut itself down, as its own power button would, in place of cutting its power.",
  hostName: "Shutdown (in Hyper-V Manager: Operating system shutdown)",
  linux: daemonFact("shutdown", ""),
  since: "Server 2012, Windows 8",
  isOnByDefault: true,
  breaks: [
    {
      weight: "bad",
      subject: "`Stop-VM`",
      text: "can only turn the VM off: open files and databases recover, if they can, at the next start",
    },
    {
      weight: "bad",
      subject: "A restart of the host",
      text: "cuts the power of every VM whose stop action is to shut the guest down: [vm.stop-action-without-shutdown](rules/vm.stop-action-without-shutdown)",
    },
    {
      weight: "minor",
      subject: "Scripts and updates",
      text: "that shut VMs down from outside fail or wait until they time out",
    },
    { weight: "fine", subject: "From inside", text: "the guest shuts down as ever" },
  ],
  windowsLook: { wanted: "Wanted: Running." },
  notes: [
    "A guest may answer and still refuse: somebody is signed in at its console, or an update installs. That is no fault of this service.",
  ],
  sources: [SOURCES.integrationServices, SOURCES.manageIntegrationServices, SOURCES.shutdownComponent],
});
