import { copyText } from "@/components/ui/copy-text.ts";
import type { RemedyView } from "@/lib/contract/api/findings.ts";
import type { VmView } from "@/lib/contract/api/vms.ts";
import { prepareTechnologyReason } from "./prepare-technology-card.ts";
import { isServiceKey, isTechnologyKey } from "./service-words.ts";

/** @returns the result, in words */
export async function copyFix(vm: VmView | null, name: string, column: string): Promise<string> {
  const remedy = vm ? remedyOf(vm, column) : null;
  if (!remedy) return `There is no command for ${name} here`;
  return (await copyText(remedy.command))
    ? `Copied the fix for ${name}`
    : "The browser does not allow copying";
}

/** The fix of the cell; for a cell that is neither service nor technology, of the first service with a severity. */
function remedyOf({ services, acceleration }: VmView, column: string): RemedyView | null {
  if (isTechnologyKey(column)) return prepareTechnologyReason(acceleration, column)?.rung?.remedy ?? null;
  const asked = isServiceKey(column)
    ? services.find((each) => each.key === column)
    : services.find((each) => each.severity !== null);
  return asked?.remedies[0] ?? null;
}
