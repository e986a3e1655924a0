import { RULE_IDS } from "../../domain/words.ts";
import type { GuidePage } from "../page.ts";
import { COMPONENT_RULES, powershellDirectRule } from "./component-rules.ts";
import { conversionRule, secureBootRule, vtpmRule } from "./generation-rules.ts";
import { guestSilent, isVersionRule } from "./guest-rules.ts";
import { HOST_NETWORK_RULES } from "./host-network-rules.ts";
import { HOST_RULES } from "./host-rules.ts";
import { SWITCH_RULES } from "./switch-rules.ts";
import { VM_NETWORK_RULES } from "./vm-network-rules.ts";
import * as vm from "./vm-rules.ts";

const PAGES: readonly GuidePage[] = [
  ...COMPONENT_RULES,
  powershellDirectRule,
  isVersionRule,
  guestSilent,
  ...Object.values(vm),
  secureBootRule,
  vtpmRule,
  conversionRule,
  ...VM_NETWORK_RULES,
  ...HOST_RULES,
  ...HOST_NETWORK_RULES,
  ...SWITCH_RULES,
];

/** In the order of the rules. */
export const RULE_PAGES: readonly GuidePage[] = RULE_IDS.flatMap(
  (id) => PAGES.find(({ key }) => key === id) ?? [],
);
