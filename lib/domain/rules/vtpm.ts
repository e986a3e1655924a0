import { VTPM_NEEDS } from "../generation/capabilities/vtpm.ts";
import { toldGuest, toldHostBuild, toldVersion } from "../generation/evidence.ts";
import { markDecider } from "../generation/ground.ts";
import { shortcomingOf } from "../generation/requirement.ts";
import { isWindows11 } from "../guest/windows-edition.ts";
import { upgradeConfiguration } from "../remedies/configuration-version.ts";
import { turnOnVtpm } from "../remedies/generation-2.ts";
import { finding, NOT_APPLICABLE, OK, UNKNOWN, type VmRule } from "./vm-rule.ts";

/** Windows 11 requires a TPM; other guests do not. */
export const vtpmMissing: VmRule = {
  id: "vm.vtpm",
  evaluate: (scene) => {
    const { role, vm, guest } = scene;
    if (role === "test-replica" || vm.generation === 1) return NOT_APPLICABLE;
    if (vm.generation === null) return UNKNOWN;
    const hasTpm = vm.security?.tpmEnabled ?? null;
    if (hasTpm) return OK;
    if (guest.system.family === "unknown") return UNKNOWN;
    if (!isWindows11(guest.system)) return NOT_APPLICABLE;
    if (hasTpm === null) return UNKNOWN;
    const shortcoming = shortcomingOf(scene, VTPM_NEEDS);
    const upgrade = shortcoming === "version-too-old" ? [upgradeConfiguration(vm.id)] : [];
    return finding(
      "warning",
      "Windows 11 requires a TPM, which this VM does not have. Feature updates will be refused.",
      markDecider(
        [
          { name: "security.tpmEnabled", value: false },
          ...toldGuest(scene),
          toldVersion(scene),
          toldHostBuild(scene),
        ],
        "security.tpmEnabled",
      ),
      // An older host has no such command: the VM must be moved.
      shortcoming === "host-too-old" ? [] : [...upgrade, turnOnVtpm(vm.id)],
    );
  },
};
