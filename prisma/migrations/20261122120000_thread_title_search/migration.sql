-- Titles of threads are searched as all other texts are: by words, without accents and endings.
CREATE INDEX "thread_title_search_idx" ON "thread" USING GIN (to_tsvector('pg_catalog.italian', f_unaccent("title")));
