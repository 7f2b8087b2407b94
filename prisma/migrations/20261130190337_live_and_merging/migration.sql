-- Who has a thread open now. Not logged: after a crash nobody reads anything, and a heartbeat costs no flush.
CREATE UNLOGGED TABLE "thread_reader" (
    "stream_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "thread_reader_pkey" PRIMARY KEY ("stream_id")
);
CREATE INDEX "thread_reader_thread_id_until_idx" ON "thread_reader"("thread_id", "until");
CREATE INDEX "thread_reader_person_id_idx" ON "thread_reader"("person_id");
CREATE INDEX "thread_reader_until_idx" ON "thread_reader"("until");
ALTER TABLE "thread_reader" ADD CONSTRAINT "thread_reader_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "thread_reader" ADD CONSTRAINT "thread_reader_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A notification tells of one event or of several: which ones stands in a table of their own.
CREATE TABLE "notification_event" (
    "event_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "notification_id" UUID NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notification_event_pkey" PRIMARY KEY ("event_id","person_id")
);
INSERT INTO "notification_event" ("event_id", "person_id", "notification_id", "told_at")
  SELECT "event_id", "person_id", "id", "created_at" FROM "notification";
CREATE INDEX "notification_event_person_id_idx" ON "notification_event"("person_id");
CREATE INDEX "notification_event_notification_id_idx" ON "notification_event"("notification_id");
ALTER TABLE "notification_event" ADD CONSTRAINT "notification_event_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notification_event" ADD CONSTRAINT "notification_event_notification_id_fkey" FOREIGN KEY ("notification_id") REFERENCES "notification"("id") ON DELETE CASCADE ON UPDATE CASCADE;

DROP INDEX "notification_event_id_person_id_key";
ALTER TABLE "notification" DROP COLUMN "event_id",
ADD COLUMN     "count" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "latest_at" TIMESTAMPTZ(3),
ADD COLUMN     "open_until" TIMESTAMPTZ(3);
UPDATE "notification" SET "latest_at" = "created_at";
ALTER TABLE "notification" ALTER COLUMN "latest_at" SET NOT NULL;

-- A line that grows comes to the top.
DROP INDEX "notification_person_id_created_at_id_idx";
DROP INDEX "notification_person_id_group_created_at_id_idx";
DROP INDEX "notification_person_id_programme_id_created_at_id_idx";
DROP INDEX "notification_unread_idx";
CREATE INDEX "notification_person_id_latest_at_id_idx" ON "notification"("person_id", "latest_at", "id");
CREATE INDEX "notification_person_id_group_latest_at_id_idx" ON "notification"("person_id", "group", "latest_at", "id");
CREATE INDEX "notification_person_id_programme_id_latest_at_id_idx" ON "notification"("person_id", "programme_id", "latest_at", "id");
CREATE INDEX "notification_unread_idx" ON "notification" ("person_id", "latest_at", "id") WHERE "read_at" IS NULL;

-- Of what one person is told of one thing, one line grows at a time: two jobs at once end in one row.
CREATE UNIQUE INDEX "notification_open_key" ON "notification" ("person_id", "kind", "subject_kind", "subject_id")
  WHERE "open_until" IS NOT NULL;
-- What was read grows no more: it would be news that nobody sees.
ALTER TABLE "notification" ADD CONSTRAINT "notification_open_check"
  CHECK ("open_until" IS NULL OR "read_at" IS NULL);
ALTER TABLE "notification" ADD CONSTRAINT "notification_count_check"
  CHECK ("count" >= 1 AND "latest_at" >= "created_at");
