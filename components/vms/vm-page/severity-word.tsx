import type { FindingView } from "@/lib/contract/api/findings.ts";

/** What policy says of it, for those who do not see the ground. */
export function SeverityWord({ severity }: { severity: FindingView["severity"] }) {
  return <span className="sr-only">, {severity}</span>;
}
