-- A category is edited by a form: a stale one must be told.
ALTER TABLE "category" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
