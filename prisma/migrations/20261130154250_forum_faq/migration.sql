-- CreateTable
CREATE TABLE "faq_section" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "faq_section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "faq_entry" (
    "id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "lang" TEXT NOT NULL DEFAULT 'it',
    "uses" INTEGER NOT NULL DEFAULT 0,
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "faq_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "faq_section_programme_id_position_key" ON "faq_section"("programme_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "faq_entry_thread_id_key" ON "faq_entry"("thread_id");

-- CreateIndex
CREATE INDEX "faq_entry_section_id_uses_added_at_id_idx" ON "faq_entry"("section_id", "uses" DESC, "added_at", "id");

-- CreateIndex
CREATE INDEX "faq_entry_post_id_idx" ON "faq_entry"("post_id");

-- CreateIndex
CREATE INDEX "faq_entry_added_by_id_idx" ON "faq_entry"("added_by_id");

-- AddForeignKey
ALTER TABLE "faq_section" ADD CONSTRAINT "faq_section_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "faq_entry" ADD CONSTRAINT "faq_entry_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "faq_section"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "faq_entry" ADD CONSTRAINT "faq_entry_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "faq_entry" ADD CONSTRAINT "faq_entry_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "faq_entry" ADD CONSTRAINT "faq_entry_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "faq_entry" ADD CONSTRAINT "faq_entry_uses_check" CHECK ("uses" >= 0);
ALTER TABLE "faq_entry" ADD CONSTRAINT "faq_entry_question_check" CHECK ("question" <> '');
