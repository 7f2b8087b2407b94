-- Minutes have parts, are proposed to those who attended, and are locked by their approval.

-- CreateEnum
CREATE TYPE "minutes_state" AS ENUM ('DRAFT', 'PROPOSED', 'OBJECTED', 'APPROVED', 'PUBLISHED');

-- CreateEnum
CREATE TYPE "round_end" AS ENUM ('APPROVED_BY_ALL', 'APPROVED_BY_TERM', 'OBJECTED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "verdict" AS ENUM ('APPROVED', 'OBJECTED');

-- AlterTable: the text written so far stays what the search reads, under a name that says it is derived.
ALTER TABLE "session_minutes" RENAME COLUMN "markdown" TO "text";
ALTER TABLE "session_minutes" ALTER COLUMN "text" SET DEFAULT '',
ADD COLUMN     "round" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "state" "minutes_state" NOT NULL DEFAULT 'DRAFT',
ADD COLUMN     "term_ends_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "minutes_point" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "agenda_item_id" UUID,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "markdown" TEXT NOT NULL DEFAULT '',
    "html" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "written_by_id" UUID,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "minutes_point_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "point_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "request_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL,
    "point_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "owner_id" UUID,
    "due_on" DATE NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "done_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes_round" (
    "session_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "proposed_by_id" UUID,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "term_ends_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_as" "round_end",
    "ended_at" TIMESTAMPTZ(3),
    "pdf_sha256" TEXT,

    CONSTRAINT "minutes_round_pkey" PRIMARY KEY ("session_id","number")
);

-- CreateTable
CREATE TABLE "minutes_verdict" (
    "session_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "verdict" "verdict" NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "minutes_verdict_pkey" PRIMARY KEY ("session_id","round","person_id")
);

-- Minutes that were one text are one part, beside the agenda; what was published stays so.
INSERT INTO "minutes_point" ("id", "session_id", "position", "markdown", "html", "written_at")
SELECT gen_random_uuid(), "session_id", -1, "text", "html", "updated_at" FROM "session_minutes";
UPDATE "session_minutes" SET "state" = 'PUBLISHED' WHERE "published_at" IS NOT NULL;
ALTER TABLE "session_minutes" DROP COLUMN "html";

-- CreateIndex
CREATE INDEX "minutes_point_session_id_position_id_idx" ON "minutes_point"("session_id", "position", "id");

-- CreateIndex
CREATE INDEX "minutes_point_agenda_item_id_idx" ON "minutes_point"("agenda_item_id");

-- CreateIndex
CREATE INDEX "minutes_point_written_by_id_idx" ON "minutes_point"("written_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_point_session_id_agenda_item_id_key" ON "minutes_point"("session_id", "agenda_item_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_request_id_key" ON "decision"("request_id");

-- CreateIndex
CREATE INDEX "decision_point_id_position_idx" ON "decision"("point_id", "position");

-- CreateIndex
CREATE INDEX "task_point_id_position_idx" ON "task"("point_id", "position");

-- CreateIndex
CREATE INDEX "task_owner_id_done_at_due_on_id_idx" ON "task"("owner_id", "done_at", "due_on", "id");

-- CreateIndex
CREATE INDEX "task_done_by_id_idx" ON "task"("done_by_id");

-- CreateIndex
CREATE INDEX "minutes_round_proposed_by_id_idx" ON "minutes_round"("proposed_by_id");

-- CreateIndex
CREATE INDEX "minutes_round_pdf_sha256_idx" ON "minutes_round"("pdf_sha256");

-- CreateIndex
CREATE INDEX "minutes_verdict_person_id_idx" ON "minutes_verdict"("person_id");

-- CreateIndex
CREATE INDEX "session_minutes_state_term_ends_at_idx" ON "session_minutes"("state", "term_ends_at");

-- AddForeignKey
ALTER TABLE "minutes_point" ADD CONSTRAINT "minutes_point_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session_minutes"("session_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_point" ADD CONSTRAINT "minutes_point_agenda_item_id_fkey" FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_point" ADD CONSTRAINT "minutes_point_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_point_id_fkey" FOREIGN KEY ("point_id") REFERENCES "minutes_point"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "deliverable_request"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_point_id_fkey" FOREIGN KEY ("point_id") REFERENCES "minutes_point"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_done_by_id_fkey" FOREIGN KEY ("done_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_round" ADD CONSTRAINT "minutes_round_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session_minutes"("session_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_round" ADD CONSTRAINT "minutes_round_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_round" ADD CONSTRAINT "minutes_round_pdf_sha256_fkey" FOREIGN KEY ("pdf_sha256") REFERENCES "stored_object"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_verdict" ADD CONSTRAINT "minutes_verdict_session_id_round_fkey" FOREIGN KEY ("session_id", "round") REFERENCES "minutes_round"("session_id", "number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_verdict" ADD CONSTRAINT "minutes_verdict_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema's language cannot say.
ALTER TABLE "session_minutes"
    ADD CONSTRAINT "session_minutes_published_check" CHECK (("published_at" IS NOT NULL) = ("state" = 'PUBLISHED')),
    ADD CONSTRAINT "session_minutes_term_check" CHECK (("term_ends_at" IS NOT NULL) = ("state" IN ('PROPOSED', 'OBJECTED'))),
    ADD CONSTRAINT "session_minutes_numbers_check" CHECK ("version" >= 1 AND "round" >= 0);
ALTER TABLE "decision" ADD CONSTRAINT "decision_text_check" CHECK ("text" <> '');
ALTER TABLE "task" ADD CONSTRAINT "task_done_check" CHECK ("done_at" IS NOT NULL OR "done_by_id" IS NULL);
ALTER TABLE "minutes_round"
    ADD CONSTRAINT "minutes_round_number_check" CHECK ("number" >= 1),
    ADD CONSTRAINT "minutes_round_term_check" CHECK ("term_ends_at" > "proposed_at"),
    ADD CONSTRAINT "minutes_round_end_check" CHECK (("ended_as" IS NULL) = ("ended_at" IS NULL));
ALTER TABLE "minutes_verdict"
    ADD CONSTRAINT "minutes_verdict_text_check" CHECK ("verdict" = 'APPROVED' OR "text" <> '');
