import type { GuidePage } from "../page.ts";
import { SOURCES } from "../sources.ts";
import { is, minds } from "./cases.ts";
import { technologyPage } from "./technology-page.ts";

const NESTED = "The host is a VM itself";

const rdma = technologyPage({
  key: "rdma",
  lead: "The adapter puts data straight into the other machine's memory, and no processor copies it: on a physical adapter, or on a host adapter over a switch.",
  facts: [
    { name: "On the adapter", value: "`*NetworkDirect`" },
    { name: "For the whole host", value: "`NetworkDirect`" },
    { name: "Since", value: "Server 2012; over a switch since 2016" },
    { name: "By default", value: "on at physical adapters, off at host adapters" },
    { name: "Kinds", value: "iWARP, RoCE, InfiniBand; both ends alike" },
    { name: "Used by", value: "[SMB Direct](technologies/smb-direct)" },
  ],
  breaks: [
    {
      weight: "bad",
      subject: "Storage over SMB",
      text: "and Storage Spaces Direct go over TCP: slower, and at the cost of processors",
    },
    { weight: "minor", subject: "Live migration", text: "over SMB takes longer" },
    {
      weight: "fine",
      subject: "A host that uses no SMB",
      text: "loses nothing: capable and idle is no finding",
    },
  ],
  cases: [
    is("active", "A session over RDMA goes through the adapter"),
    minds(
      "warning",
      "host.rdma",
      "SMB uses the adapter towards an end that can do RDMA, or live migration over SMB has no other, and a rung is broken",
    ),
    minds(
      "info",
      "host.rdma",
      "The adapters under the switch can, SMB uses the host adapter, and it has RDMA off",
    ),
    is("blocked", "Nothing asks for it, and a rung is broken"),
    is("ready", "Every rung holds, and nothing asks for it"),
    is("unknown", "Used, nothing is broken, and no session over RDMA is seen; or something was not read"),
    is("not-applicable", "The adapter is down, or carries a switch; the host is a VM itself"),
  ],
  notes: [
    "RoCE needs a class without loss on this host and on every physical switch between; iWARP runs over TCP and needs none.",
    "A switch on the adapter used to end RDMA. Since Server 2016 its host adapters have it.",
  ],
  sources: [SOURCES.smbDirect, SOURCES.embeddedTeaming, SOURCES.networkOffloads, SOURCES.validateDcb],
});

const rss = technologyPage({
  key: "rss",
  lead: "Spreads what comes in for the host itself over several of its processors. For adapters that feed TCP/IP; one under a switch serves VMs by VMQ instead.",
  facts: [
    { name: "On the adapter", value: "`*RSS`" },
    { name: "For the whole host", value: "`ReceiveSideScaling`" },
    { name: "Since", value: "Server 2008; an older sibling, not the ancestor, of VMMQ" },
    { name: "By default", value: "on" },
  ],
  breaks: [
    {
      weight: "minor",
      subject: "One processor of the host",
      text: "takes all that comes in: storage, moves of VMs, backups",
    },
    { weight: "fine", subject: "VMs", text: "have nothing to do with it: theirs are VMQ and vRSS" },
  ],
  cases: [
    is("active", "Every rung holds"),
    minds("info", "host.rss", "Switched off, at the adapter or for the host"),
    is("blocked", "The adapter lacks it, or has one queue, or less than 1 Gbps"),
    is("unknown", "Something that decides was not read"),
    is("not-applicable", "The adapter is down, or carries a switch"),
  ],
  notes: [],
  sources: [SOURCES.offloadKeywords, SOURCES.networkOffloads],
});

const smbDirect = technologyPage({
  key: "smb-direct",
  lead: "SMB over RDMA: file shares, cluster storage and moves of VMs without the processors copying. It needs Multichannel and RDMA; either one off is enough to lose it.",
  facts: [
    { name: "On the host", value: "`Get-SmbMultichannelConnection`" },
    { name: "Needs", value: "[SMB Multichannel](technologies/smb-multichannel), [RDMA](technologies/rdma)" },
    { name: "Since", value: "Server 2012, SMB 3" },
    { name: "By default", value: "on" },
  ],
  breaks: [
    {
      weight: "bad",
      subject: "Storage over SMB",
      text: "goes over TCP: less of it, later, and at the cost of processors",
    },
    { weight: "minor", subject: "Live migration over SMB", text: "takes longer" },
    { weight: "fine", subject: "Everything works", text: "all the same, which is why nobody notices" },
  ],
  cases: [
    is("active", "A session over RDMA is open: selected, with channels, both ends capable"),
    minds(
      "warning",
      "host.smb-direct",
      "Used, and encryption takes it off the RDMA path: before Server 2022",
    ),
    minds("warning", "host.rdma", "Used, and RDMA is off for the host, or RoCE has no lossless class"),
    minds("info", "host.smb-multichannel", "Used, and Multichannel is off on a side"),
    is("blocked", "It lacks something, or is not used and a rung is broken"),
    is("ready", "Every rung holds, and nothing uses it"),
    is("unknown", "Used, nothing is broken, and no session over RDMA is seen; or something was not read"),
    is("not-applicable", NESTED),
  ],
  notes: [
    "No session is no proof of a fault: rows are there only while a share is in use.",
    "Server 2025 asks for signing by default. It breaks nothing here.",
  ],
  sources: [SOURCES.smbDirect, SOURCES.whatsNew2025, SOURCES.validateDcb, SOURCES.embeddedTeaming],
});

const smbMultichannel = technologyPage({
  key: "smb-multichannel",
  lead: "SMB opens several connections for one session: over several adapters, or several queues of one. It brings speed, and goes on when one path fails.",
  facts: [
    { name: "On both sides", value: "`EnableMultiChannel`" },
    { name: "Channels", value: "4 by adapter with RSS, 2 with RDMA, else 1" },
    { name: "Since", value: "Server 2012, SMB 3" },
    { name: "By default", value: "on" },
  ],
  breaks: [
    { weight: "bad", subject: "SMB Direct", text: "goes with it: [SMB Direct](technologies/smb-direct)" },
    {
      weight: "minor",
      subject: "One connection",
      text: "is all that a share gets, and a cable that fails ends it",
    },
    { weight: "fine", subject: "A team", text: "is one of four configurations that suffice, and no must" },
  ],
  cases: [
    is("active", "A connection has several channels, or a server is reached through several interfaces"),
    minds(
      "info",
      "host.smb-multichannel",
      "SMB 3 or Multichannel is switched off on a side, or a constraint leaves one channel",
    ),
    is("blocked", "No interface, or none of the four configurations"),
    is("ready", "Every rung holds, and sessions have one channel"),
    is("unknown", "No session is open, or something was not read"),
  ],
  notes: [
    "Nodes are best reached on a subnet of its own for each adapter of a storage network.",
    "A guest's own SMB is the guest's to look at: no host sees it.",
  ],
  sources: [SOURCES.multichannelTrouble, SOURCES.smbDirect],
});

export const OF_HOSTS: readonly GuidePage[] = [rdma, rss, smbDirect, smbMultichannel];
