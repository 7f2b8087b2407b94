-- CreateEnum
CREATE TYPE "announcement_state" AS ENUM ('SCHEDULED', 'PUBLISHED', 'WITHDRAWN');

-- AlterEnum
ALTER TYPE "notification_group" ADD VALUE 'ANNOUNCEMENTS';

-- CreateTable
CREATE TABLE "announcement" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "author_id" UUID,
    "title" TEXT NOT NULL,
    "markdown" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "renderer_version" INTEGER NOT NULL,
    "lang" TEXT NOT NULL DEFAULT 'it',
    "is_for_all" BOOLEAN NOT NULL,
    "must_acknowledge" BOOLEAN NOT NULL DEFAULT false,
    "by_mail" BOOLEAN NOT NULL DEFAULT false,
    "state" "announcement_state" NOT NULL,
    "publish_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "submission_key" UUID NOT NULL,

    CONSTRAINT "announcement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "announcement_body" (
    "announcement_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,

    CONSTRAINT "announcement_body_pkey" PRIMARY KEY ("announcement_id","organisation_id")
);

-- CreateTable
CREATE TABLE "announcement_reading" (
    "announcement_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_version" INTEGER,

    CONSTRAINT "announcement_reading_pkey" PRIMARY KEY ("announcement_id","person_id")
);

-- CreateTable
CREATE TABLE "announcement_revision" (
    "id" UUID NOT NULL,
    "announcement_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "markdown" TEXT NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "announcement_revision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "announcement_submission_key_key" ON "announcement"("submission_key");

-- CreateIndex
CREATE INDEX "announcement_programme_id_publish_at_id_idx" ON "announcement"("programme_id", "publish_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "announcement_author_id_idx" ON "announcement"("author_id");

-- CreateIndex
CREATE INDEX "announcement_renderer_version_idx" ON "announcement"("renderer_version");

-- CreateIndex
CREATE INDEX "announcement_body_organisation_id_idx" ON "announcement_body"("organisation_id");

-- CreateIndex
CREATE INDEX "announcement_reading_person_id_idx" ON "announcement_reading"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "announcement_revision_announcement_id_number_key" ON "announcement_revision"("announcement_id", "number");

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_body" ADD CONSTRAINT "announcement_body_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_body" ADD CONSTRAINT "announcement_body_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_reading" ADD CONSTRAINT "announcement_reading_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_reading" ADD CONSTRAINT "announcement_reading_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_revision" ADD CONSTRAINT "announcement_revision_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "announcement" ADD CONSTRAINT "announcement_title_check" CHECK (length("title") BETWEEN 1 AND 200),
ADD CONSTRAINT "announcement_lang_check" CHECK ("lang" IN ('it', 'en')),
ADD CONSTRAINT "announcement_withdrawn_check" CHECK (("state" = 'WITHDRAWN') = ("withdrawn_at" IS NOT NULL));
ALTER TABLE "announcement_reading" ADD CONSTRAINT "announcement_reading_acknowledged_check"
  CHECK (("acknowledged_at" IS NULL) = ("acknowledged_version" IS NULL));

-- What a notification can be about.
ALTER TABLE "notification" DROP CONSTRAINT "notification_subject_check";
ALTER TABLE "notification" ADD CONSTRAINT "notification_subject_check"
  CHECK ("subject_kind" IN ('session', 'poll', 'deliverable', 'thread', 'announcement', 'programme')
    AND ("number" IS NULL OR ("subject_kind" = 'thread' AND "number" > 0)));

-- What waits for its moment: a few rows among all.
CREATE INDEX "announcement_scheduled_idx" ON "announcement" ("publish_at") WHERE "state" = 'SCHEDULED';
