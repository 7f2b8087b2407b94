-- AlterTable
ALTER TABLE "deliverable" ADD COLUMN     "ready_at" TIMESTAMPTZ(3),
ADD COLUMN     "ready_by_id" UUID,
ADD COLUMN     "ready_version_id" UUID,
ADD COLUMN     "register_sha256" TEXT;

-- AlterTable
ALTER TABLE "deliverable_request" ADD COLUMN     "release_by_referent" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "submission" ADD COLUMN     "pec_reference" TEXT,
ADD COLUMN     "protocol_date" DATE,
ADD COLUMN     "protocol_number" TEXT,
ADD COLUMN     "row_version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "request_material" (
    "request_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,

    CONSTRAINT "request_material_pkey" PRIMARY KEY ("request_id","document_id")
);

-- CreateTable
CREATE TABLE "document_reading" (
    "document_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "last_version" INTEGER NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_version" INTEGER,

    CONSTRAINT "document_reading_pkey" PRIMARY KEY ("document_id","person_id")
);

-- CreateIndex
CREATE INDEX "request_material_document_id_idx" ON "request_material"("document_id");

-- CreateIndex
CREATE INDEX "document_reading_person_id_idx" ON "document_reading"("person_id");

-- CreateIndex
CREATE INDEX "deliverable_ready_version_id_idx" ON "deliverable"("ready_version_id");

-- CreateIndex
CREATE INDEX "deliverable_ready_by_id_idx" ON "deliverable"("ready_by_id");

-- CreateIndex
CREATE INDEX "deliverable_register_sha256_idx" ON "deliverable"("register_sha256");

-- AddForeignKey
ALTER TABLE "request_material" ADD CONSTRAINT "request_material_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "deliverable_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_material" ADD CONSTRAINT "request_material_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_reading" ADD CONSTRAINT "document_reading_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_reading" ADD CONSTRAINT "document_reading_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliverable" ADD CONSTRAINT "deliverable_ready_version_id_fkey" FOREIGN KEY ("ready_version_id") REFERENCES "document_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliverable" ADD CONSTRAINT "deliverable_ready_by_id_fkey" FOREIGN KEY ("ready_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliverable" ADD CONSTRAINT "deliverable_register_sha256_fkey" FOREIGN KEY ("register_sha256") REFERENCES "stored_object"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "submission" ADD CONSTRAINT "submission_protocol_check"
  CHECK (("protocol_number" IS NULL) = ("protocol_date" IS NULL) AND "protocol_number" <> '' AND "pec_reference" <> '');
ALTER TABLE "document_reading" ADD CONSTRAINT "document_reading_order_check"
  CHECK ("last_at" >= "first_at" AND ("acknowledged_at" IS NULL) = ("acknowledged_version" IS NULL));
ALTER TABLE "deliverable" ADD CONSTRAINT "deliverable_register_check" CHECK ("register_sha256" IS NULL OR "state" = 'LOCKED');
