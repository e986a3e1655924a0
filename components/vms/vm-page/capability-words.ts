import type { CapabilityView } from "@/lib/contract/api/vms.ts";
import { CAPABILITY_NAMES } from "@/lib/format/names.ts";

/** The short name of a capability, for a row. */
export const CAPABILITY_WORDS: Readonly<Record<CapabilityView["key"], string>> = CAPABILITY_NAMES;
