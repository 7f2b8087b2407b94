-- AlterTable
ALTER TABLE "deliverable" ADD COLUMN     "next_reviewer_id" UUID,
ADD COLUMN     "review_version_id" UUID,
ADD COLUMN     "round" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "review" ADD COLUMN     "round" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "stands_in_for_id" UUID,
ADD COLUMN     "step" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "request_reviewer" (
    "request_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "request_reviewer_pkey" PRIMARY KEY ("request_id","position")
);

-- CreateTable
CREATE TABLE "review_step" (
    "deliverable_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "person_id" UUID,

    CONSTRAINT "review_step_pkey" PRIMARY KEY ("deliverable_id","round","position")
);

-- CreateIndex
CREATE INDEX "request_reviewer_person_id_idx" ON "request_reviewer"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "request_reviewer_request_id_person_id_key" ON "request_reviewer"("request_id", "person_id");

-- CreateIndex
CREATE INDEX "review_step_person_id_idx" ON "review_step"("person_id");

-- CreateIndex
CREATE INDEX "deliverable_review_version_id_idx" ON "deliverable"("review_version_id");

-- CreateIndex
CREATE INDEX "deliverable_next_reviewer_id_idx" ON "deliverable"("next_reviewer_id");

-- CreateIndex
CREATE INDEX "review_stands_in_for_id_idx" ON "review"("stands_in_for_id");

-- AddForeignKey
ALTER TABLE "request_reviewer" ADD CONSTRAINT "request_reviewer_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "deliverable_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_reviewer" ADD CONSTRAINT "request_reviewer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_step" ADD CONSTRAINT "review_step_deliverable_id_fkey" FOREIGN KEY ("deliverable_id") REFERENCES "deliverable"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_step" ADD CONSTRAINT "review_step_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliverable" ADD CONSTRAINT "deliverable_review_version_id_fkey" FOREIGN KEY ("review_version_id") REFERENCES "document_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliverable" ADD CONSTRAINT "deliverable_next_reviewer_id_fkey" FOREIGN KEY ("next_reviewer_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_stands_in_for_id_fkey" FOREIGN KEY ("stands_in_for_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What was reviewed before: each version that was sent is a round of its own, and the last one is what was reviewed.
WITH "sent" AS (
  SELECT "deliverable_id", "version_id", row_number() OVER (PARTITION BY "deliverable_id" ORDER BY min("submitted_at"))::int AS "round"
  FROM "submission" WHERE "withdrawn_at" IS NULL GROUP BY "deliverable_id", "version_id"
)
UPDATE "review" r SET "round" = s."round" FROM "sent" s
WHERE s."deliverable_id" = r."deliverable_id" AND s."version_id" = r."version_id";

UPDATE "deliverable" d SET
  "round" = (SELECT count(DISTINCT s."version_id")::int FROM "submission" s WHERE s."deliverable_id" = d."id" AND s."withdrawn_at" IS NULL)
    - CASE WHEN d."state" = 'SUBMITTED' THEN 1 ELSE 0 END,
  "review_version_id" = (
    SELECT s."version_id" FROM "submission" s WHERE s."deliverable_id" = d."id" AND s."withdrawn_at" IS NULL
    ORDER BY s."submitted_at" DESC, s."number" DESC LIMIT 1)
WHERE d."state" <> 'TO_DO';

ALTER TABLE "deliverable" ADD CONSTRAINT "deliverable_round_check" CHECK ("round" >= 0);
ALTER TABLE "review" ADD CONSTRAINT "review_place_check" CHECK ("round" >= 1 AND "step" >= 1);
ALTER TABLE "request_reviewer" ADD CONSTRAINT "request_reviewer_position_check" CHECK ("position" >= 1);
ALTER TABLE "review_step" ADD CONSTRAINT "review_step_place_check" CHECK ("round" >= 1 AND "position" >= 1);

-- Of two who approve one place at once, one does.
CREATE UNIQUE INDEX "review_approved_key" ON "review" ("deliverable_id", "round", "step")
  WHERE "decision" = 'APPROVED' AND "undone_at" IS NULL;
CREATE UNIQUE INDEX "review_changes_key" ON "review" ("deliverable_id", "round")
  WHERE "decision" = 'CHANGES_REQUESTED' AND "undone_at" IS NULL;
