-- A B-tree takes at most about 2,700 bytes a row, and a name of the wire may have 4,096: what comes from outside is
-- indexed by its beginning or by a hash, so that no report is refused for the length of a name.

DROP INDEX "vms_name_id_idx";
CREATE INDEX "vms_name_beginning_idx" ON "vms" (left("name", 100), "id");

DROP INDEX "hosts_cluster_idx";
CREATE INDEX "hosts_cluster_idx" ON "hosts" USING HASH ("cluster");

DROP INDEX "hosts_machine_id_key";
CREATE UNIQUE INDEX "hosts_machine_id_hash_key" ON "hosts" (md5("machine_id"));
