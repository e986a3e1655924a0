import { TECHNOLOGY_LABELS } from "@/components/acceleration/technology-words.ts";
import type { NetworkView } from "@/lib/contract/api/network.ts";
import { formatPlural } from "@/lib/format/count.ts";
import { rungHref } from "@/lib/format/guide-href.ts";
import { vmsHref } from "./vms-href.ts";

/** As many as fit on one line beside the rung's number of hosts. */
const NAMED_HOSTS = 3;

type BrokenRung = NetworkView["brokenRungs"][number];

export interface RungLine {
  key: string;
  status: BrokenRung["status"];
  /** `VMMQ: the switch has no free VMQ queue`. */
  title: string;
  /** The rung's own title, as in the ladders of hosts and VMs. */
  holds: string;
  place: string;
  /** The count by which it is ranked, and its unit. */
  count: number;
  unit: string;
  /** Share of the largest with the same unit. */
  share: number;
  /** What the fix involves, in a word or two; `null` if there is no fix. */
  cost: string | null;
  /** The affected VMs; for a host's rung the host, or the list of them. */
  href: string;
  /** The page that explains the rung. */
  guide: string;
  hosts: BrokenRung["hosts"];
  moreHosts: number;
}

const COST_WORDS: Record<BrokenRung["costs"][number], string> = {
  nothing: "nothing",
  "new-sessions": "new SMB sessions",
  "link-break": "link break",
  "vm-off": "VM off",
  "host-restart": "host restart",
  outage: "outage",
  "flow-control": "flow control",
  "no-encryption": "encryption",
  hardware: "driver or hardware",
};

/** A fix without cost is omitted beside others: it only checks what the report left out. */
function costOf({ costs }: BrokenRung): string | null {
  const told = costs.length > 1 ? costs.filter((cost) => cost !== "nothing") : costs;
  return told.length === 0 ? null : told.map((cost) => COST_WORDS[cost]).join(", ");
}

/** Rungs as the service ranks them: VM rungs count VMs, host rungs count the host's adapters. */
export function prepareRungs(view: NetworkView): RungLine[] {
  const most = (side: "vm" | "host") =>
    Math.max(1, ...view.brokenRungs.filter((each) => each.side === side).map(countOf));
  const mosts = { vm: most("vm"), host: most("host") };
  return view.brokenRungs.map((rung) => {
    const count = countOf(rung);
    return {
      key: `${rung.side} ${rung.technology} ${rung.rung} ${rung.status}`,
      status: rung.status,
      title: `${TECHNOLOGY_LABELS[rung.technology]}: ${rung.fault}`,
      holds: rung.title,
      place:
        rung.side === "vm" || rung.hostCount > 1 ? formatPlural(rung.hostCount, "host") : "the host itself",
      count,
      unit: rung.side === "vm" ? (count === 1 ? "VM" : "VMs") : count === 1 ? "adapter" : "adapters",
      share: count / mosts[rung.side],
      cost: costOf(rung),
      href: hrefOf(rung),
      guide: rungHref(rung.technology, rung.rung),
      hosts: rung.hosts.slice(0, NAMED_HOSTS),
      moreHosts: rung.hostCount - Math.min(rung.hosts.length, NAMED_HOSTS),
    };
  });
}

function hrefOf({ side, technology, rung, status, hostCount, hosts: [host] }: BrokenRung): string {
  const value = `${technology}:${rung}:${status}`;
  if (side === "vm") return vmsHref({ rung: value });
  if (host && hostCount === 1) return `/hosts/${host.id}#acceleration`;
  return `/hosts?${new URLSearchParams({ rung: value }).toString()}`;
}

function countOf({ side, vms, adapters }: BrokenRung): number {
  return side === "vm" ? vms : adapters;
}
