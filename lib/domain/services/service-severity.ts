import type { Guest } from "../guest/recognise-guest.ts";
import type { ComponentKey, Severity } from "../words.ts";
import type { ComponentReading } from "./component-reading.ts";

/** The first Windows whose own updates keep its components current: a mismatch there is a fault. */
const FIRST_SERVICED_BUILD = 10240;

/** A disabled service. Guest services are disabled by default, which is not a fault. */
const OFF = {
  heartbeat: "warning",
  shutdown: "warning",
  "time-sync": "info",
  "data-exchange": "warning",
  vss: "info",
  "guest-services": null,
} as const satisfies Record<ComponentKey, Severity | null>;

/** An enabled service that fails, on Windows and on any other OS: elsewhere its daemon is a separate package. */
const FAILED_ON_WINDOWS = {
  heartbeat: "warning",
  shutdown: "warning",
  "time-sync": "info",
  "data-exchange": "warning",
  vss: "warning",
  "guest-services": "info",
} as const satisfies Record<ComponentKey, Severity>;
const FAILED_ELSEWHERE = {
  ...FAILED_ON_WINDOWS,
  "data-exchange": "info",
  vss: "info",
} as const satisfies Record<ComponentKey, Severity>;

/** Severity of the finding that a reading opens; `null`: none. An unknown guest is weighed as Linux. */
export function severityOf(key: ComponentKey, reading: ComponentReading, guest: Guest): Severity | null {
  switch (reading) {
    case "works":
    case "works-with-older-protocol":
    case "unreported":
    case "strange":
      return null;
    case "off":
      return OFF[key];
    case "application-critical":
    case "application-timed-out":
    case "application-failed":
      return "warning";
    case "degraded":
      return "info";
    case "mismatch":
      return isServicedWindows(guest) ? "warning" : "info";
    case "incompatible":
      return key === "heartbeat" || isServicedWindows(guest) ? "warning" : "info";
    case "lost":
      return key === "heartbeat" ? "critical" : failedSeverity(key, guest);
    case "no-contact":
      // It is unknown whether a guest with an unknown OS could respond at all.
      return key !== "heartbeat" && guest.family === "unknown" ? "info" : failedSeverity(key, guest);
    case "error":
      return failedSeverity(key, guest);
  }
}

/** Whether the guest OS influenced the severity, and so belongs in the evidence. */
export function dependsOnGuest(key: ComponentKey, reading: ComponentReading): boolean {
  if (reading === "mismatch") return true;
  if (key === "heartbeat") return false;
  if (reading === "incompatible" || reading === "no-contact") return true;
  return (reading === "lost" || reading === "error") && FAILED_ON_WINDOWS[key] !== FAILED_ELSEWHERE[key];
}

export function worseSeverity(left: Severity | null, right: Severity | null): Severity | null {
  if (left === "critical" || right === "critical") return "critical";
  if (left === "warning" || right === "warning") return "warning";
  return left ?? right;
}

function failedSeverity(key: ComponentKey, guest: Guest): Severity {
  return (guest.family === "windows" ? FAILED_ON_WINDOWS : FAILED_ELSEWHERE)[key];
}

function isServicedWindows(guest: Guest): boolean {
  return guest.family === "windows" && guest.build >= FIRST_SERVICED_BUILD;
}
