-- CreateTable
CREATE TABLE "fix_days" (
    "day" DATE NOT NULL,
    "rule" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "ended" INTEGER NOT NULL,
    "gone" INTEGER NOT NULL,
    "seconds" INTEGER[],
    "summed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "fix_days_pkey" PRIMARY KEY ("day","rule","severity")
);
