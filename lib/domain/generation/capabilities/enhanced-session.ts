import { turnOnEnhancedSession } from "../../remedies/generation-2.ts";
import { defineCapability } from "../capability.ts";
import { toldGuest } from "../evidence.ts";

/** Windows 8.1 and Windows Server 2012 R2. */
const FIRST_WINDOWS_BUILD = 9600;

/** Available in both generations: it depends on the guest and on the host's setting. */
export const enhancedSession = defineCapability({
  key: "enhanced-session",
  grounds: {
    on: {
      status: "in-use",
      summary: "The host allows enhanced sessions, and this guest supports them.",
      decidedBy: "host.enableEnhancedSessionMode",
    },
    off: {
      status: "available",
      summary:
        "This guest supports enhanced sessions, but they are disabled on the host (the default on servers).",
      decidedBy: "host.enableEnhancedSessionMode",
    },
    "switch-unread": {
      status: "unknown",
      summary: "Unknown: the host's enhanced session setting could not be read.",
      decidedBy: "host.enableEnhancedSessionMode",
    },
    "guest-too-old": {
      status: "unavailable",
      summary: "Enhanced sessions require a guest running Windows 8.1, Server 2012 R2 or later.",
      decidedBy: "guest",
    },
    freebsd: {
      status: "unavailable",
      summary: "FreeBSD does not support enhanced sessions.",
      decidedBy: "guest",
    },
    linux: {
      status: "unknown",
      summary:
        "A Linux guest supports enhanced sessions if xrdp listens on the Hyper-V socket, which the host cannot see.",
      decidedBy: "guest",
    },
    "guest-unknown": {
      status: "unknown",
      summary: "Unknown: the guest OS is not known.",
      decidedBy: "guest",
    },
  },
  decide: ({ guest: { system }, host }) => {
    if (system.family === "unknown") return "guest-unknown";
    if (system.family === "linux") return "linux";
    if (system.family === "freebsd") return "freebsd";
    if (system.build < FIRST_WINDOWS_BUILD) return "guest-too-old";
    const isOn = host.hyperv?.enableEnhancedSessionMode ?? null;
    if (isOn === null) return "switch-unread";
    return isOn ? "on" : "off";
  },
  evidence: (scene) => [
    ...toldGuest(scene),
    {
      name: "host.enableEnhancedSessionMode",
      value: scene.host.hyperv?.enableEnhancedSessionMode ?? null,
    },
  ],
  remedies: (_scene, ground) => (ground === "off" ? [turnOnEnhancedSession()] : []),
});
