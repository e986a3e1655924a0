import { SOURCES } from "../sources.ts";
import { componentPage, daemonFact } from "./component-page.ts";

export const guestServices = componentPage({
  key: "guest-services",
  lead: "Lets a host administrator copy a file into the running guest with `Copy-VMFile`, without a network. Only in that direction.",
  hostName: "Guest Service Interface",
  linux: daemonFact("guest-services", "hv_fcopy_uio_daemon"),
  since: "Server 2012 R2, Windows 8.1",
  isOnByDefault: false,
  breaks: [
    {
      weight: "minor",
      subject: "`Copy-VMFile`",
      text: "fails, so a file for a guest without a network must be transferred on a virtual disk or DVD image",
    },
    {
      weight: "fine",
      subject: "Nothing else",
      text: "depends on it: disabled is the default, and most VMs never need it",
    },
    {
      weight: "minor",
      subject: "While it is enabled,",
      text: "host administrators can copy files into the guest, which hardening guides advise against",
    },
    {
      weight: "fine",
      subject: "New Linux kernels",
      text: "use another daemon (hv_fcopy_uio_daemon), which not every release ships: no contact is then expected",
    },
  ],
  windowsLook: { wanted: "Running while the service is enabled on the host, Stopped while it is disabled." },
  notes: [
    "Enable the service on the host first: otherwise the guest component has nothing to respond to.",
    "The daemon's old name is `hv_fcopy_daemon`; kernels from about 6.10 replaced it.",
  ],
  sources: [SOURCES.integrationServices, SOURCES.copyVmFile, SOURCES.guestFileService, SOURCES.linuxTools],
});
