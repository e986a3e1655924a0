import { generation2Standing } from "../guest/generation-2-guests.ts";
import { saysWindows } from "../guest/recognise-guest.ts";
import { toldGuest, toldHostBuild, toldSecureBoot, toldVersion } from "../generation/evidence.ts";
import { markDecider } from "../generation/ground.ts";
import { shortcomingOf, WINDOWS_10 } from "../generation/requirement.ts";
import { LINUX_SECURE_BOOT_NEEDS } from "../generation/capabilities/secure-boot.ts";
import type { Outcome } from "../judgement.ts";
import { turnOnSecureBoot } from "../remedies/generation-2.ts";
import type { VmScene } from "../vm/vm-scene.ts";
import { finding, NOT_APPLICABLE, OK, UNKNOWN, type VmRule } from "./vm-rule.ts";

/** Configuration, so it also counts while the VM is off, and by the last known guest. */
export const secureBootOff: VmRule = {
  id: "vm.secure-boot",
  evaluate: (scene) => {
    const { role, vm } = scene;
    if (role === "test-replica" || vm.generation === 1) return NOT_APPLICABLE;
    if (vm.generation === null) return UNKNOWN;
    switch (vm.firmware?.secureBoot ?? null) {
      case "Off":
        return whileOff(scene);
      case "On":
        return whileOn(scene);
      default:
        return UNKNOWN;
    }
  },
};

function whileOff(scene: VmScene): Outcome {
  const { vm, hostBuild, guest } = scene;
  switch (guest.system.family) {
    case "windows": {
      const hasTemplates = hostBuild !== null && hostBuild >= WINDOWS_10;
      return finding(
        "warning",
        "Secure Boot is off, although this Windows guest supports it.",
        markDecider([toldSecureBoot(scene), ...toldGuest(scene)], "firmware.secureBoot"),
        [turnOnSecureBoot(vm.id, hasTemplates ? "MicrosoftWindows" : null)],
      );
    }
    case "linux": {
      const shortcoming = shortcomingOf(scene, LINUX_SECURE_BOOT_NEEDS);
      // On those, a Linux guest starts only with Secure Boot off.
      if (shortcoming === "host-too-old" || shortcoming === "version-too-old") return OK;
      const standing = generation2Standing(guest.system);
      if (standing === "unread" || shortcoming !== null) return UNKNOWN;
      if (standing !== "listed" && standing !== "newer") return OK;
      return finding(
        "info",
        "Secure Boot is off. This Linux guest supports it with the Microsoft UEFI Certificate Authority template.",
        markDecider(
          [toldSecureBoot(scene), ...toldGuest(scene), toldVersion(scene), toldHostBuild(scene)],
          "firmware.secureBoot",
        ),
        [turnOnSecureBoot(vm.id, "MicrosoftUEFICertificateAuthority")],
      );
    }
    case "freebsd":
      return OK;
    case "unknown":
      // Windows without a reported build is not recognized: Secure Boot off is then unknown, not OK.
      return guest.facts === null || saysWindows(guest.facts) ? UNKNOWN : OK;
  }
}

/** No ordinary Linux starts with the Microsoft Windows template: if one runs, its boot loader is custom-signed. */
function whileOn(scene: VmScene): Outcome {
  const { vm, guest, state } = scene;
  if (guest.system.family !== "linux") return OK;
  const template = vm.firmware?.secureBootTemplate ?? null;
  if (template === null) return UNKNOWN;
  if (template !== "MicrosoftWindows") return OK;
  if (state.kind !== "running" || !guest.isTold) return UNKNOWN;
  return finding(
    "info",
    "A Linux guest runs with the Microsoft Windows Secure Boot template, so its boot loader is custom-signed.",
    markDecider(
      [toldSecureBoot(scene), { name: "firmware.secureBootTemplate", value: template }, ...toldGuest(scene)],
      "firmware.secureBootTemplate",
    ),
    [turnOnSecureBoot(vm.id, "MicrosoftUEFICertificateAuthority")],
  );
}
