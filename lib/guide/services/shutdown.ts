import { SOURCES } from "../sources.ts";
import { componentPage, daemonFact } from "./component-page.ts";

export const shutdown = componentPage({
  key: "shutdown",
  lead: "Lets the host ask the guest OS to shut down, like pressing its power button, instead of turning the VM off.",
  hostName: "Shutdown (in Hyper-V Manager: Operating system shutdown)",
  linux: daemonFact("shutdown", ""),
  since: "Server 2012, Windows 8",
  isOnByDefault: true,
  breaks: [
    {
      weight: "bad",
      subject: "`Stop-VM`",
      text: "can only turn the VM off: open files and databases must recover, if they can, at the next start",
    },
    {
      weight: "bad",
      subject: "A restart of the host",
      text: "powers off every VM whose stop action is to shut down the guest: [vm.stop-action-without-shutdown](rules/vm.stop-action-without-shutdown)",
    },
    {
      weight: "minor",
      subject: "Scripts and updates",
      text: "that shut VMs down from the host fail or time out",
    },
    { weight: "fine", subject: "From inside the guest,", text: "shutdown works as usual" },
  ],
  windowsLook: { wanted: "Expected: Running." },
  notes: [
    "A guest can respond and still refuse: a user is signed in at its console, or an update is being installed. That is not a fault of this service.",
  ],
  sources: [SOURCES.integrationServices, SOURCES.manageIntegrationServices, SOURCES.shutdownComponent],
});
