import type { Guest } from "./recognise-guest.ts";

type Windows = Extract<Guest, { family: "windows" }>;

const SERVER_NAME = /\bserver\b|azure stack hci|azure local/i;
const AZURE_NAME = /azure stack hci|azure local/i;
const DATACENTER_NAME = /\bdatacenter\b/i;
const FIRST_WINDOWS_11_BUILD = 22000;
/** Windows 10 1703, which has the tool that converts an MBR disk to GPT and keeps its data. */
const FIRST_BUILD_WITH_MBR2GPT = 15063;

export function isWindowsClient({ name }: Windows): boolean {
  return !SERVER_NAME.test(name);
}

/** By its build: Windows 11 may still report itself as 10. */
export function isWindows11(guest: Guest): boolean {
  return guest.family === "windows" && guest.build >= FIRST_WINDOWS_11_BUILD && isWindowsClient(guest);
}

/** Azure Local and its older name, which have no editions. */
export function isAzureLocal({ name }: Windows): boolean {
  return AZURE_NAME.test(name);
}

export function isDatacenter({ name }: Windows): boolean {
  return DATACENTER_NAME.test(name);
}

export function hasMbr2gpt({ build }: Windows): boolean {
  return build >= FIRST_BUILD_WITH_MBR2GPT;
}
