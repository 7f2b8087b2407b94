-- AlterTable
ALTER TABLE "organisation" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "organisation" ADD CONSTRAINT "organisation_version_check" CHECK ("version" >= 1);
