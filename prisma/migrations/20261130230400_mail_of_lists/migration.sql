-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "content_id" UUID,
ADD COLUMN     "list_id" TEXT;

-- CreateTable
CREATE TABLE "mail_content" (
    "id" UUID NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "lang" TEXT NOT NULL,

    CONSTRAINT "mail_content_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "mail_content_id_idx" ON "mail"("content_id");

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_content_id_fkey" FOREIGN KEY ("content_id") REFERENCES "mail_content"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "mail_content" ADD CONSTRAINT "mail_content_lang_check" CHECK ("lang" IN ('it', 'en'));

-- Mails of lists: what is forgotten by the address to which they went, and after a while.
CREATE INDEX "mail_list_idx" ON "mail" ("to_address") WHERE "list_id" IS NOT NULL;
