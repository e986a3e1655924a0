import { toStatusWords } from "@/components/vms/service-words.ts";
import type { AccelerationStatus } from "@/components/acceleration/technology-words.ts";
import type { FleetView } from "@/lib/contract/api/fleet.ts";
import { formatCount } from "@/lib/format/count.ts";
import { TECHNOLOGY_NAMES } from "@/lib/format/names.ts";

/** In effect first, then configured but not in effect, then possible, and last what is not. */
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
  /** How many have it configured, and for how many of those it is in effect. */
  asked: number;
  active: number;
  /** Configured and not in effect, with a link to them; `null` if there are none. */
  inVain: { count: number; href: string } | null;
  /** It is not known for a single one whether it is configured. */
  isUnknown: boolean;
  spoken: string;
}

type Counts = Partial<Record<AccelerationStatus, number>>;

const OF_VMS = ["sr-iov", "vmq", "vrss", "vmmq", "guest-rdma"] as const;
/** The network page lists a host's own adapters one by one: their worst status says little about a host. */
const OF_HOSTS = ["smb-direct", "smb-multichannel"] as const;

/** The status of each technology over the fleet's VMs and hosts. */
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
    hosts: OF_HOSTS.map((key) =>
      toBar(
        key,
        fleet.hostAcceleration[key] ?? {},
        `/hosts?${new URLSearchParams({ acceleration: `${key}:configured` }).toString()}`,
      ),
    ),
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
