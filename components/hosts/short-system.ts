/** "Server 2022" of "Microsoft Windows Server 2022 Datacenter": the part that differs between hosts. */
export function shortSystem(caption: string): string {
  return caption
    .replace(/^Microsoft\s+/i, "")
    .replace(/^Windows (?=Server)/i, "")
    .replace(/\s+(Standard|Datacenter)\b.*$/i, "");
}
