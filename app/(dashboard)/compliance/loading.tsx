import { ComplianceLoading } from "@/components/compliance/compliance-loading.tsx";

export default function ComplianceRouteLoading() {
  return <ComplianceLoading />;
}
