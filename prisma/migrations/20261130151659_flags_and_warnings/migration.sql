-- CreateEnum
CREATE TYPE "flag_reason" AS ENUM ('OFF_TOPIC', 'OFFENSIVE', 'PERSONAL_DATA', 'SPAM', 'OTHER');

-- CreateEnum
CREATE TYPE "flag_outcome" AS ENUM ('HIDDEN', 'WARNED', 'DISMISSED');

-- CreateTable
CREATE TABLE "flag_case" (
    "id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "outcome" "flag_outcome",
    "decided_by_id" UUID,

    CONSTRAINT "flag_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_flag" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "person_id" UUID,
    "reason" "flag_reason" NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "post_flag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_warning" (
    "id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "warned_by_id" UUID,
    "reason" "flag_reason" NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3),

    CONSTRAINT "post_warning_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "flag_case_post_id_idx" ON "flag_case"("post_id");

-- CreateIndex
CREATE INDEX "flag_case_programme_id_decided_at_id_idx" ON "flag_case"("programme_id", "decided_at", "id");

-- CreateIndex
CREATE INDEX "flag_case_decided_by_id_idx" ON "flag_case"("decided_by_id");

-- CreateIndex
CREATE INDEX "post_flag_person_id_idx" ON "post_flag"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "post_flag_case_id_person_id_key" ON "post_flag"("case_id", "person_id");

-- CreateIndex
CREATE INDEX "post_warning_post_id_idx" ON "post_warning"("post_id");

-- CreateIndex
CREATE INDEX "post_warning_programme_id_created_at_id_idx" ON "post_warning"("programme_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "post_warning_person_id_programme_id_created_at_id_idx" ON "post_warning"("person_id", "programme_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "post_warning_warned_by_id_idx" ON "post_warning"("warned_by_id");

-- AddForeignKey
ALTER TABLE "flag_case" ADD CONSTRAINT "flag_case_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flag_case" ADD CONSTRAINT "flag_case_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_flag" ADD CONSTRAINT "post_flag_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "flag_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_flag" ADD CONSTRAINT "post_flag_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_warning" ADD CONSTRAINT "post_warning_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_warning" ADD CONSTRAINT "post_warning_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_warning" ADD CONSTRAINT "post_warning_warned_by_id_fkey" FOREIGN KEY ("warned_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What was decided has an outcome, and nothing else has.
ALTER TABLE "flag_case" ADD CONSTRAINT "flag_case_decided_check"
  CHECK (("decided_at" IS NULL) = ("outcome" IS NULL));

-- A post waits once, whoever flags it at the same time.
CREATE UNIQUE INDEX "flag_case_open_key" ON "flag_case" ("post_id") WHERE "decided_at" IS NULL;

-- The queue, and how many are in it: found without what was ever decided.
CREATE INDEX "flag_case_waiting_idx" ON "flag_case" ("programme_id", "opened_at", "id") WHERE "decided_at" IS NULL;

-- Another reason is none until it is said.
ALTER TABLE "post_flag" ADD CONSTRAINT "post_flag_text_check" CHECK ("reason" <> 'OTHER' OR "text" <> '');

-- Two moderators at once warn once of a post.
CREATE UNIQUE INDEX "post_warning_open_key" ON "post_warning" ("post_id") WHERE "acknowledged_at" IS NULL;
