-- CreateEnum
CREATE TYPE "upload_state" AS ENUM ('ARRIVING', 'ARRIVED', 'RECEIVED', 'REFUSED');

-- AlterTable
ALTER TABLE "document_version" ADD COLUMN     "upload_id" UUID;

-- AlterTable
ALTER TABLE "post_attachment" ADD COLUMN     "upload_id" UUID;

-- CreateTable
CREATE TABLE "upload" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "entry" TEXT NOT NULL,
    "target" JSONB NOT NULL,
    "fields" JSONB NOT NULL,
    "filename" TEXT NOT NULL,
    "fingerprint" TEXT,
    "size" BIGINT NOT NULL,
    "received" BIGINT NOT NULL DEFAULT 0,
    "state" "upload_state" NOT NULL DEFAULT 'ARRIVING',
    "refusal_code" TEXT,
    "refusal_params" JSONB,
    "refusal_field" TEXT,
    "led_to" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "upload_part" (
    "upload_id" UUID NOT NULL,
    "position" BIGINT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "file" UUID NOT NULL,

    CONSTRAINT "upload_part_pkey" PRIMARY KEY ("upload_id","position")
);

-- CreateIndex
CREATE INDEX "upload_person_id_created_at_idx" ON "upload"("person_id", "created_at");

-- CreateIndex
CREATE INDEX "upload_expires_at_idx" ON "upload"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "document_version_upload_id_key" ON "document_version"("upload_id");

-- CreateIndex
CREATE UNIQUE INDEX "post_attachment_upload_id_key" ON "post_attachment"("upload_id");

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload_part" ADD CONSTRAINT "upload_part_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "upload"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What came is what the parts say: all of it when it has arrived, less before.
ALTER TABLE "upload" ADD CONSTRAINT "upload_received_check" CHECK (
  "received" BETWEEN 0 AND "size" AND ("state" = 'ARRIVING') = ("received" < "size")
);
ALTER TABLE "upload" ADD CONSTRAINT "upload_refusal_check" CHECK (("state" = 'REFUSED') = ("refusal_code" IS NOT NULL));
ALTER TABLE "upload" ADD CONSTRAINT "upload_led_to_check" CHECK (("state" = 'RECEIVED') = ("led_to" IS NOT NULL));
ALTER TABLE "upload_part" ADD CONSTRAINT "upload_part_size_check" CHECK ("size" BETWEEN 1 AND 16777216);
ALTER TABLE "upload_part" ADD CONSTRAINT "upload_part_position_check" CHECK ("position" >= 0);
ALTER TABLE "upload_part" ADD CONSTRAINT "upload_part_sha256_check" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
