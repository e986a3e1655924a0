-- AlterTable
ALTER TABLE "host_reports" ADD COLUMN     "told_until" TIMESTAMPTZ(3);
