-- AlterTable
ALTER TABLE "hosts" ADD COLUMN     "retired_by" TEXT;
