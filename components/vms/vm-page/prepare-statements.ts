import { SERVICE_WORDS, toStatusWords } from "@/components/vms/service-words.ts";
import type { ServiceView, VmView } from "@/lib/contract/api/vms.ts";
import { formatPlural } from "@/lib/format/count.ts";
import { generationStatement } from "./generation-statement.ts";
import { isSilent } from "./is-silent.ts";
import { networkStatement } from "./network-statement.ts";
import type { Statement, Tone } from "./statement.ts";
import { sortFindings } from "@/components/findings/prepare-findings.ts";

/** Findings, services, network, and what the generation provides, unless the placement is in doubt. */
export function prepareStatements(vm: VmView): Statement[] {
  const statements = [
    findingsStatement(vm),
    servicesStatement(vm),
    isSilent(vm) ? silentNetwork(vm) : networkStatement(vm),
    placementTrouble(vm) ?? (vm.freshness === "late" ? lateStatement(vm) : generationStatement(vm)),
  ];
  return vm.gone ? statements.map(toPast) : statements;
}

/** A VM that is gone has no healthy state: its last state is shown as the past. */
function toPast(statement: Statement): Statement {
  if (statement.tone !== "ok") return statement;
  return statement.href === "#findings"
    ? {
        ...statement,
        tone: "quiet",
        title: "No open findings",
        note: "and none can open any more",
        since: null,
      }
    : { ...statement, tone: "quiet", note: "as last listed", since: null };
}

function findingsStatement(vm: VmView): Statement {
  const { open, frozen, resolved } = sortFindings(vm.findings);
  const href = "#findings";
  const [worst] = open;
  if (worst)
    return {
      href,
      tone: worst.severity === "info" ? "quiet" : worst.severity,
      title: countSeverities(open.map(({ severity }) => severity)),
      note: "worst open for",
      since: worst.openedAt,
    };
  const [first] = frozen;
  if (first)
    return {
      href,
      tone: "unknown",
      title: `${formatPlural(frozen.length, "finding")} frozen`,
      note: "no evidence since",
      since: first.frozenAt,
    };
  if (isSilent(vm) || vm.health === "unknown")
    return {
      href,
      tone: "unknown",
      title: "No finding is open",
      note: "and no data that could open one",
      since: null,
    };
  const [last] = resolved;
  return last
    ? {
        href,
        tone: "ok",
        title: "Nothing to fix here",
        note: "since the last finding was resolved,",
        since: last.resolvedAt,
      }
    : { href, tone: "ok", title: "Nothing to fix here", note: "no finding in the last 30 days", since: null };
}

function servicesStatement(vm: VmView): Statement {
  const href = "#services";
  if (isSilent(vm))
    return {
      href,
      tone: "unknown",
      title: "Services unknown",
      note: "the host has not reported for",
      since: vm.lastReportedAt,
    };
  if (vm.services.every(({ status }) => status === "not-applicable"))
    return {
      href,
      tone: "quiet",
      title: "Services inactive",
      note: `the VM is ${vm.state.toLowerCase()}`,
      since: null,
    };
  if (vm.unread !== null)
    return { href, tone: "unknown", title: "Services not read", note: "by the last report", since: null };
  const odd = vm.services.filter((service) => !isAsWanted(service));
  const title = `${vm.services.length - odd.length} of ${vm.services.length} services as expected`;
  const [first] = odd;
  if (!first) return { href, tone: "ok", title, note: "as the default policy expects", since: null };
  const others = odd.length > 1 ? `, ${odd.length - 1} more` : "";
  return {
    href,
    tone: worstTone(odd),
    title,
    note: `${SERVICE_WORDS[first.key].label} ${toStatusWords(first.status)}${others}`,
    since: null,
  };
}

function silentNetwork({ lastReportedAt }: VmView): Statement {
  return {
    href: "#network",
    tone: "unknown",
    title: "Acceleration unknown",
    note: "the host has not reported for",
    since: lastReportedAt,
  };
}

/** `null` if it is where it should be. */
function placementTrouble(vm: VmView): Statement | null {
  const href = "#placement";
  const { placement } = vm;
  if (vm.gone)
    return {
      href,
      tone: "unknown",
      title: "Gone",
      note:
        vm.freshness === "retired"
          ? `${placement.host.name} is retired`
          : `${placement.host.name} no longer lists it`,
      since: null,
    };
  if (placement.conflict !== null)
    return {
      href,
      tone: "critical",
      title: placement.conflict === "running-twice" ? "Runs on two hosts" : "Exists on two hosts",
      note: placement.hosts.map(({ name }) => name).join(", "),
      since: null,
    };
  if (isSilent(vm) || vm.missingReports > 0)
    return {
      href,
      tone: "unknown",
      title: `Last seen on ${placement.host.name}`,
      note: isSilent(vm)
        ? "it may have moved since then"
        : "its newest report omits it; after a second one it is gone",
      since: null,
    };
  return null;
}

function lateStatement({ lastReportedAt }: VmView): Statement {
  return {
    href: "#history",
    tone: "warning",
    title: "The host reports late",
    note: "newest report was",
    since: lastReportedAt,
  };
}

function isAsWanted({ status, severity, follows }: ServiceView): boolean {
  return severity === null && follows === null && status !== "unknown";
}

function worstTone(services: readonly ServiceView[]): Tone {
  const severities = services.map(({ severity }) => severity);
  if (severities.includes("critical")) return "critical";
  if (severities.includes("warning")) return "warning";
  if (services.some(({ status }) => status === "unknown")) return "unknown";
  return "quiet";
}

function countSeverities(severities: readonly ("critical" | "warning" | "info")[]): string {
  const words = [
    [severities.filter((each) => each === "critical").length, "critical", "critical"],
    [severities.filter((each) => each === "warning").length, "warning", "warnings"],
    [severities.filter((each) => each === "info").length, "info", "info"],
  ] as const;
  return words
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => formatPlural(count, one, many))
    .join(", ");
}
