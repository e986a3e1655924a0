import { SOURCES } from "../sources.ts";
import { componentPage, daemonFact } from "./component-page.ts";

export const guestServices = componentPage({
  key: "guest-services",
  lead: "Lets an administrator of the host copy a file into the running guest with `Copy-VMFile`, without any network. Only in that direction.",
  hostName: "Guest Service Interface",
  linux: daemonFact("guest-services", "hv_fcopy_uio_daemon"),
  since: "Server 2012 R2, Windows 8.1",
  isOnByDefault: false,
  breaks: [
    {
      weight: "minor",
      subject: "`Copy-VMFile`",
      text: "refuses, so a file for a guest without a network needs a disk or a disc",
    },
    {
      weight: "fine",
      subject: "Nothing else",
      text: "depends on it: off is the default, and most VMs never need it",
    },
    {
      weight: "minor",
      subject: "While it is on",
      text: "whoever administers the host can put files into the guest, which hardening guides mind",
    },
    {
      weight: "fine",
      subject: "New Linux kernels",
      text: "have another daemon (hv_fcopy_uio_daemon), which not every release ships: no contact is then expected",
    },
  ],
  windowsLook: { wanted: "Running while the host's switch is on, Stopped while it is off." },
  notes: [
    "The host's switch comes first: without it there is nothing for the guest's side to answer.",
    "The daemon's old name is `hv_fcopy_daemon`; kernels from about 6.10 on replaced it.",
  ],
  sources: [SOURCES.integrationServices, SOURCES.copyVmFile, SOURCES.guestFileService, SOURCES.linuxTools],
});
