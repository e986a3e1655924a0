-- Search for any part of a name or address.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- people

CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT NOT NULL DEFAULT 'viewer',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "sessions_token_key" ON "sessions"("token");
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

CREATE TABLE "accounts" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "accounts_user_id_idx" ON "accounts"("user_id");

CREATE TABLE "verifications" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "verifications_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "verifications_identifier_idx" ON "verifications"("identifier");

CREATE TABLE "rate_limits" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,
    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "rate_limits_key_key" ON "rate_limits"("key");

ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- who may post and read

CREATE TABLE "enrolment_keys" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "uses_left" INTEGER,
    "expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),
    CONSTRAINT "enrolment_keys_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "enrolment_keys_key_hash_key" ON "enrolment_keys"("key_hash");

CREATE TABLE "api_tokens" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'viewer',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "api_tokens_token_hash_key" ON "api_tokens"("token_hash");

-- hosts

CREATE TABLE "hosts" (
    "id" UUID NOT NULL,
    "machine_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "fqdn" TEXT,
    "cluster" TEXT,
    "vm_versions" TEXT[],
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retired_at" TIMESTAMPTZ(3),
    "identity_conflict_at" TIMESTAMPTZ(3),
    "identity_conflict_detail" TEXT,
    CONSTRAINT "hosts_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "hosts_machine_id_key" ON "hosts"("machine_id");
CREATE INDEX "hosts_cluster_idx" ON "hosts"("cluster");

CREATE TABLE "agents" (
    "host_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "instance_id" UUID NOT NULL,
    "token_hash" TEXT,
    "status" TEXT NOT NULL,
    "version" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),
    CONSTRAINT "agents_pkey" PRIMARY KEY ("host_id", "id")
);
CREATE UNIQUE INDEX "agents_host_id_instance_id_key" ON "agents"("host_id", "instance_id");
CREATE INDEX "agents_token_hash_idx" ON "agents"("token_hash");
CREATE INDEX "agents_instance_id_idx" ON "agents"("instance_id");

-- Rows that are rewritten with every report leave room in their page, so that the update stays there.
CREATE TABLE "host_reports" (
    "host_id" UUID NOT NULL,
    "epoch" BIGINT NOT NULL,
    "sequence" BIGINT NOT NULL,
    "observed_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "interval_seconds" BIGINT NOT NULL,
    "agent" JSONB NOT NULL,
    "sections" JSONB NOT NULL,
    "facts_hash" TEXT,
    "judged_by" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "host_reports_pkey" PRIMARY KEY ("host_id")
) WITH (fillfactor = 50);

CREATE TABLE "host_facts" (
    "host_id" UUID NOT NULL,
    "facts" JSONB NOT NULL,
    CONSTRAINT "host_facts_pkey" PRIMARY KEY ("host_id")
);

CREATE TABLE "host_rollups" (
    "host_id" UUID NOT NULL,
    "counts" JSONB NOT NULL,
    CONSTRAINT "host_rollups_pkey" PRIMARY KEY ("host_id")
) WITH (fillfactor = 50);

CREATE TABLE "host_days" (
    "host_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "counts" JSONB NOT NULL,
    CONSTRAINT "host_days_pkey" PRIMARY KEY ("host_id", "day")
) WITH (fillfactor = 50);
CREATE INDEX "host_days_day_idx" ON "host_days"("day");

CREATE TABLE "fleet_versions" (
    "host_id" UUID NOT NULL,
    "version" BIGINT NOT NULL DEFAULT 0,
    CONSTRAINT "fleet_versions_pkey" PRIMARY KEY ("host_id")
) WITH (fillfactor = 50);

CREATE TABLE "snapshot_receipts" (
    "host_id" UUID NOT NULL,
    "snapshot_id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "snapshot_receipts_pkey" PRIMARY KEY ("host_id", "snapshot_id")
);
CREATE INDEX "snapshot_receipts_received_at_idx" ON "snapshot_receipts"("received_at");

-- VMs

