-- What the search finds besides: points of an agenda, what is asked often, organisations, people. Columns are made by the
-- database, as those that are searched already: no writer can forget them.
ALTER TABLE "agenda_item" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (
    to_tsvector('pg_catalog.italian', f_unaccent(left("title", 200000)))) STORED;

ALTER TABLE "faq_entry" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('pg_catalog.italian', f_unaccent(left("question", 200000))), 'A')) STORED;

ALTER TABLE "organisation" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('pg_catalog.italian', f_unaccent(left("name", 200000))), 'A')
    || setweight(to_tsvector('pg_catalog.italian', f_unaccent(left("short_name", 200000))), 'A')
    || setweight(to_tsvector('pg_catalog.italian', f_unaccent(left(coalesce("city", ''), 200000))), 'B')
    || setweight(to_tsvector('pg_catalog.italian', f_unaccent(left(coalesce("description", ''), 200000))), 'C')) STORED;

-- A name has no stem: Rossi is not Rosso, and Di Marco has two words.
ALTER TABLE "person" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('pg_catalog.simple', f_unaccent(left("given_name" || ' ' || "family_name", 200000))), 'A')) STORED;

-- CreateTable
CREATE TABLE "search_word" (
    "word" TEXT NOT NULL,
    "plain" TEXT NOT NULL,
    "titles" INTEGER NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);

-- CreateIndex
CREATE INDEX "search_word_plain_idx" ON "search_word" USING GIN ("plain" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "agenda_item_search_idx" ON "agenda_item" USING GIN ("search");

-- CreateIndex
CREATE INDEX "faq_entry_search_idx" ON "faq_entry" USING GIN ("search");

-- CreateIndex
CREATE INDEX "organisation_search_idx" ON "organisation" USING GIN ("search");

-- CreateIndex
CREATE INDEX "person_search_idx" ON "person" USING GIN ("search");

-- CreateIndex
CREATE INDEX "post_created_at_id_idx" ON "post"("created_at", "id");

-- CreateIndex
CREATE INDEX "post_programme_id_created_at_idx" ON "post"("programme_id", "created_at");

-- A name that was typed wrong is compared with those that the reader may know, not with a list of them.
CREATE INDEX "person_name_trgm_idx" ON "person" USING GIN (f_unaccent(lower("given_name" || ' ' || "family_name")) gin_trgm_ops);

ALTER TABLE "search_word" ADD CONSTRAINT "search_word_titles_check" CHECK ("titles" > 0);
