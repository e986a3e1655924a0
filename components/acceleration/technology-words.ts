import type { NetworkView } from "@/lib/contract/api/network.ts";
import { TECHNOLOGY_NAMES } from "@/lib/format/names.ts";

export type Technology = NetworkView["brokenRungs"][number]["technology"];

/** Every technology, of a VM's adapter or of a host, as it stands in sentences. */
export const TECHNOLOGY_LABELS: Readonly<Record<Technology, string>> = TECHNOLOGY_NAMES;
