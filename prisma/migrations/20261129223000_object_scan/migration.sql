-- CreateEnum
CREATE TYPE "scan_state" AS ENUM ('NONE', 'WAITING', 'CLEAN', 'INFECTED');

-- AlterTable
ALTER TABLE "stored_object" ADD COLUMN     "scan" "scan_state" NOT NULL DEFAULT 'NONE',
ADD COLUMN     "threat" TEXT;

ALTER TABLE "stored_object" ADD CONSTRAINT "stored_object_threat_check" CHECK (("scan" = 'INFECTED') = ("threat" IS NOT NULL));
