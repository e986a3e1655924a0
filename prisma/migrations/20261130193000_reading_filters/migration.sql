-- CreateIndex
CREATE INDEX "changes_kind_transaction_id_id_idx" ON "changes"("kind", "transaction_id", "id");

-- The list of VMs that are gone: few are, and the other indexes are about those that are not.
CREATE INDEX "vms_gone_idx" ON "vms" ("gone_at") WHERE "gone_at" IS NOT NULL;

-- The findings of a VM: those of its host that name it. Only a host's own findings name VMs.
CREATE INDEX "findings_naming_vms_idx" ON "findings" USING GIN ("touched_ids") WHERE "subject_id" IS NULL;
