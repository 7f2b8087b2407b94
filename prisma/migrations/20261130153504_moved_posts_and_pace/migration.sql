-- DropIndex
DROP INDEX "post_author_id_idx";

-- AlterTable
ALTER TABLE "thread" ADD COLUMN     "slow_minutes" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "post_moved" (
    "thread_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "post_id" UUID NOT NULL,

    CONSTRAINT "post_moved_pkey" PRIMARY KEY ("thread_id","number")
);

-- CreateTable
CREATE TABLE "thread_merged" (
    "old_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,

    CONSTRAINT "thread_merged_pkey" PRIMARY KEY ("old_id")
);

-- CreateIndex
CREATE INDEX "post_moved_post_id_idx" ON "post_moved"("post_id");

-- CreateIndex
CREATE INDEX "thread_merged_thread_id_idx" ON "thread_merged"("thread_id");

-- CreateIndex
CREATE INDEX "post_author_id_thread_id_created_at_idx" ON "post"("author_id", "thread_id", "created_at");

-- AddForeignKey
ALTER TABLE "post_moved" ADD CONSTRAINT "post_moved_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_merged" ADD CONSTRAINT "thread_merged_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The paces that moderators can set.
ALTER TABLE "thread" ADD CONSTRAINT "thread_slow_minutes_check" CHECK ("slow_minutes" IN (0, 1, 5, 15, 60));
