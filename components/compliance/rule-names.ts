import type { ComplianceView } from "@/lib/contract/api/compliance.ts";

type RuleId = ComplianceView["rules"][number]["rule"];

/** What a rule finds, short enough for a chart. */
const RULE_NAMES: Record<RuleId, string> = {
  "is.heartbeat": "Heartbeat fails or is off",
  "is.shutdown": "No clean shutdown",
  "is.time-sync": "Time sync fails or is off",
  "is.data-exchange": "Data exchange fails or is off",
  "is.vss": "Backup cannot freeze the guest",
  "is.guest-services": "Guest services against the policy",
  "is.powershell-direct": "PowerShell Direct not possible",
  "is.version": "Integration services are old",
  "is.guest-silent": "Guest is silent",
  "vm.state-critical": "VM in a critical state",
  "vm.state-stuck": "VM stuck on its way",
  "vm.configuration-version": "Configuration version",
  "vm.duplicate-id": "VM exists twice",
  "vm.placement-conflict": "VM runs twice",
  "vm.secure-boot": "Secure Boot off or odd",
  "vm.vtpm": "Windows 11 without a TPM",
  "vm.stop-action-without-shutdown": "Host restart cuts the power",
  "gen.conversion": "Generation 1",
  "net.sr-iov": "SR-IOV asked for, not in effect",
  "net.vmq": "VMQ not in effect",
  "net.vrss": "vRSS not in effect",
  "net.vmmq": "VMMQ not in effect",
  "net.guest-rdma": "Guest RDMA not in effect",
  "net.legacy-adapter": "Legacy network adapter",
  "host.stale": "Host is silent",
  "host.agent-rights": "Agent lacks rights",
  "host.clock-skew": "Host's clock is wrong",
  "host.sections-failed": "Sections not read",
  "host.sr-iov": "Host gives no SR-IOV",
  "host.rdma": "Host gives no RDMA",
  "host.rss": "RSS switched off",
  "host.vmq": "VMQ off or used up",
  "host.vmmq": "VMMQ switched off",
  "host.smb-direct": "SMB Direct lost",
  "host.smb-multichannel": "SMB kept to one channel",
  "host.lbfo-under-switch": "LBFO team under a switch",
  "host.set-mismatch": "Team members differ",
  "cluster.switch-drift": "Nodes of a cluster differ",
};

const NAMES = new Map<string, string>(Object.entries(RULE_NAMES));

/** A rule of a newer server is told by its id. */
export function toRuleName(rule: string): string {
  return NAMES.get(rule) ?? rule;
}
