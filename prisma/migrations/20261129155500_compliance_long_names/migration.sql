-- A B-tree takes about 2,700 bytes a row, and a cluster's name may be longer: the key holds its hash.
ALTER TABLE "compliance_days" ADD COLUMN     "key_hash" TEXT;
UPDATE "compliance_days" SET "key_hash" = md5("key");

-- AlterTable
ALTER TABLE "compliance_days" DROP CONSTRAINT "compliance_days_pkey",
ALTER COLUMN "key_hash" SET NOT NULL,
ADD CONSTRAINT "compliance_days_pkey" PRIMARY KEY ("kind", "key_hash", "day");
