-- AlterTable
ALTER TABLE "sign_in" ADD COLUMN     "network" TEXT,
ADD COLUMN     "pending_until" TIMESTAMPTZ(3),
ADD COLUMN     "proved_at" TIMESTAMPTZ(3),
ADD COLUMN     "second_factor_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "second_factor" (
    "person_id" UUID NOT NULL,
    "secret" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" INTEGER NOT NULL DEFAULT 0,
    "candidate" TEXT,
    "candidate_at" TIMESTAMPTZ(3),

    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "email_change" (
    "person_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "email_change_pkey" PRIMARY KEY ("person_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "recovery_code_person_id_code_hash_key" ON "recovery_code"("person_id", "code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "email_change_token_hash_key" ON "email_change"("token_hash");

-- AddForeignKey
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "email_change" ADD CONSTRAINT "email_change_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A factor that counts was confirmed by a code, and one that is being set up has a term.
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_confirmed_check"
    CHECK (("secret" IS NULL) = ("confirmed_at" IS NULL));
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_candidate_check"
    CHECK (("candidate" IS NULL) = ("candidate_at" IS NULL));

-- Which roles ask for a second factor. A later version adds those that come to read personal records.
INSERT INTO "rule_set" ("id", "kind", "scope", "version", "valid_from", "content", "source", "created_at")
VALUES (
    '019ab000-5ec0-7000-8000-000000000001', 'people.secondFactor', 'portal', 1, '2003-01-01',
    '{"roles": ["ADMINISTRATOR", "PRIVACY_OFFICER"]}',
    'AgID, circolare 2/2017, ABSC 5 (utenze amministrative); OWASP ASVS 5.0, 6.3.3', now()
);
