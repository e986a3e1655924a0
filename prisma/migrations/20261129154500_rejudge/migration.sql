-- What a report has to leave behind to be judged again, and the version of the rules that it was judged by.
ALTER TABLE "host_reports" ADD COLUMN     "sent_at" TIMESTAMPTZ(3),
ADD COLUMN     "vms_listed" INTEGER;

-- Nothing was ever written here.
ALTER TABLE "host_reports" DROP COLUMN "judged_by",
ADD COLUMN     "judged_by" INTEGER NOT NULL DEFAULT 0;
