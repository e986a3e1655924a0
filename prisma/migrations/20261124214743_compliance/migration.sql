-- AlterTable
ALTER TABLE "host_days" ADD COLUMN     "cluster" TEXT,
ADD COLUMN     "interval_seconds" BIGINT,
ADD COLUMN     "last_reported_at" TIMESTAMPTZ(3),
ADD COLUMN     "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "vms" ADD COLUMN     "open_rules" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "compliance_host_days" (
    "host_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "is_silent" BOOLEAN NOT NULL,
    "critical" INTEGER NOT NULL,
    "warning" INTEGER NOT NULL,
    "unknown" INTEGER NOT NULL,
    "healthy" INTEGER NOT NULL,
    "inactive" INTEGER NOT NULL,
    "excepted" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "compliance_host_days_pkey" PRIMARY KEY ("host_id","day")
);

-- CreateTable
CREATE TABLE "compliance_days" (
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "hosts" INTEGER NOT NULL,
    "silent_hosts" INTEGER NOT NULL,
    "critical" INTEGER NOT NULL,
    "warning" INTEGER NOT NULL,
    "info" INTEGER NOT NULL DEFAULT 0,
    "unknown" INTEGER NOT NULL,
    "healthy" INTEGER NOT NULL,
    "inactive" INTEGER NOT NULL,
    "excepted" INTEGER NOT NULL DEFAULT 0,
    "summed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "compliance_days_pkey" PRIMARY KEY ("kind","key","day")
);

-- CreateIndex
CREATE INDEX "compliance_host_days_day_idx" ON "compliance_host_days"("day");

-- CreateIndex
CREATE INDEX "compliance_days_day_idx" ON "compliance_days"("day");
