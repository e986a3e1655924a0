-- Whoever sorts VMs by name looks for a name, not for its capitals: the three orders that hold it hold it in lower case.
DROP INDEX "vms_name_beginning_idx";
CREATE INDEX "vms_name_beginning_idx" ON "vms" (lower(left("name", 100)), "id");

DROP INDEX "vms_health_order_idx";
CREATE INDEX "vms_health_order_idx" ON "vms" (
  (CASE "health" WHEN 'critical' THEN 0 WHEN 'warning' THEN 1 WHEN 'unknown' THEN 2 WHEN 'healthy' THEN 3 ELSE 4 END),
  lower(left("name", 100)), "id"
) WHERE "gone_at" IS NULL;

DROP INDEX "vms_findings_order_idx";
CREATE INDEX "vms_findings_order_idx" ON "vms" (
  (-("critical_count" * 1000000 + "warning_count" * 1000 + "info_count")), lower(left("name", 100)), "id"
) WHERE "gone_at" IS NULL;
