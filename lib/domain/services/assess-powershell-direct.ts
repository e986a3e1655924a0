import { compareVmVersions } from "../common-vm-version.ts";
import { VTPM_NEEDS } from "../generation/capabilities/vtpm.ts";
import { isAtLeast } from "../generation/requirement.ts";
import { nameOf } from "../guest/guest-os-name.ts";
import { isNeverKnown } from "../guest/known-guest.ts";
import type { Evidence } from "../judgement.ts";
import { upgradeConfiguration } from "../remedies/configuration-version.ts";
import type { Severity } from "../words.ts";
import { excuseSentence, followSentence } from "./service-wording.ts";
import type { ServicesScene } from "./services-scene.ts";
import { type Assessment, assessment } from "./verdict-of.ts";

const KEY = "powershell-direct";
/** Windows 10 and Server 2016, for host and guest. */
const FIRST_BUILD = 10240;
const FIRST_CONFIGURATION_VERSION = "6.2";
/** Server 1803: the first host that can access a shielded VM for repairs. */
const FIRST_BUILD_INTO_SHIELDED = 17134;

type Prerequisite = "configurationVersion" | "host.os.build" | "guest" | "security.shielded";
type Check = "holds" | "missing" | "unread";

export const MISSING_SENTENCES: Record<Prerequisite, string> = {
  configurationVersion: "PowerShell Direct requires VM configuration version 6.2 or later.",
  "host.os.build": "PowerShell Direct requires a host running Windows 10, Server 2016 or later.",
  guest: "PowerShell Direct requires a guest running Windows 10, Server 2016 or later.",
  "security.shielded": "This host does not support PowerShell Direct to shielded VMs.",
};
export const UNREAD_SENTENCES: Record<Prerequisite, string> = {
  configurationVersion: "Unknown: the VM's configuration version could not be read.",
  "host.os.build": "Unknown: the host's build could not be read.",
  guest: "Unknown: the guest OS is not known.",
  "security.shielded": "Unknown: whether the VM is shielded could not be read.",
};
const PREREQUISITES = Object.keys(MISSING_SENTENCES).filter(isPrerequisite);

/** PowerShell Direct of a running VM. It reports no status, so only its prerequisites can be judged. */
export function assessPowershellDirect(scene: ServicesScene): Assessment {
  const checks = checkAll(scene);
  const missing = PREREQUISITES.find((name) => checks[name] === "missing");
  if (missing) return refused(missing, scene);

  const { cause, isInGrace, guest, policy, vm } = scene;
  if (cause)
    return assessment("unknown", {
      key: KEY,
      status: "unknown",
      follows: cause,
      summary: followSentence(KEY, cause),
      evidence: [...evidenceOf(scene, null), { name: "cause", value: cause, decides: true }],
    });
  if (vm.security?.shielded === true)
    return assessment("unknown", {
      key: KEY,
      status: "unknown",
      summary:
        "A shielded VM can allow PowerShell Direct for repairs, and only the guest knows whether it does.",
      evidence: evidenceOf(scene, "security.shielded"),
    });
  if (isInGrace && isNeverKnown(guest))
    return assessment("unknown", {
      key: KEY,
      status: "not-applicable",
      summary: excuseSentence(KEY, { kind: "starting" }),
      evidence: [
        ...evidenceOf(scene, null),
        { name: "uptimeBelowSeconds", value: policy.graceSeconds, decides: true },
      ],
    });

  const unread = PREREQUISITES.find((name) => checks[name] === "unread");
  if (unread)
    return assessment("unknown", {
      key: KEY,
      status: "unknown",
      summary: UNREAD_SENTENCES[unread],
      evidence: evidenceOf(scene, unread),
    });
  return assessment("ok", {
    key: KEY,
    status: "healthy",
    summary:
      "All prerequisites visible to the host are met. Only guest credentials could prove that it works.",
    evidence: evidenceOf(scene, null),
  });
}

/** A missing prerequisite is not a fault, unless the policy requires the service. */
function refused(missing: Prerequisite, scene: ServicesScene): Assessment {
  const severity: Severity | null = scene.policy.services[KEY].wish === "required" ? "warning" : null;
  return assessment(severity ? "finding" : "not-applicable", {
    key: KEY,
    status: "not-applicable",
    severity,
    summary: MISSING_SENTENCES[missing],
    evidence: evidenceOf(scene, missing),
    remedies: severity && canUpgrade(missing, scene) ? [upgradeConfiguration(scene.vm.id)] : [],
  });
}

/** An older host supports no other version to upgrade to. */
function canUpgrade(missing: Prerequisite, { hostBuild }: ServicesScene): boolean {
  return missing === "configurationVersion" && checkOf(hostBuild, FIRST_BUILD) !== "missing";
}

function checkAll(scene: ServicesScene): Record<Prerequisite, Check> {
  const { vm, hostBuild, guest } = scene;
  const order =
    vm.configurationVersion === null
      ? null
      : compareVmVersions(vm.configurationVersion, FIRST_CONFIGURATION_VERSION);
  return {
    configurationVersion: checkOf(order, 0),
    "host.os.build": checkOf(hostBuild, FIRST_BUILD),
    guest: guestCheck(guest.system),
    "security.shielded": shieldedCheck(scene),
  };
}

function checkOf(value: number | null, least: number): Check {
  if (value === null) return "unread";
  return value >= least ? "holds" : "missing";
}

function guestCheck(system: ServicesScene["guest"]["system"]): Check {
  if (system.family === "unknown") return "unread";
  return system.family === "windows" && system.build >= FIRST_BUILD ? "holds" : "missing";
}

/** Generation 1 and versions without a vTPM cannot be shielded, whether or not the setting was read. */
function shieldedCheck({ vm, hostBuild }: ServicesScene): Check {
  const shielded = vm.security?.shielded ?? null;
  if (shielded === null) return vm.generation === 1 || isBeforeVtpm(vm) ? "holds" : "unread";
  if (!shielded) return "holds";
  return checkOf(hostBuild, FIRST_BUILD_INTO_SHIELDED);
}

function isBeforeVtpm({ configurationVersion }: ServicesScene["vm"]): boolean {
  return isAtLeast(configurationVersion, VTPM_NEEDS.configurationVersion) === false;
}

function evidenceOf({ vm, hostBuild, guest }: ServicesScene, decides: Prerequisite | null): Evidence[] {
  const { system } = guest;
  const evidence: Evidence[] = [
    told("configurationVersion", vm.configurationVersion, decides),
    told("host.os.build", hostBuild, decides),
    told("guest", nameOf(system), decides),
  ];
  if (system.family === "windows") evidence.push({ name: "guest.osBuildNumber", value: system.build });
  if (guest.lastToldAt !== null) evidence.push({ name: "lastKnownAt", value: guest.lastToldAt });
  const shielded = vm.security?.shielded ?? null;
  if (shielded !== false) evidence.push(told("security.shielded", shielded, decides));
  return evidence;
}

function told(
  name: Prerequisite,
  value: string | number | boolean | null,
  decides: Prerequisite | null,
): Evidence {
  return decides === name ? { name, value, decides: true } : { name, value };
}

function isPrerequisite(name: string): name is Prerequisite {
  return name in MISSING_SENTENCES;
}
