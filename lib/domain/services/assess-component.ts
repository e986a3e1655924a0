import type { IntegrationServiceFacts } from "../facts.ts";
import { cannotHaveService } from "../guest/can-have-service.ts";
import { disableOnHost, enableOnHost } from "../remedies/host-switch.ts";
import { guestRemedies } from "../remedies/guest-remedies.ts";
import { listServicesOnHost } from "../remedies/service-list.ts";
import type { ServiceWish } from "../judgement.ts";
import type { ComponentKey, Severity } from "../words.ts";
import { guestEvidence, rowEvidence } from "./component-evidence.ts";
import { type ComponentReading, isNoAnswer, readComponent, STATUS_BY_READING } from "./component-reading.ts";
import {
  ALL_OFF_SENTENCE,
  excuseSentence,
  followSentence,
  offSentence,
  readingSentence,
  serviceName,
  SILENT_SENTENCES,
} from "./service-wording.ts";
import type { Excuse, ServicesScene } from "./services-scene.ts";
import { dependsOnGuest, severityOf, worseSeverity } from "./service-severity.ts";
import { type Assessment, assessment } from "./verdict-of.ts";

/**
 * One of the six services of a running VM. The order of the questions decides: was it read, is it enabled, does the
 * guest support it, may it be silent now, and only then what its status shows.
 */
export function assessComponent(key: ComponentKey, scene: ServicesScene): Assessment {
  if (scene.rows === null) return unread(key, scene);
  const row = scene.rows[key];
  if (!row) return missing(key, scene);
  if (row.enabled === false) return switchedOff(key, row, scene);

  const judgement = switchedOn(key, row, scene);
  const isForbidden = row.enabled === true && scene.policy.services[key].wish === "forbidden";
  // The heartbeat of a silent guest stands for the whole guest, so the policy's severity waits.
  if (!isForbidden || (key === "heartbeat" && scene.cause === "is.guest-silent")) return judgement;
  return forbidden(key, row, scene, judgement);
}

function unread(key: ComponentKey, { vm }: ServicesScene): Assessment {
  const isUnread = vm.integrationServices === null;
  return assessment("unknown", {
    key,
    status: "unknown",
    summary: isUnread
      ? "The integration services of this VM could not be read."
      : "The host lists no integration services of this VM.",
    evidence: [{ name: "integrationServices", value: isUnread ? null : "none listed", decides: true }],
    remedies: [listServicesOnHost(vm.id)],
  });
}

function missing(key: ComponentKey, { hasNoGuestServices, hostBuild }: ServicesScene): Assessment {
  if (key === "guest-services" && hasNoGuestServices)
    return assessment("not-applicable", {
      key,
      status: "not-applicable",
      summary: "This host's Windows version is too old for guest services.",
      evidence: [{ name: "host.os.build", value: hostBuild, decides: true }],
    });
  return assessment("unknown", {
    key,
    status: "unknown",
    summary: `The host did not list ${serviceName(key)} for this VM.`,
    evidence: [{ name: "integrationServices", value: "not listed", decides: true }],
  });
}

function switchedOff(key: ComponentKey, row: IntegrationServiceFacts, scene: ServicesScene): Assessment {
  const isSpeaker = key === "heartbeat" && scene.isAllOff;
  const severity = offSeverity(key, scene);
  const evidence = rowEvidence(row, "enabled");
  if (isSpeaker) evidence.push({ name: "switchedOff", value: "all" });
  if (key === "data-exchange" && !scene.guest.isTold) evidence.push(...guestEvidence(scene.guest));
  return assessment(severity ? "finding" : scene.isAllOff ? "not-applicable" : "ok", {
    key,
    status: "disabled",
    severity,
    summary: isSpeaker ? ALL_OFF_SENTENCE : offSentence(key),
    evidence,
    remedies: severity ? [enableOnHost(key, scene.vm.id)] : [],
  });
}

function offSeverity(key: ComponentKey, scene: ServicesScene): Severity | null {
  let severity = severityOf(key, "off", scene.guest.system);
  if (scene.isAllOff) severity = key === "heartbeat" ? "info" : null;
  else if (isShieldedAgainst(key, scene)) severity = null;
  return withWish(scene.policy.services[key].wish, severity);
}

function switchedOn(key: ComponentKey, row: IntegrationServiceFacts, scene: ServicesScene): Assessment {
  const { guest, excuse, cause } = scene;
  if (cannotHaveService(guest.system, key)) return beyondGuest(key, row, scene);

  const reading = readComponent(key, row);
  if (isNoAnswer(reading)) {
    if (excuse) return excused(key, row, scene, excuse);
    if (cause === "is.guest-silent" && key === "heartbeat") return silentGuest(row, reading, scene);
    if (cause)
      return assessment("unknown", {
        key,
        status: "unknown",
        follows: cause,
        summary: followSentence(key, cause),
        evidence: [...rowEvidence(row, "primaryStatus"), { name: "cause", value: cause }],
      });
    if (reading === "no-contact" && isShieldedAgainst(key, scene)) return shieldedOff(key, row);
  }
  return judged(key, row, reading, scene);
}

