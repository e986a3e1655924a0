const MEGABYTE = 1024 * 1024;

/**
 * `disk`: a commit survives a power cut. `process`: a commit survives the crash of any process but not of the machine,
 * which makes temporary databases of tests and tools fast.
 */
export type Durability = "disk" | "process";

/**
 * The configuration that Postgres starts with, for a small server that shares memory and cores with the application.
 * The file written by initdb is included first and the administrator's file last, so that both take effect.
 */
export function renderSettings({
  memoryBytes,
  durability,
}: {
  memoryBytes: number;
  durability: Durability;
}): string {
  const megabytes = (share: number, least: number, most: number) =>
    `${Math.round(Math.min(Math.max((memoryBytes * share) / MEGABYTE, least), most))}MB`;
  const settings: Record<string, string> = {
    // A few processes with long-lived pools; each connection costs memory even when idle.
    max_connections: "80",
    // A first report locks hundreds of VMs, and several may arrive at once.
    max_locks_per_transaction: "128",
    shared_buffers: durability === "disk" ? megabytes(1 / 8, 64, 512) : "64MB",
    effective_cache_size: megabytes(1 / 2, 256, 16_384),
    work_mem: "8MB",
    maintenance_work_mem: megabytes(1 / 32, 32, 256),
    // An answer to an agent guarantees that its report is on disk.
    synchronous_commit: "on",
    fsync: durability === "disk" ? "on" : "off",
    full_page_writes: durability === "disk" ? "on" : "off",
    wal_level: "replica",
    wal_compression: "pglz",
    min_wal_size: durability === "disk" ? "128MB" : "32MB",
    max_wal_size: "2GB",
    checkpoint_timeout: "15min",
    random_page_cost: "1.1",
    autovacuum_naptime: "20s",
    // The packaged build has no LLVM.
    jit: "off",
    password_encryption: "scram-sha-256",
    timezone: "UTC",
    log_timezone: "UTC",
    lc_messages: "C",
    default_text_search_config: "pg_catalog.simple",
    log_line_prefix: "%m [%p] ",
    log_checkpoints: "off",
    log_lock_waits: "on",
    log_autovacuum_min_duration: "-1",
    // Statements may contain user input; parameters, including tokens, are never logged.
    log_parameter_max_length: "0",
    log_parameter_max_length_on_error: "0",
  };
  return [
    "# Overwritten at every start of Innkeeper. Put your own settings into postgresql.local.conf in this folder.",
    "include_if_exists = 'postgres/postgresql.conf'",
    ...Object.entries(settings).map(([name, value]) => `${name} = '${value}'`),
    "include_if_exists = 'postgresql.local.conf'",
    "",
  ].join("\n");
}
