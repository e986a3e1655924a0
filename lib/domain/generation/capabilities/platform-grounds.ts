import type { CapabilityStatus } from "../../words.ts";
import type { Ground } from "../ground.ts";
import type { Shortcoming } from "../requirement.ts";

/** The reasons of a capability that requires a configuration version and a host, naming both. */
export function platformGrounds(
  subject: string,
  configurationVersion: string,
  host: string,
): Record<Shortcoming, Ground<CapabilityStatus>> {
  return {
    "host-too-old": {
      status: "unavailable",
      summary: `${subject} requires a host running ${host} or later.`,
      decidedBy: "host.os.build",
    },
    "version-too-old": {
      status: "unavailable",
      summary: `${subject} requires VM configuration version ${configurationVersion} or later.`,
      decidedBy: "configurationVersion",
    },
    "host-unread": {
      status: "unknown",
      summary: `Unknown: ${lowerFirst(subject)} requires a host running ${host} or later, and the host's build could not be read.`,
      decidedBy: "host.os.build",
    },
    "version-unread": {
      status: "unknown",
      summary: `Unknown: ${lowerFirst(subject)} requires configuration version ${configurationVersion} or later, and the VM's could not be read.`,
      decidedBy: "configurationVersion",
    },
  };
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
