-- CreateEnum
CREATE TYPE "newsletter_issue_state" AS ENUM ('DRAFT', 'SCHEDULED', 'SENT');

-- CreateTable
CREATE TABLE "newsletter_request" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "programme_id" UUID,
    "lang" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "newsletter_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "newsletter_subscription" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "programme_id" UUID,
    "lang" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "newsletter_subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "newsletter_issue" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "author_id" UUID,
    "title" TEXT NOT NULL,
    "markdown" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "renderer_version" INTEGER NOT NULL,
    "lang" TEXT NOT NULL DEFAULT 'it',
    "state" "newsletter_issue_state" NOT NULL DEFAULT 'DRAFT',
    "send_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "recipients" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "submission_key" UUID NOT NULL,

    CONSTRAINT "newsletter_issue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "newsletter_delivery" (
    "issue_id" UUID NOT NULL,
    "subscription_id" UUID NOT NULL,

    CONSTRAINT "newsletter_delivery_pkey" PRIMARY KEY ("issue_id","subscription_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "newsletter_request_token_hash_key" ON "newsletter_request"("token_hash");

-- CreateIndex
CREATE INDEX "newsletter_request_programme_id_idx" ON "newsletter_request"("programme_id");

-- CreateIndex
CREATE INDEX "newsletter_request_expires_at_idx" ON "newsletter_request"("expires_at");

-- CreateIndex
-- One of an address and scope, all programmes being a scope too.
CREATE UNIQUE INDEX "newsletter_request_email_programme_id_key" ON "newsletter_request"("email", "programme_id") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "newsletter_subscription_programme_id_id_idx" ON "newsletter_subscription"("programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "newsletter_subscription_email_programme_id_key" ON "newsletter_subscription"("email", "programme_id") NULLS NOT DISTINCT;

-- CreateIndex
CREATE UNIQUE INDEX "newsletter_issue_submission_key_key" ON "newsletter_issue"("submission_key");

-- CreateIndex
CREATE INDEX "newsletter_issue_programme_id_created_at_id_idx" ON "newsletter_issue"("programme_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "newsletter_issue_author_id_idx" ON "newsletter_issue"("author_id");

-- CreateIndex
CREATE INDEX "newsletter_issue_renderer_version_idx" ON "newsletter_issue"("renderer_version");

-- CreateIndex
CREATE INDEX "newsletter_delivery_subscription_id_idx" ON "newsletter_delivery"("subscription_id");

-- AddForeignKey
ALTER TABLE "newsletter_request" ADD CONSTRAINT "newsletter_request_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newsletter_subscription" ADD CONSTRAINT "newsletter_subscription_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newsletter_issue" ADD CONSTRAINT "newsletter_issue_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newsletter_issue" ADD CONSTRAINT "newsletter_issue_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newsletter_delivery" ADD CONSTRAINT "newsletter_delivery_issue_id_fkey" FOREIGN KEY ("issue_id") REFERENCES "newsletter_issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newsletter_delivery" ADD CONSTRAINT "newsletter_delivery_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "newsletter_subscription"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "newsletter_request" ADD CONSTRAINT "newsletter_request_email_check" CHECK ("email" = lower("email")),
ADD CONSTRAINT "newsletter_request_lang_check" CHECK ("lang" IN ('it', 'en')),
ADD CONSTRAINT "newsletter_request_period_check" CHECK ("expires_at" > "requested_at");
ALTER TABLE "newsletter_subscription" ADD CONSTRAINT "newsletter_subscription_email_check" CHECK ("email" = lower("email")),
ADD CONSTRAINT "newsletter_subscription_lang_check" CHECK ("lang" IN ('it', 'en')),
ADD CONSTRAINT "newsletter_subscription_confirmed_check" CHECK ("confirmed_at" >= "requested_at");
ALTER TABLE "newsletter_issue" ADD CONSTRAINT "newsletter_issue_title_check" CHECK (length("title") BETWEEN 1 AND 200),
ADD CONSTRAINT "newsletter_issue_lang_check" CHECK ("lang" IN ('it', 'en')),
ADD CONSTRAINT "newsletter_issue_sent_check" CHECK (("state" = 'SENT') = ("sent_at" IS NOT NULL)),
ADD CONSTRAINT "newsletter_issue_scheduled_check" CHECK ("state" <> 'SCHEDULED' OR "send_at" IS NOT NULL),
ADD CONSTRAINT "newsletter_issue_recipients_check" CHECK ("recipients" >= 0 AND ("recipients" = 0 OR "state" = 'SENT'));

-- What everybody reads of a programme, latest first.
CREATE INDEX "newsletter_issue_sent_idx" ON "newsletter_issue" ("programme_id", "sent_at" DESC, "id" DESC) WHERE "state" = 'SENT';
