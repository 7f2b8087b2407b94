-- CreateEnum
CREATE TYPE "absence_kind" AS ENUM ('LEAVE', 'DUTY', 'PREVENTED', 'TECHNICAL', 'UNANNOUNCED', 'OTHER');

-- AlterTable
ALTER TABLE "attendance" ADD COLUMN     "absence_kind" "absence_kind",
ADD COLUMN     "organisation_id" UUID;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "actual_ends_at" TIMESTAMPTZ(3),
ADD COLUMN     "actual_starts_at" TIMESTAMPTZ(3),
ADD COLUMN     "protocol_date" DATE,
ADD COLUMN     "protocol_number" TEXT;

-- CreateTable
CREATE TABLE "attendance_certificate" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "facts" JSONB NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "issued_by_id" UUID,
    "amended_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "attendance_certificate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "attendance_certificate_person_id_idx" ON "attendance_certificate"("person_id");

-- CreateIndex
CREATE INDEX "attendance_certificate_issued_by_id_idx" ON "attendance_certificate"("issued_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "attendance_certificate_session_id_person_id_key" ON "attendance_certificate"("session_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "attendance_certificate_year_number_key" ON "attendance_certificate"("year", "number");

-- CreateIndex
CREATE INDEX "attendance_organisation_id_idx" ON "attendance"("organisation_id");

-- CreateIndex
CREATE INDEX "session_programme_id_state_ends_at_idx" ON "session"("programme_id", "state", "ends_at");

-- CreateIndex
CREATE UNIQUE INDEX "session_programme_id_protocol_number_key" ON "session"("programme_id", "protocol_number");

-- AddForeignKey
ALTER TABLE "attendance_certificate" ADD CONSTRAINT "attendance_certificate_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_certificate" ADD CONSTRAINT "attendance_certificate_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_certificate" ADD CONSTRAINT "attendance_certificate_issued_by_id_fkey" FOREIGN KEY ("issued_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the schema's language cannot say.

ALTER TABLE "attendance"
    ADD CONSTRAINT "attendance_absence_check" CHECK (NOT "present" OR ("absence_kind" IS NULL AND "absence_reason" IS NULL));

ALTER TABLE "attendance_certificate"
    ADD CONSTRAINT "attendance_certificate_number_check" CHECK ("number" >= 1);

-- Both ends or none, and a date of the register only beside its number.
ALTER TABLE "session"
    ADD CONSTRAINT "session_actual_check" CHECK (
        ("actual_starts_at" IS NULL) = ("actual_ends_at" IS NULL) AND "actual_ends_at" > "actual_starts_at"
    ),
    ADD CONSTRAINT "session_protocol_check" CHECK ("protocol_number" IS NOT NULL OR "protocol_date" IS NULL);
