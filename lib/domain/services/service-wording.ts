import type { ComponentKey, ServiceKey } from "../words.ts";
import type { ComponentReading } from "./component-reading.ts";
import type { Excuse } from "./services-scene.ts";

interface Wording {
  /** As used within a sentence. */
  name: string;
  works: string;
  /** The consequence if it does not work, without a full stop. */
  without: string;
  off: string;
}

const WORDING: Record<ComponentKey, Wording> = {
  heartbeat: {
    name: "heartbeat",
    works: "The guest responds to the host.",
    without: "The host cannot tell whether the guest OS is running",
    off: "The host cannot tell whether the guest OS is running: heartbeat is disabled on the host.",
  },
  shutdown: {
    name: "shutdown",
    works: "The host can shut this guest down cleanly.",
    without: "The host can only turn this guest off",
    off: "The host can only turn this guest off: shutdown is disabled on the host.",
  },
  "time-sync": {
    name: "time sync",
    works: "The guest can synchronize its time with the host.",
    without: "This guest cannot synchronize its time with the host",
    off: "Time sync is disabled on the host, which is correct for a domain controller and for a guest with its own time source.",
  },
  "data-exchange": {
    name: "data exchange",
    works: "The guest reports its OS, name and addresses to the host.",
    without: "The host cannot read this guest's OS, name and addresses",
    off: "The host cannot read this guest's OS, name and addresses: data exchange is disabled on the host.",
  },
  vss: {
    name: "VSS",
    works: "Backups can quiesce this guest.",
    without: "Backups cannot quiesce this guest",
    off: "Backups cannot quiesce this guest: VSS is disabled on the host, which is correct if the backup runs inside the guest.",
  },
  "guest-services": {
    name: "guest services",
    works: "The host can copy files into this guest.",
    without: "The host cannot copy files into this guest",
    off: "Guest services are disabled on the host, which is the default.",
  },
};

export function serviceName(key: ServiceKey): string {
  return key === "powershell-direct" ? "PowerShell Direct" : WORDING[key].name;
}

/** The setting was read, and the service is disabled. */
export function offSentence(key: ComponentKey): string {
  return WORDING[key].off;
}

export const ALL_OFF_SENTENCE = "All integration services of this VM are disabled on the host.";

/** One sentence for a reading that is not excused. */
export function readingSentence(
  key: ComponentKey,
  reading: ComponentReading,
  primaryStatus: number | null,
): string {
  const { name, works, without } = WORDING[key];
  switch (reading) {
    case "works":
      return works;
    case "works-with-older-protocol":
      return `${works.slice(0, -1)}, using an older protocol, which is not a fault.`;
    case "application-critical":
      return "The guest responds, but an application that the cluster monitors in it is critical.";
    case "application-timed-out":
      return "The guest responds, but the cluster's monitoring of its applications timed out.";
    case "application-failed":
      return "The guest responds, but the cluster's monitoring of its applications failed.";
    case "degraded":
      return `The guest component of ${name} works with an older protocol version.`;
    case "mismatch":
      return `The guest component of ${name} uses a different protocol version than the host expects.`;
    case "error":
      return `${without}: ${name} reports an error.`;
    case "incompatible":
      return `${without}: the guest component of ${name} offers no protocol version that the host supports.`;
    case "no-contact":
      return `${without}: the guest component of ${name} has no contact with the host.`;
    case "lost":
      return `${without}: the guest component of ${name} has stopped responding.`;
    case "off":
      return `${without}: ${name} reports itself as disabled.`;
    case "unreported":
      return `The host reports no status for ${name}.`;
    case "strange":
      return `The host reports an unknown status for ${name}: ${primaryStatus}.`;
  }
}

export function excuseSentence(key: ServiceKey, excuse: Excuse): string {
  const name = serviceName(key);
  if (excuse.kind === "starting") return `The guest is starting; the state of ${name} is not known yet.`;
  const { doing, status } = excuse.work;
  return `The VM is ${doing} (${status}); the state of ${name} is not known until this ends.`;
}

export function followSentence(key: ServiceKey, cause: "is.guest-silent" | "vm.state-critical"): string {
  const name = serviceName(key);
  if (cause === "is.guest-silent")
    return `Nothing in this guest responds, so the state of ${name} is unknown.`;
  return `The VM is in a critical state and nothing in it responds, so the state of ${name} is unknown.`;
}

export const SILENT_SENTENCES = {
  "no-contact":
    "Nothing in this guest responds to the host: its OS never started, or has no integration services.",
  lost: "Nothing in this guest responds to the host any more: its OS hangs, has crashed or is very busy.",
} as const;
