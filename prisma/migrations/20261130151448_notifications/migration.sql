-- CreateEnum
CREATE TYPE "notification_group" AS ENUM ('CONVOCATIONS', 'PLANNING', 'MINUTES', 'REQUESTS', 'REVIEWS', 'CONVERSATIONS', 'ADDRESSED', 'FORUM', 'MODERATION', 'REUSE', 'FILES');

-- CreateEnum
CREATE TYPE "mail_pace" AS ENUM ('AT_ONCE', 'DAILY', 'WEEKLY', 'NEVER');

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "conversation" TEXT,
ADD COLUMN     "unsubscribe_token" TEXT;

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "programme_id" UUID,
    "group" "notification_group" NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "number" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "awaits_digest" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_preference" (
    "person_id" UUID NOT NULL,
    "group" "notification_group" NOT NULL,
    "pace" "mail_pace" NOT NULL,

    CONSTRAINT "notification_preference_pkey" PRIMARY KEY ("person_id","group")
);

-- CreateTable
CREATE TABLE "digest" (
    "person_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "digest_pkey" PRIMARY KEY ("person_id","day")
);

-- CreateIndex
CREATE INDEX "notification_person_id_created_at_id_idx" ON "notification"("person_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "notification_person_id_group_created_at_id_idx" ON "notification"("person_id", "group", "created_at", "id");

-- CreateIndex
CREATE INDEX "notification_person_id_programme_id_created_at_id_idx" ON "notification"("person_id", "programme_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "notification_programme_id_idx" ON "notification"("programme_id");

-- CreateIndex
CREATE INDEX "notification_read_at_idx" ON "notification"("read_at");

-- CreateIndex
CREATE INDEX "digest_day_idx" ON "digest"("day");

-- CreateIndex
CREATE UNIQUE INDEX "notification_event_id_person_id_key" ON "notification"("event_id", "person_id");

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_preference" ADD CONSTRAINT "notification_preference_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "digest" ADD CONSTRAINT "digest_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What has no page of its own is no subject; only a post is the n-th of its thread.
ALTER TABLE "notification" ADD CONSTRAINT "notification_subject_check"
  CHECK ("subject_kind" IN ('session', 'poll', 'deliverable', 'thread', 'programme')
    AND ("number" IS NULL OR ("subject_kind" = 'thread' AND "number" > 0)));

-- What was not read: counted in the frame of every page, and listed.
CREATE INDEX "notification_unread_idx" ON "notification" ("person_id", "created_at", "id") WHERE "read_at" IS NULL;

-- What waits for somebody's digest: a few rows among all.
CREATE INDEX "notification_digest_idx" ON "notification" ("person_id", "created_at") WHERE "awaits_digest";

-- Mails of these groups always come: nobody chooses a pace for them.
ALTER TABLE "notification_preference" ADD CONSTRAINT "notification_preference_group_check"
  CHECK ("group" NOT IN ('CONVOCATIONS', 'FILES'));
