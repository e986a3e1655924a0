import type { AgentPackage } from "@/lib/contract/api/agent-package.ts";

export interface EnrolmentCommand {
  value: string;
  /** The name of its tab. */
  label: string;
  place: string;
  shell: "powershell" | "bash";
  code: string;
  cost: string;
  note: string;
}

/** Shown in place of the key until there is one; a command pasted with it does nothing. */
export const NO_KEY = "<enrolment key>";

/** Shown in place of the package's hash until it is known: as long, and wrapped alike, so that nothing moves then. */
export const NO_HASH = "<hash>".padEnd(64, "_");

/** The commands that produce a first report, with the key that was just created. */
export function prepareCommands(
  server: string,
  key: string | null,
  agentPackage: AgentPackage | null,
): EnrolmentCommand[] {
  const shownKey = key ?? NO_KEY;
  const hash = agentPackage?.sha256 ?? NO_HASH;
  const plain = mustSayPlainHttp(server) ? " -AllowPlainHttp" : "";
  const told = `-Server ${quoteForPowerShell(server)} -Key ${quoteForPowerShell(shownKey)}`;
  return [
    {
      value: "install",
      label: "Windows host",
      place: "the Hyper-V host, in an elevated Windows PowerShell",
      shell: "powershell",
      code: installLine(server, told, hash, plain),
      cost: "nothing: no reboot, no change to Hyper-V or the network",
      note: "Installs the agent as Local System and sends the first report. Add -WhatIf to see what it would do, -Account for a managed service account. Where only a proxy reaches this server, see the manual (docs/agent.md) first.",
    },
    {
      value: "by-hand",
      label: "Without a download",
      place: "the Hyper-V host, elevated, in the folder with the copied zip",
      shell: "powershell",
      code: [
        `# download ${server}/agent/innkeeper-agent.zip on another machine and copy it here`,
        `if ((Get-FileHash .\\innkeeper-agent.zip).Hash -ne ${quoteForPowerShell(hash)}) { throw 'This is another package.' }`,
        "Expand-Archive .\\innkeeper-agent.zip .\\innkeeper-agent",
        `.\\innkeeper-agent\\install.ps1 ${told}${plain}`,
      ].join("\n"),
      cost: "nothing: no reboot, no change to Hyper-V or the network",
      note: "For isolated networks: the host downloads nothing and reaches this server on one port.",
    },
    {
      value: "curl",
      label: "One report with curl",
      place: "any machine with curl and jq, in the folder of Innkeeper",
      shell: "bash",
      code: [
        `SERVER=${quote(server)}`,
        "REPORT=agents/contract/examples/valid/german-host.json",
        "# the key is used once here; the response contains this host's own token",
        `TOKEN=$(jq '{instanceId: .agent.instanceId, machineId: .host.machineId, name: .host.name, fqdn: .host.fqdn, agentVersion: .agent.version}' "$REPORT" \\`,
        `  | curl -sS "$SERVER/api/v1/enroll" -H ${quote(`Authorization: Bearer ${shownKey}`)} -H 'Content-Type: application/json' --data-binary @- | jq -r .token)`,
        `curl -sS "$SERVER/api/v1/snapshots" -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' --data-binary @"$REPORT"`,
      ].join("\n"),
      cost: "nothing",
      note: "Your own report works the same way: it must follow the wire format.",
    },
    {
      value: "replay",
      label: "Recorded reports",
      place: "this server, in the folder of Innkeeper",
      shell: "bash",
      code: `npm run -s innkeeper -- replay agents/contract/examples/valid --server ${quote(server)} --key ${quote(shownKey)}`,
      cost: "nothing",
      note: "Posts recorded reports as an agent of kind “replay”, one host for each machine in them.",
    },
    {
      value: "mock",
      label: "Simulated fleet",
      place: "this server, in the folder of Innkeeper",
      shell: "bash",
      code: `npm run -s mock -- --server ${quote(server)} --key ${quote(shownKey)} --scenario neglected --hosts 8`,
      cost: "nothing; Ctrl+C stops it, and its hosts then go stale",
      note: "Uses the same API as real agents. Best run against a separate server.",
    },
  ];
}

/** The command that replaces an older agent with the newest; settings, identity and waiting snapshots are kept. */
export function prepareUpgrade(server: string, agentPackage: AgentPackage | null): string {
  const plain = mustSayPlainHttp(server) ? " -AllowPlainHttp" : "";
  return installLine(server, `-Server ${quoteForPowerShell(server)}`, agentPackage?.sha256 ?? NO_HASH, plain);
}

function installLine(server: string, told: string, hash: string, plain: string): string {
  const script = quoteForPowerShell(`${server}/agent/install.ps1`);
  return `${ADD_TLS_12} & ([scriptblock]::Create((New-Object Net.WebClient).DownloadString(${script}))) ${told} -Sha256 ${quoteForPowerShell(hash)}${plain}`;
}

/**
 * Old Windows offers only old TLS. 0 means "as Windows decides", and adding to it would disable TLS 1.3; 3072 is TLS
 * 1.2.
 */
const ADD_TLS_12 =
  "$p=[Net.ServicePointManager]; if([int]$p::SecurityProtocol){$p::SecurityProtocol=$p::SecurityProtocol -bor 3072};";

/** The agent refuses plain HTTP to another machine unless a switch allows it. */
function mustSayPlainHttp(server: string): boolean {
  const { protocol, hostname } = new URL(server);
  return protocol === "http:" && !["127.0.0.1", "localhost", "[::1]"].includes(hostname);
}

/** For Windows PowerShell, whatever the text contains: it treats typographic quotation marks as its own, too. */
function quoteForPowerShell(text: string): string {
  return `'${text.replaceAll(/['‘’‚‛]/g, "$&$&")}'`;
}

/** For a POSIX shell, whatever the text contains. */
function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
