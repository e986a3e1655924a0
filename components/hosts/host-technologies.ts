import type { HostRow } from "@/lib/contract/api/hosts.ts";
import { TECHNOLOGY_NAMES } from "@/lib/format/names.ts";

export type HostTechnology = keyof HostRow["acceleration"];

interface ColumnWords {
  label: string;
  /** In the head of the list, which has room for two short lines. */
  lines: readonly [string, string?];
  /** On a phone. */
  short: string;
}

/** A host's technologies, in the same order on every page. */
export const HOST_TECHNOLOGY_ORDER = [
  "sr-iov",
  "rdma",
  "rss",
  "vmq",
  "vmmq",
  "smb-direct",
  "smb-multichannel",
] as const satisfies readonly HostTechnology[];

export const HOST_TECHNOLOGY_COLUMNS = {
  "sr-iov": { label: TECHNOLOGY_NAMES["sr-iov"], lines: ["SR-", "IOV"], short: "IOV" },
  rdma: { label: TECHNOLOGY_NAMES.rdma, lines: ["RDMA"], short: "RDMA" },
  rss: { label: TECHNOLOGY_NAMES.rss, lines: ["RSS"], short: "RSS" },
  vmq: { label: TECHNOLOGY_NAMES.vmq, lines: ["VMQ"], short: "VMQ" },
  vmmq: { label: TECHNOLOGY_NAMES.vmmq, lines: ["VMMQ"], short: "VMMQ" },
  "smb-direct": { label: TECHNOLOGY_NAMES["smb-direct"], lines: ["SMB", "Direct"], short: "SMBD" },
  "smb-multichannel": {
    label: TECHNOLOGY_NAMES["smb-multichannel"],
    lines: ["SMB", "Multi."],
    short: "SMBM",
  },
} as const satisfies Record<HostTechnology, ColumnWords>;
