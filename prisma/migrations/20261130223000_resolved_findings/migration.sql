-- Lists of findings that are resolved or frozen, or of all: those of one severity, newest first.
CREATE INDEX "findings_resolved_order_idx" ON "findings" ("severity", "opened_at" DESC, "id") WHERE "resolved_at" IS NOT NULL;
CREATE INDEX "findings_frozen_order_idx" ON "findings" ("severity", "opened_at" DESC, "id")
  WHERE "frozen_at" IS NOT NULL AND "resolved_at" IS NULL;
