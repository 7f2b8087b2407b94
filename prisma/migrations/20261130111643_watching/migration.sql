-- CreateEnum
CREATE TYPE "watch_level" AS ENUM ('WATCHING', 'TRACKING', 'NORMAL', 'MUTED');

-- AlterTable
ALTER TABLE "thread_read" ADD COLUMN     "is_watch_automatic" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "watch" "watch_level";

-- CreateTable
CREATE TABLE "category_watch" (
    "person_id" UUID NOT NULL,
    "category_id" UUID NOT NULL,
    "level" "watch_level" NOT NULL,

    CONSTRAINT "category_watch_pkey" PRIMARY KEY ("person_id","category_id")
);

-- CreateIndex
CREATE INDEX "category_watch_category_id_idx" ON "category_watch"("category_id");

-- AddForeignKey
ALTER TABLE "category_watch" ADD CONSTRAINT "category_watch_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category_watch" ADD CONSTRAINT "category_watch_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "category"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What comes by itself is a level, never none.
ALTER TABLE "thread_read" ADD CONSTRAINT "thread_read_watch_automatic_check"
  CHECK (NOT "is_watch_automatic" OR "watch" IS NOT NULL);

-- Whom a new post is told: found without those who only read the thread.
CREATE INDEX "thread_read_watching_idx" ON "thread_read" ("thread_id") WHERE "watch" = 'WATCHING';

-- Until now whoever had written in a thread was told of each new post.
INSERT INTO "thread_read" ("person_id", "thread_id", "last_read_number", "read_at", "watch", "is_watch_automatic")
SELECT DISTINCT p."author_id", p."thread_id", 0, p."created_at", 'WATCHING'::watch_level, true
FROM (
  SELECT "author_id", "thread_id", max("created_at") AS "created_at" FROM "post"
  WHERE "author_id" IS NOT NULL AND "hidden_at" IS NULL GROUP BY 1, 2
) p
ON CONFLICT ("person_id", "thread_id") DO UPDATE SET "watch" = 'WATCHING', "is_watch_automatic" = true;
