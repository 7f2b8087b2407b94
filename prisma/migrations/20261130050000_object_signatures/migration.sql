-- CreateEnum
CREATE TYPE "signature_reading" AS ENUM ('NONE', 'WAITING', 'READ', 'UNREADABLE');

-- CreateEnum
CREATE TYPE "signature_format" AS ENUM ('CADES', 'PADES');

-- AlterTable
ALTER TABLE "stored_object" ADD COLUMN     "signing" "signature_reading" NOT NULL DEFAULT 'NONE';

-- CreateTable
CREATE TABLE "object_signature" (
    "sha256" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "format" "signature_format" NOT NULL,
    "signer" TEXT,
    "issuer" TEXT,
    "claimed_at" TIMESTAMPTZ(3),
    "is_intact" BOOLEAN,
    "covers_whole" BOOLEAN NOT NULL,

    CONSTRAINT "object_signature_pkey" PRIMARY KEY ("sha256","position")
);

-- AddForeignKey
ALTER TABLE "object_signature" ADD CONSTRAINT "object_signature_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "stored_object"("sha256") ON DELETE CASCADE ON UPDATE CASCADE;

-- Positions count from one.
ALTER TABLE "object_signature" ADD CONSTRAINT "object_signature_position_check" CHECK ("position" >= 1);

-- What was there before is read by the worker, which looks for what waits when it starts.
UPDATE "stored_object" SET "signing" = 'WAITING' WHERE "sha256" IN (
    SELECT "object_sha256" FROM "document_version" WHERE "mime_type" IN ('application/pdf', 'application/pkcs7-mime')
);
