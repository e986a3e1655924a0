/** A guest OS in the short form that operators use: "Server 2022", "Ubuntu 22.04", "AlmaLinux 9.4". */
export function formatGuestOs(name: string): string {
  return name
    .replace(/^Red Hat Enterprise Linux(?: Server)?/i, "RHEL")
    .replace(/^Microsoft\s+/i, "")
    .replace(/^Windows (?=Server)/i, "")
    .replace(/\s+(Standard|Datacenter|Essentials|Enterprise|Pro|Professional|Education)\b.*$/i, "")
    .replace(/\s+(GNU\/Linux|Linux)\b/i, "")
    .replace(/\s+LTS\b.*$/i, "")
    .replace(/\s+\([^)]*\)$/, "")
    .replace(/^(Ubuntu \d+\.\d+)\.\d+$/, "$1")
    .trim();
}
