import { enableMultichannel } from "../../remedies/host-network.ts";
import { holds } from "../ladder.ts";
import type { HostRung } from "./host-rung.ts";
import type { SmbScene } from "./host-scene.ts";

/** A client opens the channels, and a server announces its interfaces: a host is both. */
export function multichannelOn(side: "client" | "server"): HostRung<SmbScene> {
  return {
    key: `smb-multichannel-${side}`,
    title: `Multichannel is enabled for the SMB ${side}`,
    breaks: "setting",
    check: ({ host }) => holds(host.network.smb?.[side]?.enableMultiChannel ?? null),
    evidence: ({ host }) => [
      {
        name: `smb.${side}.enableMultiChannel`,
        value: host.network.smb?.[side]?.enableMultiChannel ?? null,
      },
    ],
    remedy: () => enableMultichannel(side),
  };
}
