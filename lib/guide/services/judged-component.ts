import { cannotHaveService } from "../../domain/guest/can-have-service.ts";
import { recogniseGuest, type Guest } from "../../domain/guest/recognise-guest.ts";
import { type ComponentReading, STATUS_BY_READING } from "../../domain/services/component-reading.ts";
import { severityOf } from "../../domain/services/service-severity.ts";
import { defaultPolicy } from "../../domain/default-policy.ts";
import type { ComponentKey, Severity } from "../../domain/words.ts";
import type { GuideCase } from "../page.ts";

/** How a row shows the reading, in the host's own terms. */
const SAID: Partial<Record<ComponentReading, string>> = {
  "application-critical": "heartbeat responds, but an application that the cluster monitors is critical",
  "application-timed-out": "the cluster's monitoring of an application timed out",
  "application-failed": "the cluster's monitoring of an application failed",
  degraded: "`Degraded` (3): works with an older version",
  mismatch: "`ProtocolMismatch` (32775) as the primary status",
  incompatible: "`NonRecoverableError` (7)",
  error: "`Error` (6)",
  "no-contact": "`NoContact` (12)",
  lost: "`LostCommunication` (13)",
};
const APPLICATION: ReadonlySet<ComponentReading> = new Set([
  "application-critical",
  "application-timed-out",
  "application-failed",
]);

const NEVER_KNOWN = "never known";

/** A guest for each way in which a severity can depend on it. */
const GUESTS: readonly { words: string; guest: Guest }[] = [
  { words: "Windows 10, Server 2016 or later", guest: windows(20348) },
  { words: "older Windows", guest: windows(9600) },
  { words: "Linux, FreeBSD", guest: linux() },
  { words: NEVER_KNOWN, guest: recogniseGuest(null) },
];

/** Every way to fail with its severity: computed from the judging, so that the two cannot differ. */
export function failingCases(key: ComponentKey): GuideCase[] {
  const rows = new Map<string, { says: string[]; guests: string; case: Omit<GuideCase, "says"> }>();
  for (const [name, said] of Object.entries(SAID)) {
    const reading = READINGS.find((each) => each === name);
    if (!reading || (APPLICATION.has(reading) && key !== "heartbeat")) continue;
    for (const [severity, guests] of bySeverity(key, reading)) {
      const status = STATUS_BY_READING[reading];
      const id = `${status} ${severity} ${guests}`;
      const row = rows.get(id) ?? { says: [], guests, case: { status, finding: severity } };
      row.says.push(said);
      rows.set(id, row);
    }
  }
  return [...rows.values()].map(({ says, guests, case: { status, finding } }) => ({
    says: `${capitalised(says.join(", "))}${guests === "" ? "" : `; the guest is ${guests}`}`,
    status,
    finding,
  }));
}

const READINGS: readonly ComponentReading[] = [
  "application-critical",
  "application-timed-out",
  "application-failed",
  "degraded",
  "mismatch",
  "incompatible",
  "error",
  "no-contact",
  "lost",
];

/** Severities with the guests they apply to; no guests if all are the same. */
function bySeverity(key: ComponentKey, reading: ComponentReading): [Severity | null, string][] {
  const guests = new Map<Severity | null, string[]>();
  for (const { words, guest } of GUESTS) {
    const severity = severityOf(key, reading, guest);
    guests.set(severity, [...(guests.get(severity) ?? []), words]);
  }
  if (guests.size === 1) return [...guests.keys()].map((severity) => [severity, ""]);
  return [...guests].map(([severity, words]) => [severity, guestsInWords(words)]);
}

function guestsInWords(words: readonly string[]): string {
  if (words.length === GUESTS.length - 1) return words.includes(NEVER_KNOWN) ? "any other" : "known";
  const [serviced, older] = GUESTS.map((each) => each.words);
  const isWindows = words.length === 2 && words.every((each) => each === serviced || each === older);
  return isWindows ? "Windows" : words.join(", ");
}

/** What applies to every component: its setting, a silent guest, and the excuses. */
export function otherCases(key: ComponentKey): GuideCase[] {
  const cannotHave = CANNOT_HAVE.flatMap(
    (systems) => systems.find(({ guest }) => cannotHaveService(guest, key)) ?? [],
  );
  return [
    offCase(key),
    {
      says: "All six services are disabled: assumed intentional, reported once under heartbeat",
      status: "disabled",
      finding: key === "heartbeat" ? "info" : null,
      ...(key === "heartbeat" ? {} : { remark: "[is.heartbeat](rules/is.heartbeat)" }),
    },
    key === "heartbeat"
      ? {
          says: "No service of the guest responds: heartbeat stands for all, under [is.guest-silent](rules/is.guest-silent)",
          status: "failed",
          finding: null,
          remark: "that finding",
        }
      : {
          says: "No service of the guest responds: one cause, one finding, [is.guest-silent](rules/is.guest-silent)",
          status: "unknown",
          finding: null,
          remark: "that finding",
        },
    ...(cannotHave.length === 0
      ? []
      : [
          {
            says: `Not supported by the guest: ${cannotHave.map(({ words }) => words).join(", ")}`,
            status: "not-applicable" as const,
            finding: null,
          },
        ]),
    {
      says: `No response, and the VM has been running for less than ${defaultPolicy.graceSeconds / 60} minutes, or is being migrated, backed up or exported`,
      status: "not-applicable",
      finding: null,
    },
    { says: "The VM is off, saved or paused, or a test replica", status: "not-applicable", finding: null },
    {
      says: "Not read, or an unknown status",
      status: "unknown",
      finding: null,
      remark: "an open finding is frozen",
    },
  ];
}

/** The host's setting, which comes before any status. */
export function offCase(key: ComponentKey): GuideCase {
  const finding = severityOf(key, "off", windows(20348));
  return {
    says: "Disabled on the host, regardless of its status: Windows reports `Ok` for disabled services",
    status: "disabled",
    finding,
    ...(finding === null ? { remark: "none: disabled is the default" } : {}),
  };
}

/** By system, the widest first: what a new release does not support, an old one does not either. */
const CANNOT_HAVE: readonly (readonly { words: string; guest: Guest }[])[] = [
  [{ words: "Windows before 8 and Server 2012", guest: windows(7601) }],
  [{ words: "SLES before 11 SP4", guest: { ...linux(), distribution: "SLES", version: "11.3" } }],
  [
    { words: "FreeBSD", guest: freebsd("13.2") },
    { words: "FreeBSD before 11.1", guest: freebsd("11.0") },
  ],
];

export const HEALTHY_CASE: GuideCase = {
  says: "Reports `Ok` (2), also with an older protocol that works",
  status: "healthy",
  finding: null,
};

function windows(build: number): Guest {
  return { family: "windows", name: "Windows", build, bits: 64 };
}
function linux(): Extract<Guest, { family: "linux" }> {
  return { family: "linux", name: "Ubuntu", distribution: "Ubuntu", version: "24.04", bits: 64 };
}
function freebsd(version: string): Guest {
  return { family: "freebsd", name: "FreeBSD", version, bits: 64 };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
