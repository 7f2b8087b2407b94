-- DropIndex
DROP INDEX "document_space_programme_id_organisation_id_key";

-- AlterTable
ALTER TABLE "document_space" ADD COLUMN     "table_id" UUID;

-- CreateTable
CREATE TABLE "working_table" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "aim" TEXT NOT NULL DEFAULT '',
    "lang" TEXT NOT NULL DEFAULT 'it',
    "is_public" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "working_table_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "table_seat" (
    "id" UUID NOT NULL,
    "table_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID,
    "is_coordinator" BOOLEAN NOT NULL DEFAULT false,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3),

    CONSTRAINT "table_seat_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "working_table_programme_id_position_key" ON "working_table"("programme_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "working_table_programme_id_id_key" ON "working_table"("programme_id", "id");

-- CreateIndex
CREATE INDEX "table_seat_table_id_to_at_idx" ON "table_seat"("table_id", "to_at");

-- CreateIndex
CREATE INDEX "table_seat_person_id_idx" ON "table_seat"("person_id");

-- CreateIndex
CREATE INDEX "table_seat_organisation_id_idx" ON "table_seat"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_space_programme_id_organisation_id_table_id_key" ON "document_space"("programme_id", "organisation_id", "table_id") NULLS NOT DISTINCT;

-- CreateIndex
CREATE UNIQUE INDEX "document_space_programme_id_table_id_key" ON "document_space"("programme_id", "table_id");

-- AddForeignKey
ALTER TABLE "document_space" ADD CONSTRAINT "document_space_programme_id_table_id_fkey" FOREIGN KEY ("programme_id", "table_id") REFERENCES "working_table"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "working_table" ADD CONSTRAINT "working_table_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "table_seat" ADD CONSTRAINT "table_seat_table_id_fkey" FOREIGN KEY ("table_id") REFERENCES "working_table"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "table_seat" ADD CONSTRAINT "table_seat_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "table_seat" ADD CONSTRAINT "table_seat_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: a space is the programme's, a body's or a table's.
ALTER TABLE "document_space" ADD CONSTRAINT "document_space_one_circle_check" CHECK (
    "organisation_id" IS NULL OR "table_id" IS NULL
);

ALTER TABLE "working_table" ADD CONSTRAINT "working_table_position_check" CHECK ("position" > 0);
ALTER TABLE "working_table" ADD CONSTRAINT "working_table_title_check" CHECK ("title" <> '');
ALTER TABLE "working_table" ADD CONSTRAINT "working_table_lang_check" CHECK ("lang" IN ('it', 'en'));

ALTER TABLE "table_seat" ADD CONSTRAINT "table_seat_period_check" CHECK ("to_at" >= "from_at");

-- Somebody sits at a table once at a time.
CREATE UNIQUE INDEX "table_seat_taken_key" ON "table_seat"("table_id", "person_id") WHERE "to_at" IS NULL;

-- Whoever is given a place is told; a table is one more kind of thing that a notification can be about.
ALTER TABLE "notification" DROP CONSTRAINT "notification_subject_check";
ALTER TABLE "notification" ADD CONSTRAINT "notification_subject_check"
  CHECK ("subject_kind" IN ('session', 'poll', 'deliverable', 'thread', 'announcement', 'programme', 'table')
    AND ("number" IS NULL OR ("subject_kind" = 'thread' AND "number" > 0)));

-- Categories of a table.
ALTER TABLE "category" ADD COLUMN "table_id" UUID;
CREATE INDEX "category_programme_id_table_id_idx" ON "category"("programme_id", "table_id");
ALTER TABLE "category" ADD CONSTRAINT "category_programme_id_table_id_fkey" FOREIGN KEY ("programme_id", "table_id")
  REFERENCES "working_table"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;
ALTER TABLE "category" ADD CONSTRAINT "category_table_check" CHECK ("table_id" IS NULL OR NOT "is_public");
