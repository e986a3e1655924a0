-- Lists of VMs are filtered, sorted and counted in the server's memory. These indexes served that, and every report that
-- changed a VM paid for them.
DROP INDEX "vms_words_idx";
DROP INDEX "vms_name_beginning_idx";
DROP INDEX "vms_health_order_idx";
DROP INDEX "vms_findings_order_idx";
DROP INDEX "vms_cluster_idx";
