import type { FindingView } from "@/lib/contract/api/findings.ts";

/** The severity in words, for screen readers. */
export function SeverityWord({ severity }: { severity: FindingView["severity"] }) {
  return <span className="sr-only">, {severity}</span>;
}
