import { CAPABILITY_KEYS } from "../../domain/words.ts";
import type { GuidePage } from "../page.ts";
import { DEVICE_PAGES } from "./devices.ts";
import { DISK_PAGES } from "./disks.ts";
import { LIMIT_PAGES } from "./limits.ts";
import { SECURITY_PAGES } from "./security.ts";

const PAGES = [...SECURITY_PAGES, ...DISK_PAGES, ...DEVICE_PAGES, ...LIMIT_PAGES];

/** In the order of the capabilities. */
export const CAPABILITY_PAGES: readonly GuidePage[] = CAPABILITY_KEYS.flatMap(
  (capability) => PAGES.find(({ key }) => key === capability) ?? [],
);
