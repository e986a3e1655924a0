import { STATE_WORDS as WORDS } from "@/lib/domain/vm/state-word.ts";

/** The words that a VM's state may be, for who checks a filter. */
export const STATE_WORDS: readonly string[] = WORDS;
