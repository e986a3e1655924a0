import { toStatusWords } from "@/components/vms/service-words.ts";
import type { AccelerationStatus } from "@/components/acceleration/technology-words.ts";
import type { FleetView } from "@/lib/contract/api/fleet.ts";
import { formatCount } from "@/lib/format/count.ts";
import { TECHNOLOGY_NAMES } from "@/lib/format/names.ts";

/** What is in effect first, what was asked for in vain beside it, then what could be, and at the end what cannot. */
export const ACCELERATION_ORDER = [
  "active",
  "configured",
  "ready",
  "unknown",
  "blocked",
  "not-applicable",
] as const satisfies readonly AccelerationStatus[];

export interface AccelerationBar {
  key: string;
  label: string;
  parts: { word: AccelerationStatus; count: number }[];
  /** How many ask for it, and of those how many have it. */
  asked: number;
  active: number;
  /** Asked for, and not in effect, with where they are; `null` where there are none. */
  inVain: { count: number; href: string } | null;
  /** Whether any asks is not known of a single one. */
  isUnknown: boolean;
  spoken: string;
}

type Counts = Partial<Record<AccelerationStatus, number>>;

const OF_VMS = ["sr-iov", "vmq", "vrss", "vmmq", "guest-rdma"] as const;
/** A host's own adapters are told one by one on the network's page: the worst of them says little of a host. */
const OF_HOSTS = ["smb-direct", "smb-multichannel"] as const;

/** How the fleet's VMs, and its hosts, stand with each technology. */
export function prepareAccelerationBars(fleet: Pick<FleetView, "acceleration" | "hostAcceleration">): {
  vms: AccelerationBar[];
  hosts: AccelerationBar[];
} {
  return {
    vms: OF_VMS.map((key) =>
      toBar(
        key,
        fleet.acceleration[key] ?? {},
        `/vms?${new URLSearchParams({ acceleration: `${key}:configured` }).toString()}`,
      ),
    ),
    hosts: OF_HOSTS.map((key) => toBar(key, fleet.hostAcceleration[key] ?? {}, "/network")),
  };
}

function toBar(key: keyof typeof TECHNOLOGY_NAMES, counts: Counts, href: string): AccelerationBar {
  const parts = ACCELERATION_ORDER.map((word) => ({ word, count: counts[word] ?? 0 }));
  const { active = 0, configured = 0 } = counts;
  const said = parts
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${formatCount(count)} ${toStatusWords(word)}`);
  const label = TECHNOLOGY_NAMES[key];
  return {
    key,
    label,
    parts,
    asked: active + configured,
    active,
    inVain: configured > 0 ? { count: configured, href } : null,
    isUnknown:
      (counts.unknown ?? 0) > 0 && active + configured + (counts.ready ?? 0) + (counts.blocked ?? 0) === 0,
    spoken: `${label}: ${said.length === 0 ? "no data" : said.join(", ")}`,
  };
}
