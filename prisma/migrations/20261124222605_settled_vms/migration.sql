-- AlterTable
ALTER TABLE "host_reports" ADD COLUMN     "ground" TEXT;

-- AlterTable
ALTER TABLE "vm_runtimes" ADD COLUMN     "is_settled" BOOLEAN NOT NULL DEFAULT false;
