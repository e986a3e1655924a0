import type { GuidePage } from "../page.ts";
import { OF_HOSTS } from "./of-hosts.ts";
import { OF_VMS } from "./of-vms.ts";

/** Those of VMs first, as on the screens. SR-IOV, VMQ and VMMQ belong to both, on one page. */
export const TECHNOLOGY_PAGES: readonly GuidePage[] = [...OF_VMS, ...OF_HOSTS];
