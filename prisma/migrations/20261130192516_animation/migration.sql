-- CreateEnum
CREATE TYPE "schedule_anchor" AS ENUM ('MOMENT', 'PHASE_BEGIN', 'PHASE_END', 'SESSION_START', 'SESSION_END');

-- CreateEnum
CREATE TYPE "scheduled_state" AS ENUM ('WAITING', 'PUBLISHED', 'CANCELLED', 'REFUSED');

-- CreateEnum
CREATE TYPE "prompt_stage" AS ENUM ('START', 'WORK', 'MEETING', 'DELIVERY', 'CLOSING');

-- CreateTable
CREATE TABLE "scheduled_post" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "category_id" UUID,
    "thread_id" UUID,
    "title" TEXT NOT NULL DEFAULT '',
    "markdown" TEXT NOT NULL,
    "lang" TEXT NOT NULL DEFAULT 'it',
    "anchor" "schedule_anchor" NOT NULL,
    "at" TIMESTAMPTZ(3),
    "phase_id" UUID,
    "session_id" UUID,
    "offset_days" INTEGER NOT NULL DEFAULT 0,
    "offset_hours" INTEGER NOT NULL DEFAULT 0,
    "minute_of_day" INTEGER,
    "state" "scheduled_state" NOT NULL DEFAULT 'WAITING',
    "refusal" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "post_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "scheduled_post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "prompt" (
    "id" UUID NOT NULL,
    "programme_id" UUID,
    "stage" "prompt_stage" NOT NULL,
    "title" TEXT NOT NULL,
    "markdown" TEXT NOT NULL,
    "lang" TEXT NOT NULL DEFAULT 'it',
    "uses" INTEGER NOT NULL DEFAULT 0,
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "prompt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "silence_reminder" (
    "programme_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "week" DATE NOT NULL,
    "reminded_by_id" UUID,
    "reminded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "silence_reminder_pkey" PRIMARY KEY ("programme_id","organisation_id","week")
);

-- CreateIndex
CREATE INDEX "scheduled_post_programme_id_state_id_idx" ON "scheduled_post"("programme_id", "state", "id");

-- CreateIndex
CREATE INDEX "scheduled_post_state_id_idx" ON "scheduled_post"("state", "id");

-- CreateIndex
CREATE INDEX "scheduled_post_author_id_idx" ON "scheduled_post"("author_id");

-- CreateIndex
CREATE INDEX "scheduled_post_category_id_idx" ON "scheduled_post"("category_id");

-- CreateIndex
CREATE INDEX "scheduled_post_thread_id_idx" ON "scheduled_post"("thread_id");

-- CreateIndex
CREATE INDEX "scheduled_post_phase_id_idx" ON "scheduled_post"("phase_id");

-- CreateIndex
CREATE INDEX "scheduled_post_session_id_idx" ON "scheduled_post"("session_id");

-- CreateIndex
CREATE INDEX "scheduled_post_post_id_idx" ON "scheduled_post"("post_id");

-- CreateIndex
CREATE INDEX "prompt_programme_id_stage_id_idx" ON "prompt"("programme_id", "stage", "id");

-- CreateIndex
CREATE INDEX "prompt_added_by_id_idx" ON "prompt"("added_by_id");

-- CreateIndex
CREATE INDEX "silence_reminder_organisation_id_idx" ON "silence_reminder"("organisation_id");

-- CreateIndex
CREATE INDEX "silence_reminder_reminded_by_id_idx" ON "silence_reminder"("reminded_by_id");

-- CreateIndex

-- AddForeignKey
ALTER TABLE "scheduled_post" ADD CONSTRAINT "scheduled_post_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheduled_post" ADD CONSTRAINT "scheduled_post_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheduled_post" ADD CONSTRAINT "scheduled_post_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "category"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheduled_post" ADD CONSTRAINT "scheduled_post_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheduled_post" ADD CONSTRAINT "scheduled_post_phase_id_fkey" FOREIGN KEY ("phase_id") REFERENCES "phase"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheduled_post" ADD CONSTRAINT "scheduled_post_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheduled_post" ADD CONSTRAINT "scheduled_post_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prompt" ADD CONSTRAINT "prompt_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prompt" ADD CONSTRAINT "prompt_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "silence_reminder" ADD CONSTRAINT "silence_reminder_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "silence_reminder" ADD CONSTRAINT "silence_reminder_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "silence_reminder" ADD CONSTRAINT "silence_reminder_reminded_by_id_fkey" FOREIGN KEY ("reminded_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "scheduled_post" ADD CONSTRAINT "scheduled_post_place_check" CHECK (num_nonnulls("category_id", "thread_id") = 1);
ALTER TABLE "scheduled_post" ADD CONSTRAINT "scheduled_post_title_check" CHECK (("category_id" IS NULL) = ("title" = ''));
ALTER TABLE "scheduled_post" ADD CONSTRAINT "scheduled_post_text_check" CHECK ("markdown" <> '');
-- A phase or a session that was removed leaves none behind: the post waits until somebody gives it another moment.
ALTER TABLE "scheduled_post" ADD CONSTRAINT "scheduled_post_anchor_check" CHECK (
    ("anchor" = 'MOMENT') = ("at" IS NOT NULL)
    AND ("anchor" IN ('PHASE_BEGIN', 'PHASE_END')) = ("minute_of_day" IS NOT NULL)
    AND ("phase_id" IS NULL OR "anchor" IN ('PHASE_BEGIN', 'PHASE_END'))
    AND ("session_id" IS NULL OR "anchor" IN ('SESSION_START', 'SESSION_END')));
ALTER TABLE "scheduled_post" ADD CONSTRAINT "scheduled_post_time_check" CHECK ("minute_of_day" BETWEEN 0 AND 1439);
ALTER TABLE "scheduled_post" ADD CONSTRAINT "scheduled_post_decided_check" CHECK (("state" = 'WAITING') = ("decided_at" IS NULL));
ALTER TABLE "scheduled_post" ADD CONSTRAINT "scheduled_post_refusal_check" CHECK (("state" = 'REFUSED') = ("refusal" IS NOT NULL));
ALTER TABLE "prompt" ADD CONSTRAINT "prompt_text_check" CHECK ("title" <> '' AND "markdown" <> '');
ALTER TABLE "prompt" ADD CONSTRAINT "prompt_uses_check" CHECK ("uses" >= 0);
ALTER TABLE "silence_reminder" ADD CONSTRAINT "silence_reminder_week_check" CHECK (extract(isodow FROM "week") = 1);

-- What waits to be written in a thread is written in the one in which that ends.
CREATE FUNCTION thread_merge_takes_scheduled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE public."scheduled_post" SET "thread_id" = NEW."thread_id" WHERE "thread_id" = NEW."old_id";
    RETURN NULL;
END $$;
CREATE TRIGGER "thread_merged_scheduled" AFTER INSERT ON "thread_merged" FOR EACH ROW
    EXECUTE FUNCTION thread_merge_takes_scheduled();
