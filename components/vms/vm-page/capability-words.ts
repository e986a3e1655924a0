import type { CapabilityView } from "@/lib/contract/api/vms.ts";
import { CAPABILITY_NAMES } from "@/lib/format/names.ts";

/** What a capability is called, as short as a row needs it. */
export const CAPABILITY_WORDS: Readonly<Record<CapabilityView["key"], string>> = CAPABILITY_NAMES;
