import type { IntegrationServiceFacts } from "../facts.ts";
import type { ComponentKey, ServiceStatus } from "../words.ts";

/** What the two status numbers of a component mean, each a case of the wording and of the severities. */
export type ComponentReading =
  | "works"
  | "works-with-older-protocol"
  | "application-critical"
  | "application-timed-out"
  | "application-failed"
  | "degraded"
  | "mismatch"
  | "error"
  | "incompatible"
  | "no-contact"
  | "lost"
  | "off"
  | "unreported"
  | "strange";

const OK = 2;
const MISMATCH = 32775;

/** Numbers of `VMIntegrationComponentOperationalStatus`; any other is unknown. */
const BY_PRIMARY: ReadonlyMap<number, ComponentReading> = new Map<number, ComponentReading>([
  [OK, "works"],
  [3, "degraded"],
  [6, "error"],
  [7, "incompatible"],
  [12, "no-contact"],
  [13, "lost"],
  [MISMATCH, "mismatch"],
  [32896, "off"],
]);

/** Only heartbeat has these: the cluster monitors applications in the guest through it. */
const BY_HEARTBEAT_SECONDARY: ReadonlyMap<number, ComponentReading> = new Map<number, ComponentReading>([
  [32782, "application-critical"],
  [32783, "application-timed-out"],
  [32784, "application-failed"],
]);

export function readComponent(
  key: ComponentKey,
  { primaryStatus, secondaryStatus }: IntegrationServiceFacts,
): ComponentReading {
  if (primaryStatus === null) return "unreported";
  const reading = BY_PRIMARY.get(primaryStatus) ?? "strange";
  if (secondaryStatus === null || secondaryStatus === OK) return reading;
  if (reading !== "works" && reading !== "degraded" && reading !== "mismatch") return reading;

  // Two reasons at once: an application fault is the worse one.
  const trouble = key === "heartbeat" ? BY_HEARTBEAT_SECONDARY.get(secondaryStatus) : undefined;
  if (trouble) return trouble;
  return reading === "works" && secondaryStatus === MISMATCH ? "works-with-older-protocol" : reading;
}

/** No response from the guest component: as during a boot, a backup or in a hung guest. */
export function isNoAnswer(reading: ComponentReading): boolean {
  return reading === "no-contact" || reading === "lost" || reading === "unreported";
}

export const STATUS_BY_READING = {
  works: "healthy",
  "works-with-older-protocol": "healthy",
  "application-critical": "degraded",
  "application-timed-out": "degraded",
  "application-failed": "degraded",
  degraded: "degraded",
  mismatch: "degraded",
  error: "failed",
  incompatible: "failed",
  "no-contact": "failed",
  lost: "failed",
  off: "disabled",
  unreported: "unknown",
  strange: "unknown",
} as const satisfies Record<ComponentReading, ServiceStatus>;
