import { rawHost, rows, type Recording } from "./recording.ts";

/** Sources in which each VM has its own rows. */
const OF_VMS = /^(Get-VM|Get-VHD|Msvm_)/;
const OF_THE_HOST = new Set([
  "Get-VMHost",
  "Get-VMHostSupportedVersion",
  "Get-VMSwitch",
  "Get-VMSwitchTeam",
  "Get-VMNetworkAdapter_ManagementOS",
  "Get-VMNetworkAdapterTeamMapping",
]);

/** The recorded host with repeated VMs, each copy with its own ids, names and files. */
export function hostOfManyVms(count: number): Recording {
  const host = rawHost();
  const own = rows(host, "Get-VM").length;
  for (const source of Object.keys(host).filter((name) => OF_VMS.test(name) && !OF_THE_HOST.has(name)))
    host[source] = Array.from({ length: Math.ceil(count / own) }, (_, copy) =>
      rows({ rows: renamed(rows(host, source), copy) }, "rows"),
    ).flat();
  const kept = new Set(
    rows(host, "Get-VM")
      .slice(0, count)
      .map(({ Id }) => String(Id).toLowerCase()),
  );
  host["Get-VM"] = rows(host, "Get-VM").filter(({ Id }) => kept.has(String(Id).toLowerCase()));
  return host;
}

function renamed(of: unknown, copy: number): unknown {
  const number = copy.toString(16).padStart(3, "0");
  return JSON.parse(
    JSON.stringify(of)
      .replaceAll(/5f0c1a9e-2f5b/gi, `5f0c1${number}-2f5b`)
      .replaceAll(/(win-app|lnx-db|win-tmpl)01/g, `$101-${copy}`),
  );
}