function judged(
  key: ComponentKey,
  row: IntegrationServiceFacts,
  reading: ComponentReading,
  scene: ServicesScene,
): Assessment {
  const status = STATUS_BY_READING[reading];
  const { wish } = scene.policy.services[key];
  const base = severityOf(key, reading, scene.guest.system);
  const severity = status === "disabled" ? withWish(wish, base) : base && withRequirement(wish, base);
  const evidence = rowEvidence(row, decidingStatus(reading));
  if (dependsOnGuest(key, reading)) evidence.push(...guestEvidence(scene.guest));
  const summary = readingSentence(key, reading, row.primaryStatus);
  return assessment(severity ? "finding" : status === "unknown" ? "unknown" : "ok", {
    key,
    status,
    severity,
    summary: row.enabled === null ? withUnreadSwitch(summary) : summary,
    evidence,
    remedies: severity ? guestRemedies(key, reading, scene.guest.system, vmAndHost(scene)) : [],
  });
}

function vmAndHost({ vm, hostBuild }: ServicesScene): { vmId: string; hostBuild: number | null } {
  return { vmId: vm.id, hostBuild };
}

/** The whole guest is silent: heartbeat stands for it, and carries the severity of that one finding. */
function silentGuest(
  row: IntegrationServiceFacts,
  reading: ComponentReading,
  scene: ServicesScene,
): Assessment {
  const summary = SILENT_SENTENCES[reading === "lost" ? "lost" : "no-contact"];
  return assessment("unknown", {
    key: "heartbeat",
    status: "failed",
    severity: severityOf("heartbeat", reading, scene.guest.system),
    summary: row.enabled === null ? withUnreadSwitch(summary) : summary,
    evidence: rowEvidence(row, "primaryStatus"),
    remedies: guestRemedies("heartbeat", "silent", scene.guest.system, vmAndHost(scene)),
  });
}

function excused(
  key: ComponentKey,
  row: IntegrationServiceFacts,
  { policy }: ServicesScene,
  excuse: Excuse,
): Assessment {
  const evidence = rowEvidence(row, null);
  if (excuse.kind === "starting")
    // The uptime itself changes with each report, and changing evidence would be rewritten with each.
    evidence.push({ name: "uptimeBelowSeconds", value: policy.graceSeconds, decides: true });
  else
    evidence.push(
      { name: "operationalStatus", value: excuse.work.status, decides: true },
      { name: "since", value: excuse.work.since },
    );
  return assessment("unknown", {
    key,
    status: "not-applicable",
    summary: excuseSentence(key, excuse),
    evidence,
  });
}

function beyondGuest(key: ComponentKey, row: IntegrationServiceFacts, { guest }: ServicesScene): Assessment {
  const evidence = rowEvidence(row, null);
  const [system, ...since] = guestEvidence(guest);
  if (system) evidence.push({ ...system, decides: true }, ...since);
  return assessment("not-applicable", {
    key,
    status: "not-applicable",
    summary: `This guest OS does not support ${serviceName(key)}.`,
    evidence,
  });
}

function shieldedOff(key: ComponentKey, row: IntegrationServiceFacts): Assessment {
  return assessment("not-applicable", {
    key,
    status: "not-applicable",
    summary: `A shielded VM can block ${serviceName(key)}, and this one does.`,
    evidence: [...rowEvidence(row, null), { name: "security.shielded", value: true, decides: true }],
  });
}

/** A service enabled against the policy is a separate finding, however well the service works. */
function forbidden(
  key: ComponentKey,
  row: IntegrationServiceFacts,
  { vm }: ServicesScene,
  { verdict }: Assessment,
): Assessment {
  return assessment("finding", {
    ...verdict,
    severity: worseSeverity(verdict.severity, "warning"),
    summary: `The policy forbids ${serviceName(key)}, which is enabled on the host.`,
    evidence: [...rowEvidence(row, "enabled"), { name: "policy", value: "forbidden" }],
    remedies: [disableOnHost(key, vm.id)],
  });
}

/** Shielded VMs block the host's access to guest data and files: silence there is not a fault. */
function isShieldedAgainst(key: ComponentKey, { vm }: ServicesScene): boolean {
  return (key === "data-exchange" || key === "guest-services") && vm.security?.shielded === true;
}

/** The severity of a disabled service under a policy. */
function withWish(wish: ServiceWish | null, severity: Severity | null): Severity | null {
  if (wish === "allowed" || wish === "forbidden") return null;
  return wish === "required" ? worseSeverity(severity, "warning") : severity;
}

function withRequirement(wish: ServiceWish | null, severity: Severity): Severity | null {
  return wish === "required" ? worseSeverity(severity, "warning") : severity;
}

function decidingStatus(reading: ComponentReading): "primaryStatus" | "secondaryStatus" {
  return reading.startsWith("application-") ? "secondaryStatus" : "primaryStatus";
}

function withUnreadSwitch(summary: string): string {
  return `${summary.slice(0, -1)}; its setting on the host could not be read.`;
}
