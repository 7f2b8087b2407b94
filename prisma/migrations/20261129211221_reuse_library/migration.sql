-- array_to_string() alone is not immutable, because it writes any kind of element; texts are written as they are.
CREATE FUNCTION f_joined(text[]) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    AS $$ SELECT pg_catalog.array_to_string($1, ' ') $$;

-- CreateEnum
CREATE TYPE "reuse_item_state" AS ENUM ('PUBLISHED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "withdrawal_reason" AS ENUM ('OUTDATED', 'REPLACED', 'RIGHTS', 'MISTAKE');

-- CreateEnum
CREATE TYPE "reuse_declaration_state" AS ENUM ('PENDING', 'WAITING', 'SHOWN', 'REFUSED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "reuse_item" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "programme_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "organisation_id" UUID,
    "title" TEXT NOT NULL,
    "abstract" TEXT NOT NULL,
    "lang" TEXT NOT NULL DEFAULT 'it',
    "licence" TEXT NOT NULL DEFAULT 'CC-BY-4.0',
    "subjects" TEXT[] NOT NULL,
    "authors" TEXT[] NOT NULL,
    "cover_sha256" TEXT,
    "cover_mime_type" TEXT,
    "adaptation_of_id" UUID,
    "state" "reuse_item_state" NOT NULL DEFAULT 'PUBLISHED',
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by_id" UUID,
    "modified_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,
    "withdrawal_reason" "withdrawal_reason",
    "withdrawal_note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "search" tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('pg_catalog.italian', f_unaccent(left("title", 200000))), 'A')
        || setweight(to_tsvector('pg_catalog.italian', f_unaccent(left("abstract", 200000))), 'B')
        || setweight(to_tsvector('pg_catalog.italian', f_unaccent(left(f_joined("authors"), 200000))), 'C')
    ) STORED,

    CONSTRAINT "reuse_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reuse_release" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "version_id" UUID NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "released_at" TIMESTAMPTZ(3) NOT NULL,
    "released_by_id" UUID,
    "downloads" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "reuse_release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reuse_declaration" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "organisation_name" TEXT NOT NULL,
    "contact_name" TEXT,
    "email" TEXT,
    "purpose" TEXT NOT NULL,
    "url" TEXT,
    "lang" TEXT NOT NULL DEFAULT 'it',
    "state" "reuse_declaration_state" NOT NULL DEFAULT 'PENDING',
    "token_hash" TEXT,
    "expires_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "refusal_reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "reuse_declaration_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "reuse_item_slug_key" ON "reuse_item"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "reuse_item_document_id_key" ON "reuse_item"("document_id");

-- CreateIndex
CREATE INDEX "reuse_item_state_published_at_id_idx" ON "reuse_item"("state", "published_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "reuse_item_programme_id_published_at_id_idx" ON "reuse_item"("programme_id", "published_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "reuse_item_organisation_id_idx" ON "reuse_item"("organisation_id");

-- CreateIndex
CREATE INDEX "reuse_item_cover_sha256_idx" ON "reuse_item"("cover_sha256");

-- CreateIndex
CREATE INDEX "reuse_item_adaptation_of_id_idx" ON "reuse_item"("adaptation_of_id");

-- CreateIndex
CREATE INDEX "reuse_item_published_by_id_idx" ON "reuse_item"("published_by_id");

-- CreateIndex
CREATE INDEX "reuse_item_withdrawn_by_id_idx" ON "reuse_item"("withdrawn_by_id");

-- CreateIndex
CREATE INDEX "reuse_item_subjects_idx" ON "reuse_item" USING GIN ("subjects");

-- CreateIndex
CREATE INDEX "reuse_item_search_idx" ON "reuse_item" USING GIN ("search");

-- CreateIndex
CREATE INDEX "reuse_release_version_id_idx" ON "reuse_release"("version_id");

-- CreateIndex
CREATE INDEX "reuse_release_released_by_id_idx" ON "reuse_release"("released_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "reuse_release_item_id_number_key" ON "reuse_release"("item_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "reuse_release_item_id_version_id_key" ON "reuse_release"("item_id", "version_id");

-- CreateIndex
CREATE UNIQUE INDEX "reuse_declaration_token_hash_key" ON "reuse_declaration"("token_hash");

-- CreateIndex
CREATE INDEX "reuse_declaration_item_id_state_created_at_id_idx" ON "reuse_declaration"("item_id", "state", "created_at", "id");

-- CreateIndex
CREATE INDEX "reuse_declaration_decided_by_id_idx" ON "reuse_declaration"("decided_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "reuse_declaration_item_id_email_key" ON "reuse_declaration"("item_id", "email");

-- AddForeignKey
ALTER TABLE "reuse_item" ADD CONSTRAINT "reuse_item_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reuse_item" ADD CONSTRAINT "reuse_item_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reuse_item" ADD CONSTRAINT "reuse_item_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reuse_item" ADD CONSTRAINT "reuse_item_cover_sha256_fkey" FOREIGN KEY ("cover_sha256") REFERENCES "stored_object"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reuse_item" ADD CONSTRAINT "reuse_item_adaptation_of_id_fkey" FOREIGN KEY ("adaptation_of_id") REFERENCES "reuse_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reuse_item" ADD CONSTRAINT "reuse_item_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reuse_item" ADD CONSTRAINT "reuse_item_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reuse_release" ADD CONSTRAINT "reuse_release_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "reuse_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reuse_release" ADD CONSTRAINT "reuse_release_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "document_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reuse_release" ADD CONSTRAINT "reuse_release_released_by_id_fkey" FOREIGN KEY ("released_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reuse_declaration" ADD CONSTRAINT "reuse_declaration_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "reuse_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reuse_declaration" ADD CONSTRAINT "reuse_declaration_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What is withdrawn says when and why, and nothing else does.
ALTER TABLE "reuse_item" ADD CONSTRAINT "reuse_item_withdrawn_check" CHECK (
    ("state" = 'WITHDRAWN') = ("withdrawn_at" IS NOT NULL) AND ("state" = 'WITHDRAWN') = ("withdrawal_reason" IS NOT NULL)
    AND ("state" = 'WITHDRAWN' OR ("withdrawn_by_id" IS NULL AND "withdrawal_note" = '')));
ALTER TABLE "reuse_item" ADD CONSTRAINT "reuse_item_named_check" CHECK (
    "title" <> '' AND "abstract" <> '' AND "licence" <> '' AND cardinality("subjects") >= 1 AND cardinality("authors") >= 1);
ALTER TABLE "reuse_item" ADD CONSTRAINT "reuse_item_cover_check"
    CHECK (("cover_sha256" IS NULL) = ("cover_mime_type" IS NULL));
ALTER TABLE "reuse_item" ADD CONSTRAINT "reuse_item_adaptation_check" CHECK ("adaptation_of_id" <> "id");
ALTER TABLE "reuse_release" ADD CONSTRAINT "reuse_release_number_check" CHECK ("number" >= 1 AND "downloads" >= 0);
-- Whatever is or was to be shown came from an address that answered, and a refusal says why.
ALTER TABLE "reuse_declaration" ADD CONSTRAINT "reuse_declaration_confirmed_check"
    CHECK ("state" IN ('PENDING', 'WITHDRAWN') OR "confirmed_at" IS NOT NULL);
ALTER TABLE "reuse_declaration" ADD CONSTRAINT "reuse_declaration_withdrawn_check"
    CHECK ("state" <> 'WITHDRAWN' OR "withdrawn_at" IS NOT NULL);
ALTER TABLE "reuse_declaration" ADD CONSTRAINT "reuse_declaration_decided_check"
    CHECK ("state" NOT IN ('SHOWN', 'REFUSED') OR "decided_at" IS NOT NULL);
ALTER TABLE "reuse_declaration" ADD CONSTRAINT "reuse_declaration_refusal_check"
    CHECK (("state" = 'REFUSED') = ("refusal_reason" <> ''));

-- An organisation stands once below an item, whoever wrote for it and however its name was spelt.
CREATE UNIQUE INDEX "reuse_declaration_shown_key"
    ON "reuse_declaration" ("item_id", (lower(f_unaccent("organisation_name")))) WHERE "state" = 'SHOWN';
