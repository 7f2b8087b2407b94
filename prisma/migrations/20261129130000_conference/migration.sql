-- CreateEnum
CREATE TYPE "conference_provider" AS ENUM ('LINK', 'JITSI', 'BIGBLUEBUTTON');

-- CreateEnum
CREATE TYPE "join_role" AS ENUM ('MODERATOR', 'ATTENDEE');

-- CreateEnum
CREATE TYPE "join_source" AS ENUM ('AREA', 'GUEST_LINK', 'PUBLIC_PAGE');

-- CreateEnum
CREATE TYPE "recording_state" AS ENUM ('UNPUBLISHED', 'PUBLISHED', 'REMOVED');

-- CreateEnum
CREATE TYPE "recording_removal" AS ENUM ('RETENTION', 'BY_HAND');

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "doors_minutes" INTEGER NOT NULL DEFAULT 15,
ADD COLUMN     "fallback_phone" TEXT,
ADD COLUMN     "fallback_url" TEXT,
ADD COLUMN     "is_recorded" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "provider" "conference_provider" NOT NULL DEFAULT 'LINK',
ADD COLUMN     "room_key" UUID NOT NULL DEFAULT gen_random_uuid();

-- CreateTable
CREATE TABLE "session_guest_link" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_guest_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session_guest" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "link_id" UUID,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_guest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session_join" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "person_id" UUID,
    "guest_id" UUID,
    "organisation_id" UUID,
    "role" "join_role" NOT NULL,
    "source" "join_source" NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_join_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session_recording" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "external_id" TEXT,
    "title" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "minutes" INTEGER,
    "state" "recording_state" NOT NULL DEFAULT 'UNPUBLISHED',
    "is_open" BOOLEAN NOT NULL DEFAULT false,
    "published_at" TIMESTAMPTZ(3),
    "retain_until" DATE NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "removal_reason" "recording_removal",
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_recording_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "session_guest_link_session_id_idx" ON "session_guest_link"("session_id");

-- CreateIndex
CREATE INDEX "session_guest_session_id_idx" ON "session_guest"("session_id");

-- CreateIndex
CREATE INDEX "session_guest_link_id_idx" ON "session_guest"("link_id");

-- CreateIndex
CREATE INDEX "session_join_session_id_joined_at_id_idx" ON "session_join"("session_id", "joined_at", "id");

-- CreateIndex
CREATE INDEX "session_join_person_id_idx" ON "session_join"("person_id");

-- CreateIndex
CREATE INDEX "session_join_guest_id_idx" ON "session_join"("guest_id");

-- CreateIndex
CREATE INDEX "session_join_organisation_id_idx" ON "session_join"("organisation_id");

-- CreateIndex
CREATE INDEX "session_recording_state_retain_until_idx" ON "session_recording"("state", "retain_until");

-- CreateIndex
CREATE UNIQUE INDEX "session_recording_session_id_external_id_key" ON "session_recording"("session_id", "external_id");

-- AddForeignKey
ALTER TABLE "session_guest_link" ADD CONSTRAINT "session_guest_link_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_guest" ADD CONSTRAINT "session_guest_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_guest" ADD CONSTRAINT "session_guest_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "session_guest_link"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_join" ADD CONSTRAINT "session_join_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_join" ADD CONSTRAINT "session_join_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_join" ADD CONSTRAINT "session_join_guest_id_fkey" FOREIGN KEY ("guest_id") REFERENCES "session_guest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_join" ADD CONSTRAINT "session_join_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_recording" ADD CONSTRAINT "session_recording_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A session has one guest link at a time, and nobody is in one room twice: two presses of a button at once are one row.
CREATE UNIQUE INDEX "session_guest_link_open_key" ON "session_guest_link" ("session_id") WHERE "revoked_at" IS NULL;
CREATE UNIQUE INDEX "session_join_person_open_key" ON "session_join" ("session_id", "person_id") WHERE "left_at" IS NULL;
CREATE UNIQUE INDEX "session_join_guest_open_key" ON "session_join" ("session_id", "guest_id") WHERE "left_at" IS NULL;

ALTER TABLE "session"
    ADD CONSTRAINT "session_doors_check" CHECK ("doors_minutes" BETWEEN 0 AND 120);
ALTER TABLE "session_join"
    ADD CONSTRAINT "session_join_who_check" CHECK (num_nonnulls("person_id", "guest_id") = 1),
    ADD CONSTRAINT "session_join_stay_check" CHECK ("left_at" >= "joined_at");
ALTER TABLE "session_recording"
    ADD CONSTRAINT "session_recording_url_check" CHECK ("url" LIKE 'https://%'),
    ADD CONSTRAINT "session_recording_published_check" CHECK (("state" = 'PUBLISHED') = ("published_at" IS NOT NULL)),
    ADD CONSTRAINT "session_recording_open_check" CHECK (NOT "is_open" OR "state" = 'PUBLISHED'),
    ADD CONSTRAINT "session_recording_removed_check"
        CHECK (("state" = 'REMOVED') = ("removed_at" IS NOT NULL) AND ("state" = 'REMOVED') = ("removal_reason" IS NOT NULL));

-- How long a recording is kept where the coordinator says nothing else.
INSERT INTO "rule_set" ("id", "kind", "scope", "version", "valid_from", "content", "source", "created_at")
VALUES (
    '019ab000-5ec0-7000-8000-000000000002', 'sessions.recordings', 'portal', 1, '2003-01-01',
    '{"retentionDays": 365}',
    'Regolamento (UE) 2016/679, art. 5, par. 1, lett. e (limitazione della conservazione)', now()
);
