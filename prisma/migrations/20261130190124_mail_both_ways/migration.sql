-- AlterEnum
ALTER TYPE "mail_state" ADD VALUE 'RETURNED';
ALTER TYPE "mail_state" ADD VALUE 'UNREACHABLE';

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "insists" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "replies_to" TEXT,
ADD COLUMN     "returned_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "replies_from" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "mail_address" (
    "address" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "last_failure_at" TIMESTAMPTZ(3) NOT NULL,
    "unreachable_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_address_pkey" PRIMARY KEY ("address")
);

-- CreateIndex
CREATE INDEX "mail_address_last_failure_at_idx" ON "mail_address"("last_failure_at");

-- An address is compared as it is stored, and one without failures has no row.
ALTER TABLE "mail_address" ADD CONSTRAINT "mail_address_address_check" CHECK ("address" = lower("address")),
ADD CONSTRAINT "mail_address_failures_check" CHECK ("failures" > 0);

-- A mail that came back says when; by its text, since a value of an enum cannot be used where it was added.
ALTER TABLE "mail" ADD CONSTRAINT "mail_returned_check" CHECK (("state"::text = 'RETURNED') = ("returned_at" IS NOT NULL)),
ADD CONSTRAINT "mail_replies_to_check" CHECK ("replies_to" ~ '^[a-z]+\.[0-9a-f-]{36}$');
