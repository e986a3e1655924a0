import { compareVmVersions, isPrereleaseVmVersion } from "../common-vm-version.ts";
import { featuresGained } from "../configuration-features.ts";
import type { Evidence } from "../judgement.ts";
import { listHostVersions, upgradeConfiguration } from "../remedies/configuration-version.ts";
import { finding, NOT_APPLICABLE, OK, UNKNOWN, type VmRule } from "./vm-rule.ts";

/** A host cannot start a version that it does not list, so this also counts while the VM is off. */
export const configurationVersion: VmRule = {
  id: "vm.configuration-version",
  evaluate({ role, vm, host, hostBuild, newestCommonVmVersion }) {
    if (role === "test-replica") return NOT_APPLICABLE;
    const version = vm.configurationVersion;
    const listed = host.hyperv?.supportedVmVersions ?? null;
    // A value that is not a version cannot be looked up.
    if (version === null || compareVmVersions(version, version) === null) return UNKNOWN;
    if (listed === null || listed.length === 0) return UNKNOWN;

    const told: Evidence = { name: "configurationVersion", value: version, decides: true };
    if (!listed.includes(version) && !listed.some((known) => compareVmVersions(known, version) === 0))
      return finding(
        "critical",
        "This host cannot start the VM because it does not support the VM's configuration version.",
        [told, { name: "host.supportedVmVersions", value: listed.join(", ") }],
        [listHostVersions(hostBuild)],
      );
    if (isPrereleaseVmVersion(version))
      return finding("info", "The VM has a prerelease configuration version, which later hosts may refuse.", [
        told,
      ]);
    if (newestCommonVmVersion === null) return UNKNOWN;
    if ((compareVmVersions(version, newestCommonVmVersion) ?? 0) >= 0) return OK;
    const gained = featuresGained(version, newestCommonVmVersion, vm.generation);
    return finding(
      "info",
      "The VM's configuration version can be upgraded: every host it can move to supports a newer one.",
      [
        told,
        { name: "newestCommonVmVersion", value: newestCommonVmVersion },
        { name: "gains", value: gained.length > 0 ? gained.join(", ") : "no additional features" },
      ],
      [upgradeConfiguration(vm.id)],
    );
  },
};
