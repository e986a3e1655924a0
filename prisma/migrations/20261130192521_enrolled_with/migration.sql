-- AlterTable
ALTER TABLE "agents" ADD COLUMN     "key_id" UUID;
