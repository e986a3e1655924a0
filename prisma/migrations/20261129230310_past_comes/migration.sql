-- AlterTable
ALTER TABLE "hosts" ADD COLUMN     "past_comes_until" TIMESTAMPTZ(3);