CREATE TABLE "vm_observations" (
    "host_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "vm_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "is_realised" BOOLEAN NOT NULL,
    "is_running" BOOLEAN NOT NULL,
    "state" TEXT,
    "first_reported_at" TIMESTAMPTZ(3) NOT NULL,
    "missing_reports" SMALLINT NOT NULL DEFAULT 0,
    "gone_at" TIMESTAMPTZ(3),
    CONSTRAINT "vm_observations_pkey" PRIMARY KEY ("host_id", "id")
);
CREATE INDEX "vm_observations_id_idx" ON "vm_observations"("id");

CREATE TABLE "vm_runtimes" (
    "host_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "observed_at" TIMESTAMPTZ(3) NOT NULL,
    "last_running_at" TIMESTAMPTZ(3),
    "uptime_seconds" BIGINT,
    "cpu_usage_percent" BIGINT,
    "memory_assigned_bytes" BIGINT,
    "memory_demand_bytes" BIGINT,
    CONSTRAINT "vm_runtimes_pkey" PRIMARY KEY ("host_id", "id")
) WITH (fillfactor = 50);

CREATE TABLE "vms" (
    "host_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "vm_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "cluster" TEXT,
    "generation" SMALLINT,
    "configuration_version" TEXT,
    "state" TEXT NOT NULL,
    "health" TEXT NOT NULL,
    "guest_os" TEXT,
    "guest_os_known_at" TIMESTAMPTZ(3),
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "search_text" TEXT NOT NULL,
    "words" TEXT[],
    "services" TEXT[],
    "grounds" JSONB NOT NULL,
    "critical_count" SMALLINT NOT NULL DEFAULT 0,
    "warning_count" SMALLINT NOT NULL DEFAULT 0,
    "info_count" SMALLINT NOT NULL DEFAULT 0,
    "worst" JSONB,
    "placement" JSONB NOT NULL,
    "memory" JSONB NOT NULL,
    "verdict_hash" TEXT NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "not_running_since" TIMESTAMPTZ(3),
    "gone_at" TIMESTAMPTZ(3),
    CONSTRAINT "vms_pkey" PRIMARY KEY ("host_id", "id")
);
CREATE INDEX "vms_id_idx" ON "vms"("id");
CREATE INDEX "vms_name_id_idx" ON "vms"("name", "id");
CREATE INDEX "vms_words_idx" ON "vms" USING GIN ("words");
CREATE INDEX "vms_search_text_idx" ON "vms" USING GIN ("search_text" gin_trgm_ops);

CREATE TABLE "integration_services" (
    "host_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "verdicts" JSONB NOT NULL,
    CONSTRAINT "integration_services_pkey" PRIMARY KEY ("host_id", "id")
);

CREATE TABLE "findings" (
    "host_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "subject_id" UUID,
    "rule" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "remedies" JSONB NOT NULL,
    "vms_touched" INTEGER NOT NULL DEFAULT 1,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "frozen_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "resolution" TEXT,
    CONSTRAINT "findings_pkey" PRIMARY KEY ("host_id", "id")
);
CREATE INDEX "findings_host_id_resolved_at_idx" ON "findings"("host_id", "resolved_at");
CREATE INDEX "findings_subject_id_idx" ON "findings"("subject_id");
CREATE INDEX "findings_resolved_at_opened_at_idx" ON "findings"("resolved_at", "opened_at");

-- The change log. Months are added ahead of time by the server; what no month takes lands in the default partition.
CREATE TABLE "changes" (
    "host_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "transaction_id" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "subject_id" UUID,
    "kind" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "from_value" TEXT,
    "to_value" TEXT,
    CONSTRAINT "changes_pkey" PRIMARY KEY ("host_id", "recorded_at", "id")
) PARTITION BY RANGE ("recorded_at");
CREATE INDEX "changes_transaction_id_id_idx" ON "changes"("transaction_id", "id");
CREATE INDEX "changes_subject_id_at_idx" ON "changes"("subject_id", "at");
CREATE TABLE "changes_default" PARTITION OF "changes" DEFAULT;
