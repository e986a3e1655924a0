import type { GuidePage } from "../page.ts";
import { SOURCES } from "../sources.ts";
import { is, minds } from "./cases.ts";
import { technologyPage } from "./technology-page.ts";

const NESTED = "The host is itself a VM";

const rdma = technologyPage({
  key: "rdma",
  lead: "The adapter transfers data directly into the other machine's memory without copying by a processor: on a physical adapter, or on a host adapter on a switch.",
  facts: [
    { name: "On the adapter", value: "`*NetworkDirect`" },
    { name: "For the whole host", value: "`NetworkDirect`" },
    { name: "Since", value: "Server 2012; on a switch since 2016" },
    { name: "By default", value: "on for physical adapters, off for host adapters" },
    { name: "Kinds", value: "iWARP, RoCE, InfiniBand; the same on both ends" },
    { name: "Used by", value: "[SMB Direct](technologies/smb-direct)" },
  ],
  breaks: [
    {
      weight: "bad",
      subject: "Storage over SMB",
      text: "and Storage Spaces Direct use TCP: slower, with higher processor load",
    },
    { weight: "minor", subject: "Live migration", text: "over SMB takes longer" },
    {
      weight: "fine",
      subject: "A host that uses no SMB",
      text: "is not affected: an unused capability is not a finding",
    },
  ],
  cases: [
    is("active", "An RDMA session uses the adapter"),
    minds(
      "warning",
      "host.rdma",
      "SMB uses the adapter to reach an RDMA-capable server, or it is the only one for live migration over SMB, but a requirement is not met",
    ),
    minds(
      "info",
      "host.rdma",
      "SMB uses the host adapter, on which RDMA is disabled although the adapters of its switch support it",
    ),
    is("blocked", "Not requested, and a requirement is not met"),
    is("ready", "All requirements are met, but it is not requested"),
    is(
      "unknown",
      "Used, all requirements are met, but no RDMA session is visible; or something was not read",
    ),
    is("not-applicable", "The adapter is down or bound to a switch; the host is itself a VM"),
  ],
  notes: [
    "RoCE needs a lossless traffic class on this host and on every physical switch in between; iWARP runs over TCP and needs none.",
    "Binding a switch to the adapter used to disable RDMA. Since Server 2016, the host adapters on the switch support it.",
  ],
  sources: [SOURCES.smbDirect, SOURCES.embeddedTeaming, SOURCES.networkOffloads, SOURCES.validateDcb],
});

const rss = technologyPage({
  key: "rss",
  lead: "Distributes the host's own received traffic over several processors. For adapters bound to TCP/IP; adapters bound to a switch serve VMs with VMQ instead.",
  facts: [
    { name: "On the adapter", value: "`*RSS`" },
    { name: "For the whole host", value: "`ReceiveSideScaling`" },
    { name: "Since", value: "Server 2008; older than VMMQ, but not its predecessor" },
    { name: "By default", value: "on" },
  ],
  breaks: [
    {
      weight: "minor",
      subject: "One processor of the host",
      text: "handles all received traffic: storage, live migration, backups",
    },
    { weight: "fine", subject: "VMs", text: "are not affected: they use VMQ and vRSS" },
  ],
  cases: [
    is("active", "All requirements are met"),
    minds("info", "host.rss", "Disabled on the adapter or for the host"),
    is("blocked", "The adapter does not support it, has one queue, or is slower than 1 Gbps"),
    is("unknown", "A deciding fact was not read"),
    is("not-applicable", "The adapter is down or bound to a switch"),
  ],
  notes: [],
  sources: [SOURCES.offloadKeywords, SOURCES.networkOffloads],
});

const smbDirect = technologyPage({
  key: "smb-direct",
  lead: "SMB over RDMA: file shares, cluster storage and live migration without copying by processors. It requires Multichannel and RDMA; it is lost if either is off.",
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
      text: "uses TCP: lower throughput, higher latency and higher processor load",
    },
    { weight: "minor", subject: "Live migration over SMB", text: "takes longer" },
    { weight: "fine", subject: "Everything works", text: "without it, so the loss is easily missed" },
  ],
  cases: [
    is("active", "An RDMA session is open: selected, with channels, both ends capable"),
    minds("warning", "host.smb-direct", "Used, but encrypted SMB data bypasses RDMA: before Server 2022"),
    minds(
      "warning",
      "host.rdma",
      "Used, but RDMA is disabled for the host, or RoCE has no lossless traffic class",
    ),
    minds("info", "host.smb-multichannel", "Used, but Multichannel is disabled on one side"),
    is("blocked", "A capability is missing, or it is not used and a requirement is not met"),
    is("ready", "All requirements are met, but it is not used"),
    is(
      "unknown",
      "Used, all requirements are met, but no RDMA session is visible; or something was not read",
    ),
    is("not-applicable", NESTED),
  ],
  notes: [
    "A missing session does not prove a fault: rows exist only while a share is in use.",
    "Server 2025 requires signing by default. It does not count as a fault here.",
  ],
  sources: [SOURCES.smbDirect, SOURCES.whatsNew2025, SOURCES.validateDcb, SOURCES.embeddedTeaming],
});

const smbMultichannel = technologyPage({
  key: "smb-multichannel",
  lead: "SMB opens several connections for one session, over several adapters or several queues of one adapter. It increases throughput and survives the failure of one path.",
  facts: [
    { name: "On both sides", value: "`EnableMultiChannel`" },
    { name: "Channels", value: "4 per adapter with RSS, 2 with RDMA, otherwise 1" },
    { name: "Since", value: "Server 2012, SMB 3" },
    { name: "By default", value: "on" },
  ],
  breaks: [
    { weight: "bad", subject: "SMB Direct", text: "is lost as well: [SMB Direct](technologies/smb-direct)" },
    {
      weight: "minor",
      subject: "One connection",
      text: "serves each share, and a failed path interrupts it",
    },
    {
      weight: "fine",
      subject: "A team",
      text: "is one of four sufficient configurations, not a requirement",
    },
  ],
  cases: [
    is("active", "A connection has several channels, or a server is reached through several interfaces"),
    minds(
      "info",
      "host.smb-multichannel",
      "SMB 3 or Multichannel is disabled on one side, or a constraint limits SMB to one channel",
    ),
    is("blocked", "No interface, or none of the four configurations"),
    is("ready", "All requirements are met, but sessions have one channel"),
    is("unknown", "No session is open, or something was not read"),
  ],
  notes: [
    "Use a separate subnet for each adapter of a storage network between nodes.",
    "The host cannot see SMB sessions inside the guest.",
  ],
  sources: [SOURCES.multichannelTrouble, SOURCES.smbDirect],
});

export const OF_HOSTS: readonly GuidePage[] = [rdma, rss, smbDirect, smbMultichannel];
