-- CreateEnum
CREATE TYPE "conversation_side" AS ENUM ('BODY', 'REVIEWERS');

-- CreateEnum
CREATE TYPE "extension_request_state" AS ENUM ('OPEN', 'GRANTED', 'REFUSED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "review_comment" (
    "id" UUID NOT NULL,
    "deliverable_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "page" INTEGER,
    "text" TEXT NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,

    CONSTRAINT "review_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deliverable_message" (
    "id" UUID NOT NULL,
    "deliverable_id" UUID NOT NULL,
    "side" "conversation_side" NOT NULL,
    "markdown" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "renderer_version" INTEGER NOT NULL,
    "lang" TEXT NOT NULL DEFAULT 'it',
    "author_id" UUID,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deliverable_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "extension_request" (
    "id" UUID NOT NULL,
    "deliverable_id" UUID NOT NULL,
    "state" "extension_request_state" NOT NULL DEFAULT 'OPEN',
    "wanted_due_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_by_id" UUID,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "answer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "extension_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "review_comment_deliverable_id_created_at_idx" ON "review_comment"("deliverable_id", "created_at");

-- CreateIndex
CREATE INDEX "review_comment_version_id_idx" ON "review_comment"("version_id");

-- CreateIndex
CREATE INDEX "review_comment_author_id_idx" ON "review_comment"("author_id");

-- CreateIndex
CREATE INDEX "review_comment_resolved_by_id_idx" ON "review_comment"("resolved_by_id");

-- CreateIndex
CREATE INDEX "deliverable_message_deliverable_id_written_at_idx" ON "deliverable_message"("deliverable_id", "written_at");

-- CreateIndex
CREATE INDEX "deliverable_message_author_id_idx" ON "deliverable_message"("author_id");

-- CreateIndex
CREATE INDEX "deliverable_message_renderer_version_idx" ON "deliverable_message"("renderer_version");

-- CreateIndex
CREATE INDEX "extension_request_deliverable_id_asked_at_idx" ON "extension_request"("deliverable_id", "asked_at");

-- CreateIndex
CREATE INDEX "extension_request_state_asked_at_idx" ON "extension_request"("state", "asked_at");

-- CreateIndex
CREATE INDEX "extension_request_asked_by_id_idx" ON "extension_request"("asked_by_id");

-- CreateIndex
CREATE INDEX "extension_request_decided_by_id_idx" ON "extension_request"("decided_by_id");

-- AddForeignKey
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_deliverable_id_fkey" FOREIGN KEY ("deliverable_id") REFERENCES "deliverable"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "document_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_resolved_by_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliverable_message" ADD CONSTRAINT "deliverable_message_deliverable_id_fkey" FOREIGN KEY ("deliverable_id") REFERENCES "deliverable"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliverable_message" ADD CONSTRAINT "deliverable_message_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension_request" ADD CONSTRAINT "extension_request_deliverable_id_fkey" FOREIGN KEY ("deliverable_id") REFERENCES "deliverable"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension_request" ADD CONSTRAINT "extension_request_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension_request" ADD CONSTRAINT "extension_request_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- One request for more time at a time.
CREATE UNIQUE INDEX "extension_request_open_key" ON "extension_request" ("deliverable_id") WHERE "state" = 'OPEN';

ALTER TABLE "extension_request" ADD CONSTRAINT "extension_request_reason_check" CHECK ("reason" <> '');
ALTER TABLE "extension_request" ADD CONSTRAINT "extension_request_decided_check" CHECK (("state" = 'OPEN') = ("decided_at" IS NULL));
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_page_check" CHECK ("page" >= 1);
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_text_check" CHECK ("text" <> '');
