import { SOURCES } from "../sources.ts";
import { componentPage, daemonFact } from "./component-page.ts";

export const vss = componentPage({
  key: "vss",
  lead: "Lets the host ask a running guest to hold still for a moment, so that a backup or a production checkpoint of the VM is consistent inside.",
  hostName: "VSS, in every language",
  linux: daemonFact("vss", "hv_vss_daemon"),
  since: "Server 2012, Windows 8",
  isOnByDefault: true,
  breaks: [
    {
      weight: "bad",
      subject: "Backups by the host",
      text: "are no longer consistent for applications; what they fall back to depends on the backup software",
    },
    { weight: "bad", subject: "Production checkpoints", text: "of the running VM cannot be made" },
    {
      weight: "minor",
      subject: "Linux",
      text: "has no VSS: the daemon freezes file systems, so the best that a host can get is file-system-consistent",
    },
    {
      weight: "fine",
      subject: "Backups from inside the guest",
      text: "do not need it. A team that backs up with an agent may switch it off",
    },
  ],
  windowsLook: {
    also: "vssadmin list writers",
    wanted: "Wanted: Running, and every writer Stable.",
    note: "A host starts the guest's service by offering the device, unless its start type is Disabled: then only the guest can.",
  },
  notes: [
    "On Linux see that no file system is mounted twice, and that no iSCSI or pass-through disk hangs on the VM: such backups can be inconsistent without a word.",
  ],
  sources: [
    SOURCES.integrationServices,
    SOURCES.manageIntegrationServices,
    SOURCES.vssComponent,
    SOURCES.ubuntuGuests,
    SOURCES.suseGuests,
    SOURCES.linuxTools,
  ],
});
