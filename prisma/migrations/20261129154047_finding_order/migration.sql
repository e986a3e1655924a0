-- DropIndex
DROP INDEX "findings_resolved_at_opened_at_idx";

-- CreateIndex
CREATE INDEX "findings_resolved_at_severity_opened_at_id_idx" ON "findings"("resolved_at", "severity", "opened_at" DESC, "id");
