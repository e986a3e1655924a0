-- AlterTable
ALTER TABLE "agents" ADD COLUMN     "address" TEXT,
ADD COLUMN     "asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "asked_name" TEXT,
ADD COLUMN     "decided_at" TIMESTAMPTZ(3),
ADD COLUMN     "decided_by" TEXT,
ADD COLUMN     "key_name" TEXT;

-- AlterTable
ALTER TABLE "api_tokens" ADD COLUMN     "made_by" TEXT;

-- AlterTable
ALTER TABLE "enrolment_keys" ADD COLUMN     "made_by" TEXT,
ADD COLUMN     "uses" INTEGER NOT NULL DEFAULT 0;
