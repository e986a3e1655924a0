import { turnOnEnhancedSession } from "../../remedies/generation-2.ts";
import { defineCapability } from "../capability.ts";
import { toldGuest } from "../evidence.ts";

/** Windows 8.1 and Windows Server 2012 R2. */
const FIRST_WINDOWS_BUILD = 9600;

/** Of both generations: what counts is the guest, and the host's switch. */
export const enhancedSession = defineCapability({
  key: "enhanced-session",
  grounds: {
    on: {
      status: "in-use",
      summary: "The host offers enhanced sessions, and this guest can have them.",
      decidedBy: "host.enableEnhancedSessionMode",
    },
    off: {
      status: "available",
      summary:
        "This guest can have enhanced sessions; the host's switch for them is off, which is a server's default.",
      decidedBy: "host.enableEnhancedSessionMode",
    },
    "switch-unread": {
      status: "unknown",
      summary: "Nobody can tell: the host's switch for enhanced sessions could not be read.",
      decidedBy: "host.enableEnhancedSessionMode",
    },
    "guest-too-old": {
      status: "unavailable",
      summary: "Enhanced sessions need a guest of Windows 8.1, Server 2012 R2 or later.",
      decidedBy: "guest",
    },
    freebsd: {
      status: "unavailable",
      summary: "FreeBSD has no part for enhanced sessions.",
      decidedBy: "guest",
    },
    linux: {
      status: "unknown",
      summary:
        "A Linux guest has enhanced sessions where xrdp listens on the VM's socket, which no host can see.",
      decidedBy: "guest",
    },
    "guest-unknown": {
      status: "unknown",
      summary: "Nobody can tell: the guest's system is not known.",
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
