-- The matrix opens worst first, and by findings: both orders, with the name and the id after them, are read from their
-- beginning instead of sorted from all rows. Gone VMs are few, and sorted when they are asked for.
CREATE INDEX "vms_health_order_idx" ON "vms" (
  (CASE "health" WHEN 'critical' THEN 0 WHEN 'warning' THEN 1 WHEN 'unknown' THEN 2 WHEN 'healthy' THEN 3 ELSE 4 END),
  left("name", 100), "id"
) WHERE "gone_at" IS NULL;
CREATE INDEX "vms_findings_order_idx" ON "vms" (
  (-("critical_count" * 1000000 + "warning_count" * 1000 + "info_count")), left("name", 100), "id"
) WHERE "gone_at" IS NULL;

-- VMs of a cluster, which a filter finds in any case of its letters.
CREATE INDEX "vms_cluster_idx" ON "vms" USING HASH (lower("cluster"));

-- What is open about hosts themselves is little beside what is open about their VMs.
CREATE INDEX "findings_of_hosts_idx" ON "findings" ("host_id") WHERE "subject_id" IS NULL AND "resolved_at" IS NULL;
