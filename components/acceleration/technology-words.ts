import type { NetworkView } from "@/lib/contract/api/network.ts";

export type Technology = NetworkView["brokenRungs"][number]["technology"];

/** Every technology, of a VM's adapter or of a host, as it stands in sentences. */
export const TECHNOLOGY_LABELS: Readonly<Record<Technology, string>> = {
  "sr-iov": "SR-IOV",
  vmq: "VMQ",
  vrss: "vRSS",
  vmmq: "VMMQ",
  "guest-rdma": "Guest RDMA",
  rdma: "RDMA",
  rss: "RSS",
  "smb-direct": "SMB Direct",
  "smb-multichannel": "SMB Multichannel",
};
