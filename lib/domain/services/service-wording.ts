import type { ComponentKey, ServiceKey } from "../words.ts";
import type { ComponentReading } from "./component-reading.ts";
import type { Excuse } from "./services-scene.ts";

interface Wording {
  /** In the middle of a sentence. */
  name: string;
  works: string;
  /** What it means when it does not, without a full stop. */
  without: string;
  off: string;
}

const WORDING: Record<ComponentKey, Wording> = {
  heartbeat: {
    name: "heartbeat",
    works: "The guest answers the host.",
    without: "The host cannot tell whether the guest's system is up",
    off: "The host cannot tell whether the guest's system is up: heartbeat is switched off on the host.",
  },
  shutdown: {
    name: "shutdown",
    works: "The host can shut this guest down cleanly.",
    without: "The host can only cut this guest's power",
    off: "The host can only cut this guest's power: shutdown is switched off on the host.",
  },
  "time-sync": {
    name: "time sync",
    works: "The guest can take its time from the host.",
    without: "This guest cannot take its time from the host",
    off: "Time sync is switched off on the host, which is right for a domain controller and for a guest with a time source of its own.",
  },
  "data-exchange": {
    name: "data exchange",
    works: "The guest tells the host its system, name and addresses.",
    without: "The host cannot learn this guest's system, name and addresses",
    off: "The host cannot learn this guest's system, name and addresses: data exchange is switched off on the host.",
  },
  vss: {
    name: "VSS",
    works: "Backups can freeze this guest.",
    without: "Backups cannot freeze this guest",
    off: "Backups cannot freeze this guest: VSS is switched off on the host, which is right where the backup runs inside the guest.",
  },
  "guest-services": {
    name: "guest services",
    works: "The host can copy files into this guest.",
    without: "The host cannot copy files into this guest",
    off: "Guest services are switched off on the host, which is the default.",
  },
};

export function serviceName(key: ServiceKey): string {
  return key === "powershell-direct" ? "PowerShell Direct" : WORDING[key].name;
}

/** The switch was read, and is off. */
export function offSentence(key: ComponentKey): string {
  return WORDING[key].off;
}

export const ALL_OFF_SENTENCE = "All integration services of this VM are switched off on the host.";

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
      return `${works.slice(0, -1)}, with an older protocol, which is no fault.`;
    case "application-critical":
      return "The guest answers, but an application that the cluster watches in it is critical.";
    case "application-timed-out":
      return "The guest answers, but the cluster's watch over its applications timed out.";
    case "application-failed":
      return "The guest answers, but the cluster's watch over its applications failed.";
    case "degraded":
      return `The guest's side of ${name} works with an older protocol version.`;
    case "mismatch":
      return `The guest's side of ${name} speaks another protocol version than the host expects.`;
    case "error":
      return `${without}: ${name} reports an error.`;
    case "incompatible":
      return `${without}: its side of ${name} offers no protocol version that the host speaks.`;
    case "no-contact":
      return `${without}: its side of ${name} has no contact with the host.`;
    case "lost":
      return `${without}: its side of ${name} has stopped answering.`;
    case "off":
      return `${without}: ${name} reports itself as disabled.`;
    case "unreported":
      return `The host reports no status of ${name}.`;
    case "strange":
      return `The host reports a status of ${name} that nobody knows: ${primaryStatus}.`;
  }
}

export function excuseSentence(key: ServiceKey, excuse: Excuse): string {
  const name = serviceName(key);
  if (excuse.kind === "starting") return `The guest is starting, and nothing is heard of ${name} yet.`;
  const { doing, status } = excuse.work;
  return `The VM is ${doing} (${status}), and nothing is heard of ${name} meanwhile.`;
}

export function followSentence(key: ServiceKey, cause: "is.guest-silent" | "vm.state-critical"): string {
  const name = serviceName(key);
  if (cause === "is.guest-silent") return `Nothing in this guest answers, so nobody can tell about ${name}.`;
  return `The VM is in a critical state and nothing in it answers, so nobody can tell about ${name}.`;
}

export const SILENT_SENTENCES = {
  "no-contact":
    "Nothing in this guest answers the host: its system never started, or has no integration services.",
  lost: "Nothing in this guest answers the host any more: its system hangs, has crashed or is very busy.",
} as const;
