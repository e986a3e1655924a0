import type { SmbInterfaceFacts } from "../../facts.ts";
import type { Evidence } from "../../judgement.ts";
import { showSmbInterfaces } from "../../remedies/host-network.ts";
import type { RungStatus } from "../ladder.ts";
import { technologyWord } from "../rdma-technology.ts";
import type { HostRung } from "./host-rung.ts";
import type { HostScene } from "./host-scene.ts";

/** A slow link is worth noting and breaks nothing. */
const RECOMMENDED_BITS_PER_SECOND = 10_000_000_000;

export interface EndScene {
  host: HostScene;
  adapter: { interfaceIndex: number | null };
}

export function linkEvidence(status: string | null, linkSpeedBitsPerSecond: number | null): Evidence[] {
  return [
    { name: "status", value: status },
    { name: "linkSpeedBitsPerSecond", value: linkSpeedBitsPerSecond },
    { name: "recommendedBitsPerSecond", value: RECOMMENDED_BITS_PER_SECOND },
  ];
}

/** RDMA needs the same technology at both ends, and the other end is another machine. */
export function technologyRung<Scene>(
  technologiesOf: (scene: Scene) => readonly (number | null)[],
): HostRung<Scene> {
  return {
    key: "rdma-technology",
    title: "The other end uses the same RDMA technology",
    breaks: "capability",
    isGuests: true,
    check: () => "unknown",
    evidence: (scene) => [
      {
        name: "rdma.technology",
        value: [...new Set(technologiesOf(scene).map(technologyWord))].toSorted().join(", ") || null,
      },
    ],
    remedy: () => null,
  };
}

/**
 * How SMB itself reports the interface. With RDMA disabled for the host, it reports none as capable, which is a
 * different fault.
 */
export function smbInterfaceRung<Scene extends EndScene>(): HostRung<Scene> {
  return {
    key: "smb-interface",
    title: "SMB lists the interface as RDMA capable",
    breaks: "capability",
    check: ({ host, adapter }) => checkInterface(host, adapter.interfaceIndex),
    evidence: ({ host, adapter }) => {
      const { smb } = host.network;
      return [
        { name: "interfaceIndex", value: adapter.interfaceIndex },
        { name: "smb.clientInterfaces.rdmaCapable", value: canRdma(smb?.clientInterfaces, adapter) },
        { name: "smb.serverInterfaces.rdmaCapable", value: canRdma(smb?.serverInterfaces, adapter) },
      ];
    },
    remedy: showSmbInterfaces,
  };
}

function checkInterface(host: HostScene, index: number | null): RungStatus {
  const { smb } = host.network;
  if (host.network.host.offload?.networkDirect === "Disabled") return "not-applicable";
  if (index === null || smb === null) return "unknown";
  const lists = [smb.clientInterfaces, smb.serverInterfaces];
  const rows = lists.flatMap((list) => list?.filter((row) => row.interfaceIndex === index) ?? []);
  if (rows.some(({ rdmaCapable }) => rdmaCapable === true)) return "pass";
  const isAllRead = lists.every((list) => list?.every((row) => row.interfaceIndex !== null));
  return rows.some(({ rdmaCapable }) => rdmaCapable === false) || (isAllRead && rows.length === 0)
    ? "fail"
    : "unknown";
}

function canRdma(
  list: SmbInterfaceFacts[] | null | undefined,
  { interfaceIndex }: EndScene["adapter"],
): boolean | string | null {
  if (!list) return null;
  const row = list.find((each) => each.interfaceIndex === interfaceIndex);
  return row ? row.rdmaCapable : "not listed";
}
