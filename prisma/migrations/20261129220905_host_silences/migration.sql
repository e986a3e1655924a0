-- CreateTable
CREATE TABLE "host_silences" (
    "host_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "host_silences_pkey" PRIMARY KEY ("host_id","from_at")
);
