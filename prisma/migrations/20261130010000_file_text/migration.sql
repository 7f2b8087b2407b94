-- CreateEnum
CREATE TYPE "text_state" AS ENUM ('WAITING', 'DONE', 'UNSUPPORTED', 'FAILED');

-- CreateTable
CREATE TABLE "file_text" (
    "sha256" TEXT NOT NULL,
    "state" "text_state" NOT NULL DEFAULT 'WAITING',
    "reason" TEXT,
    "is_cut" BOOLEAN NOT NULL DEFAULT false,
    "length" INTEGER NOT NULL DEFAULT 0,
    "reader" INTEGER NOT NULL DEFAULT 0,
    "read_at" TIMESTAMPTZ(3),
    "search" tsvector,

    CONSTRAINT "file_text_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "file_passage" (
    "sha256" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "search" tsvector GENERATED ALWAYS AS (to_tsvector('pg_catalog.italian', f_unaccent("text"))) STORED,

    CONSTRAINT "file_passage_pkey" PRIMARY KEY ("sha256", "number")
);

-- CreateIndex
CREATE INDEX "file_text_state_idx" ON "file_text"("state");

-- CreateIndex
CREATE INDEX "file_text_reader_idx" ON "file_text"("reader");

-- CreateIndex
CREATE INDEX "file_text_search_idx" ON "file_text" USING GIN ("search");

-- AddForeignKey
ALTER TABLE "file_text" ADD CONSTRAINT "file_text_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "stored_object"("sha256") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_passage" ADD CONSTRAINT "file_passage_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "file_text"("sha256") ON DELETE CASCADE ON UPDATE CASCADE;

-- Without a text there is a reason, but for one that is still to be read.
ALTER TABLE "file_text" ADD CONSTRAINT "file_text_reason_check" CHECK (("state" IN ('UNSUPPORTED', 'FAILED')) = ("reason" IS NOT NULL));
ALTER TABLE "file_text" ADD CONSTRAINT "file_text_found_check" CHECK ("state" = 'DONE' OR "search" IS NULL);
ALTER TABLE "file_passage" ADD CONSTRAINT "file_passage_number_check" CHECK ("number" > 0);
