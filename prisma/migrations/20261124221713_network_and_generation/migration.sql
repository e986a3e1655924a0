-- AlterTable
ALTER TABLE "findings" ADD COLUMN     "touched_ids" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "vms" ADD COLUMN     "acceleration" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "capabilities" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "conversion" TEXT NOT NULL DEFAULT 'unknown',
ADD COLUMN     "conversion_checks" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "ladders" TEXT[] DEFAULT ARRAY[]::TEXT[];
