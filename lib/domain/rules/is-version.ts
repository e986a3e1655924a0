import { integrationServicesVersion } from "../guest/integration-services-version.ts";
import { LAST_HOST_WITH_DISK, updateFromHostDisk } from "../remedies/integration-services-disk.ts";
import { finding, NOT_APPLICABLE, OK, UNKNOWN, type VmRule } from "./vm-rule.ts";

const UP_TO_DATE = 1;
const MISMATCH = 2;

/** Only an old host knows which version its guests should have. Its number decides; without a number, its text. */
export const isVersion: VmRule = {
  id: "is.version",
  evaluate({ role, state, hostBuild, vm, guest }) {
    if (role === "test-replica") return NOT_APPLICABLE;
    if (hostBuild !== null && hostBuild > LAST_HOST_WITH_DISK) return NOT_APPLICABLE;
    if (hostBuild === null || state.kind !== "running") return UNKNOWN;

    const number = vm.integrationServicesVersionState;
    const text = number === null ? (vm.integrationServicesState?.trim().toLowerCase() ?? "") : "";
    if (number === UP_TO_DATE || text === "up to date") return OK;
    if (number !== MISMATCH && text !== "update required") return UNKNOWN;

    const { version, toldBy } = integrationServicesVersion(vm, guest);
    return finding(
      "warning",
      "The guest's integration services are older than the version that this host provides.",
      [
        number === null
          ? { name: "integrationServicesState", value: vm.integrationServicesState, decides: true }
          : { name: "integrationServicesVersionState", value: number, decides: true },
        {
          name: toldBy === "guest" ? "guest.integrationServicesVersion" : "integrationServicesVersion",
          value: version,
        },
        { name: "host.os.build", value: hostBuild },
      ],
      updateFromHostDisk(vm.id),
    );
  },
};
