import { z } from "zod";
import * as words from "@/lib/domain/words.ts";

export const serviceKey = z.enum(words.SERVICE_KEYS);
export const serviceStatus = z.enum(words.SERVICE_STATUSES);
export const vmTechnology = z.enum(words.VM_TECHNOLOGIES);
export const hostTechnology = z.enum(words.HOST_TECHNOLOGIES);
export const accelerationStatus = z.enum(words.ACCELERATION_STATUSES);
export const capabilityKey = z.enum(words.CAPABILITY_KEYS);
export const capabilityStatus = z.enum(words.CAPABILITY_STATUSES);
export const conversionVerdict = z.enum(words.CONVERSION_VERDICTS);
export const severity = z.enum(words.SEVERITIES);
export const vmHealth = z.enum(words.VM_HEALTHS);
export const freshness = z.enum(words.FRESHNESSES);
export const impact = z.enum(words.IMPACTS);
export const fixCost = z.enum(words.FIX_COSTS);
export const ruleId = z.enum(words.RULE_IDS);
export const changeKind = z.enum(words.CHANGE_KINDS);

/** VMs by health. */
export const healthCounts = z.record(vmHealth, z.int());

export const isoTime = z.iso.datetime();
export const id = z.uuid();
