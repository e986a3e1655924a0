import type { VmView } from "@/lib/contract/api/vms.ts";
import { formatPlural } from "@/lib/format/count.ts";
import type { Statement } from "./statement.ts";

/** What blocks a conversion to generation 2, or what generation 2 already provides. */
export function generationStatement(vm: VmView): Statement {
  if (vm.generation === 1 && vm.conversion !== null) {
    const { verdict, guestChecks } = vm.conversion;
    return {
      href: "#conversion",
      tone: verdict === "unknown" ? "unknown" : verdict === "ready" ? "ok" : "quiet",
      title: `Conversion to generation 2: ${verdict.replaceAll("-", " ")}`,
      note:
        guestChecks === 0
          ? "nothing left to check in the guest"
          : `${formatPlural(guestChecks, "check")} ${guestChecks === 1 ? "runs" : "run"} only in the guest`,
      since: null,
    };
  }
  const countOf = (wanted: string) => vm.capabilities.filter(({ status }) => status === wanted).length;
  return {
    href: "#capabilities",
    tone: vm.generation === null ? "unknown" : vm.generation === 1 ? "quiet" : "ok",
    title: vm.generation === null ? "Generation not read" : `Generation ${vm.generation}`,
    note: `${countOf("in-use")} capabilities in use, ${countOf("available")} more available`,
    since: null,
  };
}
