import { SOURCES } from "../sources.ts";
import { componentPage, daemonFact } from "./component-page.ts";

export const vss = componentPage({
  key: "vss",
  lead: "Lets the host quiesce a running guest for a moment, so that a backup or a production checkpoint of the VM is consistent.",
  hostName: "VSS (in every language)",
  linux: daemonFact("vss", "hv_vss_daemon"),
  since: "Server 2012, Windows 8",
  isOnByDefault: true,
  breaks: [
    {
      weight: "bad",
      subject: "Backups by the host",
      text: "are no longer application-consistent; the fallback depends on the backup software",
    },
    { weight: "bad", subject: "Production checkpoints", text: "of the running VM cannot be created" },
    {
      weight: "minor",
      subject: "Linux",
      text: "has no VSS: the daemon freezes file systems, so backups are at best file-system-consistent",
    },
    {
      weight: "fine",
      subject: "Backups from inside the guest",
      text: "do not need it. It can be disabled if backups run with an agent in the guest",
    },
  ],
  windowsLook: {
    also: "vssadmin list writers",
    wanted: "Expected: Running, and every writer Stable.",
    note: "The host starts the guest service by offering the device. If its start type is Disabled, this must be changed in the guest.",
  },
  notes: [
    "On Linux, make sure that no file system is mounted twice and that no iSCSI or pass-through disk is attached: such backups can be silently inconsistent.",
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
