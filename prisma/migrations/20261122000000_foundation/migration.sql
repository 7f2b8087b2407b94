-- Searching without accents ("citta" finds "città"), by parts of words, and constraints over ranges of days.
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

-- unaccent() alone is not immutable, because it looks its dictionary up by the search path.
CREATE FUNCTION f_unaccent(text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    AS $$ SELECT public.unaccent('public.unaccent'::regdictionary, $1) $$;

-- CreateEnum
CREATE TYPE "document_kind" AS ENUM ('STUDY_MATERIAL', 'EXCHANGE_MATERIAL', 'INFORMATION', 'DELIVERABLE');

-- CreateEnum
CREATE TYPE "deliverable_state" AS ENUM ('TO_DO', 'SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED', 'LOCKED');

-- CreateEnum
CREATE TYPE "review_decision" AS ENUM ('APPROVED', 'CHANGES_REQUESTED');

-- CreateEnum
CREATE TYPE "thread_state" AS ENUM ('OPEN', 'ANSWERED', 'SOLVED');

-- CreateEnum
CREATE TYPE "macro_area" AS ENUM ('PERSON', 'COMPANY', 'SUPPORT');

-- CreateEnum
CREATE TYPE "office" AS ENUM ('FRONT', 'BACK', 'BOTH');

-- CreateEnum
CREATE TYPE "organisation_kind" AS ENUM ('CHAMBER', 'CHAMBER_UNION', 'INSTITUTE', 'MUNICIPALITY', 'PROVINCE', 'METROPOLITAN_CITY', 'REGION', 'HEALTH', 'EDUCATION', 'COMPANY', 'AGENCY', 'CONSULTANCY', 'NETWORK');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('ADMINISTRATOR', 'PRIVACY_OFFICER', 'PROGRAMME_MANAGER', 'COORDINATOR', 'EXPERT', 'OBSERVER', 'REFERENT', 'STAFF');

-- CreateEnum
CREATE TYPE "mail_state" AS ENUM ('QUEUED', 'SENT', 'KEPT', 'FAILED', 'DEAD');

-- CreateEnum
CREATE TYPE "programme_state" AS ENUM ('DRAFT', 'CALL_OPEN', 'RUNNING', 'CLOSED', 'ARCHIVED');

-- CreateEnum
CREATE TYPE "state_origin" AS ENUM ('SOURCE', 'PORTAL');

-- CreateEnum
CREATE TYPE "fact_kind" AS ENUM ('OBJECTIVE', 'ACTIVITY', 'RULE', 'TOOL', 'DOCUMENT', 'BENEFICIARY', 'THEME', 'HISTORY', 'NUMBER', 'ISSUE', 'CONTEXT');

-- CreateEnum
CREATE TYPE "enrolment_state" AS ENUM ('APPLIED', 'UNDER_ASSESSMENT', 'SELECTED', 'WAITING', 'REFUSED', 'ACTIVE', 'WITHDRAWN', 'CONCLUDED');

-- CreateEnum
CREATE TYPE "session_kind" AS ENUM ('KICK_OFF', 'ASSISTANCE', 'CLOSING', 'DISSEMINATION', 'TABLE', 'TRAINING', 'SEMINAR');

-- CreateEnum
CREATE TYPE "session_state" AS ENUM ('DRAFT', 'CONVENED', 'CLOSED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "session_mode" AS ENUM ('WEBCONFERENCE', 'IN_PERSON', 'HYBRID');

-- CreateEnum
CREATE TYPE "audience" AS ENUM ('PUBLIC', 'ANNOUNCED', 'PROGRAMME');

-- CreateEnum
CREATE TYPE "reply" AS ENUM ('YES', 'MAYBE', 'NO');

-- CreateTable
CREATE TABLE "stored_object" (
    "sha256" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_object_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "document_space" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "organisation_id" UUID,

    CONSTRAINT "document_space_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "kind" "document_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "lang" TEXT NOT NULL DEFAULT 'it',
    "is_public" BOOLEAN NOT NULL DEFAULT false,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "search" tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('pg_catalog.italian', f_unaccent(left("title", 200000))), 'A')
        || setweight(to_tsvector('pg_catalog.italian', f_unaccent(left("note", 200000))), 'B')
    ) STORED,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_version" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "object_sha256" TEXT NOT NULL,
    "filename" TEXT NOT NULL,
    "mime_type" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "author_id" UUID,
    "on_behalf_of_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deliverable_request" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "instructions" TEXT NOT NULL DEFAULT '',
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "cut_off_at" TIMESTAMPTZ(3),
    "template_document_id" UUID,
    "session_id" UUID,
    "owed_by_all" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "deliverable_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_body" (
    "request_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,

    CONSTRAINT "request_body_pkey" PRIMARY KEY ("request_id","organisation_id")
);

-- CreateTable
CREATE TABLE "deliverable" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "state" "deliverable_state" NOT NULL DEFAULT 'TO_DO',
    "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "document_id" UUID,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "is_late" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "deliverable_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL,
    "deliverable_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "submitted_by_id" UUID,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "is_late" BOOLEAN NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "receipt_sha256" TEXT,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" UUID NOT NULL,
    "deliverable_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "reviewer_id" UUID,
    "decision" "review_decision" NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "extension" (
    "id" UUID NOT NULL,
    "deliverable_id" UUID NOT NULL,
    "new_due_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "granted_by_id" UUID,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "category" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "is_public" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "thread" (
    "id" UUID NOT NULL,
    "category_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "state" "thread_state" NOT NULL DEFAULT 'OPEN',
    "accepted_post_id" UUID,
    "locked_at" TIMESTAMPTZ(3),
    "hidden_at" TIMESTAMPTZ(3),
    "is_pinned" BOOLEAN NOT NULL DEFAULT false,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_post_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_post_number" INTEGER NOT NULL DEFAULT 0,
    "post_count" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post" (
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "author_id" UUID,
    "on_behalf_of_id" UUID,
    "markdown" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "renderer_version" INTEGER NOT NULL,
    "lang" TEXT NOT NULL DEFAULT 'it',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "hidden_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "submission_key" UUID,
    "search" tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('pg_catalog.italian', f_unaccent(left("markdown", 200000))), 'C')
    ) STORED,

    CONSTRAINT "post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_revision" (
    "id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "markdown" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "edited_by_id" UUID,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "post_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_attachment" (
    "id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "object_sha256" TEXT NOT NULL,
    "filename" TEXT NOT NULL,
    "mime_type" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "post_attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "thread_read" (
    "person_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "last_read_number" INTEGER NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "thread_read_pkey" PRIMARY KEY ("person_id","thread_id")
);

-- CreateTable
CREATE TABLE "service_model" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "title_it" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "programme_id" UUID,

    CONSTRAINT "service_model_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "functional_area" (
    "id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "macro_area" "macro_area" NOT NULL,
    "position" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "name_it" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "mission_it" TEXT NOT NULL,
    "mission_en" TEXT NOT NULL,
    "access_it" TEXT NOT NULL,
    "access_en" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "rows" TEXT[],

    CONSTRAINT "functional_area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_function" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "name_it" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "description_it" TEXT NOT NULL,
    "description_en" TEXT NOT NULL,
    "rows" TEXT[],

    CONSTRAINT "service_function_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_step" (
    "id" UUID NOT NULL,
    "function_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "office" "office" NOT NULL,
    "text_it" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,
    "laws" TEXT[],
    "documents" TEXT[],
    "channels" TEXT[],
    "rows" TEXT[],

    CONSTRAINT "service_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "area_referral" (
    "id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "from_area_id" UUID,
    "from_outside" TEXT,
    "to_area_id" UUID NOT NULL,
    "label_it" TEXT NOT NULL,
    "label_en" TEXT NOT NULL,
    "is_return" BOOLEAN NOT NULL DEFAULT false,
    "rows" TEXT[],

    CONSTRAINT "area_referral_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "kind" "organisation_kind" NOT NULL,
    "city" TEXT,
    "province" TEXT,
    "website" TEXT,
    "description" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "representation" (
    "id" UUID NOT NULL,
    "representing_id" UUID NOT NULL,
    "represented_id" UUID NOT NULL,
    "from_date" DATE,
    "to_date" DATE,
    "source" TEXT NOT NULL,

    CONSTRAINT "representation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'it',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "feed_version" INTEGER NOT NULL DEFAULT 1,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_assignment" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "organisation_id" UUID,
    "programme_id" UUID,
    "from_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "to_at" TIMESTAMPTZ(3),

    CONSTRAINT "role_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "device" TEXT,

    CONSTRAINT "sign_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_invitation" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "given_name" TEXT,
    "family_name" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'it',
    "role" "role" NOT NULL,
    "organisation_id" UUID,
    "programme_id" UUID,
    "invited_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_reset" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_reset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_kind" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "programme_id" UUID,
    "organisation_id" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "to_address" TEXT NOT NULL,
    "to_person_id" UUID,
    "params" JSONB NOT NULL,
    "calendar" TEXT,
    "method" TEXT,
    "state" "mail_state" NOT NULL DEFAULT 'QUEUED',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "counter" (
    "register" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "value" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "counter_pkey" PRIMARY KEY ("register","year")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "rule_set" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "scope" TEXT NOT NULL DEFAULT 'portal',
    "version" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "content" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rule_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "programme" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "short_title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "description_html" TEXT NOT NULL,
    "lang" TEXT NOT NULL DEFAULT 'it',
    "audience" TEXT,
    "commitment" TEXT,
    "cost_note" TEXT,
    "slogan" TEXT,
    "state" "programme_state" NOT NULL DEFAULT 'DRAFT',
    "state_since" JSONB,
    "state_origin" "state_origin" NOT NULL DEFAULT 'PORTAL',
    "state_reason" TEXT,
    "begin" JSONB,
    "end" JSONB,
    "promoter_id" UUID NOT NULL,
    "source_title" TEXT,
    "is_archive_of_source" BOOLEAN NOT NULL DEFAULT false,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "cloned_from_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "search" tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('pg_catalog.italian', f_unaccent(left("title", 200000))), 'A')
        || setweight(to_tsvector('pg_catalog.italian', f_unaccent(left("summary", 200000))), 'B')
        || setweight(to_tsvector('pg_catalog.italian', f_unaccent(left("description", 200000))), 'C')
    ) STORED,

    CONSTRAINT "programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_line" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "aim" TEXT NOT NULL,
    "method" TEXT NOT NULL,

    CONSTRAINT "action_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "phase" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "action_line_id" UUID,
    "position" INTEGER NOT NULL,
    "code" TEXT,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "begin" JSONB,
    "end" JSONB,
    "gate_phase_id" UUID,
    "gate_note" TEXT,
    "place" TEXT,
    "cost_note" TEXT,
    "host_note" TEXT,
    "note" TEXT,

    CONSTRAINT "phase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_fact" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "kind" "fact_kind" NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "value" TEXT,
    "date" JSONB,
    "source" TEXT NOT NULL DEFAULT '',
    "rows" TEXT[],

    CONSTRAINT "programme_fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_role" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "organisation_id" UUID,
    "holder" TEXT,

    CONSTRAINT "programme_role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_contact" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "office" TEXT NOT NULL,
    "phone" TEXT,
    "email" TEXT,
    "url" TEXT,
    "note" TEXT,

    CONSTRAINT "programme_contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "joining_step" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "joining_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrolment" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "state" "enrolment_state" NOT NULL DEFAULT 'APPLIED',
    "applied_on" DATE,
    "selected_on" DATE,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "selection_consent" (
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "on_behalf_of" TEXT NOT NULL,
    "person_id" UUID,
    "agreed_on" DATE NOT NULL,

    CONSTRAINT "selection_consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outcome" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "text_html" TEXT NOT NULL,
    "lang" TEXT NOT NULL DEFAULT 'it',
    "published_at" TIMESTAMPTZ(3),
    "session_id" UUID,
    "deliverable_id" UUID,
    "indicator_id" UUID,
    "quote_source" TEXT,
    "quote_date" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    "search" tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('pg_catalog.italian', f_unaccent(left("title", 200000))), 'A')
        || setweight(to_tsvector('pg_catalog.italian', f_unaccent(left("text", 200000))), 'B')
    ) STORED,

    CONSTRAINT "outcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "unit" TEXT NOT NULL,
    "is_share" BOOLEAN NOT NULL DEFAULT false,
    "target" DECIMAL(14,2),
    "target_on" DATE,
    "is_public" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measurement" (
    "id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "organisation_id" UUID,
    "observed_on" DATE NOT NULL,
    "value" DECIMAL(14,2),
    "total" DECIMAL(14,2),
    "source" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "measurement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "phase_id" UUID,
    "kind" "session_kind" NOT NULL,
    "ordinal" INTEGER,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "announced_minutes" INTEGER,
    "announced_note" TEXT,
    "mode" "session_mode" NOT NULL,
    "url" TEXT,
    "place" TEXT,
    "host_id" UUID,
    "is_free" BOOLEAN NOT NULL DEFAULT true,
    "audience" "audience" NOT NULL DEFAULT 'PROGRAMME',
    "all_bodies" BOOLEAN NOT NULL DEFAULT true,
    "state" "session_state" NOT NULL DEFAULT 'DRAFT',
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "vevent" TEXT,
    "cancel_reason" TEXT,
    "convened_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "reopen_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "search" tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('pg_catalog.italian', f_unaccent(left("title", 200000))), 'A')
        || setweight(to_tsvector('pg_catalog.italian', f_unaccent(left("description", 200000))), 'B')
    ) STORED,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agenda_item" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "minutes" INTEGER,
    "owner" TEXT,

    CONSTRAINT "agenda_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session_body" (
    "session_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,

    CONSTRAINT "session_body_pkey" PRIMARY KEY ("session_id","organisation_id")
);

-- CreateTable
CREATE TABLE "session_invitee" (
    "session_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID,
    "reply" "reply",
    "replied_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_invitee_pkey" PRIMARY KEY ("session_id","person_id")
);

-- CreateTable
CREATE TABLE "attendance" (
    "session_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "present" BOOLEAN NOT NULL,
    "absence_reason" TEXT,

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("session_id","person_id")
);

-- CreateTable
CREATE TABLE "session_minutes" (
    "session_id" UUID NOT NULL,
    "markdown" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "lang" TEXT NOT NULL DEFAULT 'it',
    "version" INTEGER NOT NULL DEFAULT 1,
    "published_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "search" tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('pg_catalog.italian', f_unaccent(left("markdown", 200000))), 'C')
    ) STORED,

    CONSTRAINT "session_minutes_pkey" PRIMARY KEY ("session_id")
);

-- CreateIndex
CREATE INDEX "document_space_organisation_id_idx" ON "document_space"("organisation_id");

-- CreateIndex
-- One common space (without organisation) a programme.
CREATE UNIQUE INDEX "document_space_programme_id_organisation_id_key" ON "document_space"("programme_id", "organisation_id") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "document_space_id_kind_created_at_id_idx" ON "document"("space_id", "kind", "created_at", "id");

-- CreateIndex
CREATE INDEX "document_search_idx" ON "document" USING GIN ("search");

-- CreateIndex
CREATE INDEX "document_version_object_sha256_idx" ON "document_version"("object_sha256");

-- CreateIndex
CREATE INDEX "document_version_author_id_idx" ON "document_version"("author_id");

-- CreateIndex
CREATE INDEX "document_version_on_behalf_of_id_idx" ON "document_version"("on_behalf_of_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_version_document_id_number_key" ON "document_version"("document_id", "number");

-- CreateIndex
CREATE INDEX "deliverable_request_programme_id_due_at_id_idx" ON "deliverable_request"("programme_id", "due_at", "id");

-- CreateIndex
CREATE INDEX "deliverable_request_template_document_id_idx" ON "deliverable_request"("template_document_id");

-- CreateIndex
CREATE INDEX "deliverable_request_session_id_idx" ON "deliverable_request"("session_id");

-- CreateIndex
CREATE UNIQUE INDEX "deliverable_request_programme_id_position_key" ON "deliverable_request"("programme_id", "position");

-- CreateIndex
CREATE INDEX "request_body_organisation_id_idx" ON "request_body"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "deliverable_document_id_key" ON "deliverable"("document_id");

-- CreateIndex
CREATE INDEX "deliverable_organisation_id_state_idx" ON "deliverable"("organisation_id", "state");

-- CreateIndex
CREATE INDEX "deliverable_state_due_at_idx" ON "deliverable"("state", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "deliverable_request_id_organisation_id_key" ON "deliverable"("request_id", "organisation_id");

-- CreateIndex
CREATE INDEX "submission_deliverable_id_submitted_at_idx" ON "submission"("deliverable_id", "submitted_at");

-- CreateIndex
CREATE INDEX "submission_version_id_idx" ON "submission"("version_id");

-- CreateIndex
CREATE INDEX "submission_submitted_by_id_idx" ON "submission"("submitted_by_id");

-- CreateIndex
CREATE INDEX "submission_receipt_sha256_idx" ON "submission"("receipt_sha256");

-- CreateIndex
CREATE UNIQUE INDEX "submission_year_number_key" ON "submission"("year", "number");

-- CreateIndex
CREATE INDEX "review_deliverable_id_decided_at_idx" ON "review"("deliverable_id", "decided_at");

-- CreateIndex
CREATE INDEX "review_version_id_idx" ON "review"("version_id");

-- CreateIndex
CREATE INDEX "review_reviewer_id_idx" ON "review"("reviewer_id");

-- CreateIndex
CREATE INDEX "extension_deliverable_id_granted_at_idx" ON "extension"("deliverable_id", "granted_at");

-- CreateIndex
CREATE UNIQUE INDEX "category_programme_id_position_key" ON "category"("programme_id", "position");

-- CreateIndex
CREATE INDEX "thread_category_id_last_post_at_id_idx" ON "thread"("category_id", "last_post_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "thread_author_id_idx" ON "thread"("author_id");

-- CreateIndex
CREATE UNIQUE INDEX "post_submission_key_key" ON "post"("submission_key");

-- CreateIndex
CREATE INDEX "post_author_id_idx" ON "post"("author_id");

-- CreateIndex
CREATE INDEX "post_on_behalf_of_id_idx" ON "post"("on_behalf_of_id");

-- CreateIndex
CREATE INDEX "post_search_idx" ON "post" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "post_thread_id_number_key" ON "post"("thread_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "post_revision_post_id_number_key" ON "post_revision"("post_id", "number");

-- CreateIndex
CREATE INDEX "post_attachment_post_id_idx" ON "post_attachment"("post_id");

-- CreateIndex
CREATE INDEX "post_attachment_object_sha256_idx" ON "post_attachment"("object_sha256");

-- CreateIndex
CREATE INDEX "thread_read_thread_id_idx" ON "thread_read"("thread_id");

-- CreateIndex
CREATE UNIQUE INDEX "service_model_slug_version_key" ON "service_model"("slug", "version");

-- CreateIndex
CREATE UNIQUE INDEX "functional_area_model_id_slug_key" ON "functional_area"("model_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "functional_area_model_id_position_key" ON "functional_area"("model_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "service_function_area_id_slug_key" ON "service_function"("area_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "service_function_area_id_position_key" ON "service_function"("area_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "service_step_function_id_position_key" ON "service_step"("function_id", "position");

-- CreateIndex
CREATE INDEX "area_referral_from_area_id_idx" ON "area_referral"("from_area_id");

-- CreateIndex
CREATE INDEX "area_referral_to_area_id_idx" ON "area_referral"("to_area_id");

-- CreateIndex
CREATE UNIQUE INDEX "area_referral_model_id_position_key" ON "area_referral"("model_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_slug_key" ON "organisation"("slug");

-- CreateIndex
CREATE INDEX "organisation_kind_idx" ON "organisation"("kind");

-- CreateIndex
CREATE INDEX "representation_representing_id_idx" ON "representation"("representing_id");

-- CreateIndex
CREATE INDEX "representation_represented_id_idx" ON "representation"("represented_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "person_family_name_given_name_id_idx" ON "person"("family_name", "given_name", "id");

-- CreateIndex
CREATE INDEX "role_assignment_person_id_idx" ON "role_assignment"("person_id");

-- CreateIndex
CREATE INDEX "role_assignment_programme_id_role_idx" ON "role_assignment"("programme_id", "role");

-- CreateIndex
CREATE INDEX "role_assignment_organisation_id_role_idx" ON "role_assignment"("organisation_id", "role");

-- CreateIndex
CREATE INDEX "sign_in_person_id_ended_at_idx" ON "sign_in"("person_id", "ended_at");

-- CreateIndex
CREATE UNIQUE INDEX "account_invitation_token_hash_key" ON "account_invitation"("token_hash");

-- CreateIndex
CREATE INDEX "account_invitation_programme_id_organisation_id_idx" ON "account_invitation"("programme_id", "organisation_id");

-- CreateIndex
CREATE INDEX "account_invitation_organisation_id_idx" ON "account_invitation"("organisation_id");

-- CreateIndex
CREATE INDEX "account_invitation_email_idx" ON "account_invitation"("email");

-- CreateIndex
CREATE UNIQUE INDEX "password_reset_token_hash_key" ON "password_reset"("token_hash");

-- CreateIndex
CREATE INDEX "password_reset_person_id_idx" ON "password_reset"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_seq_key" ON "event"("seq");

-- CreateIndex
CREATE INDEX "event_subject_kind_subject_id_seq_idx" ON "event"("subject_kind", "subject_id", "seq");

-- CreateIndex
CREATE INDEX "event_programme_id_seq_idx" ON "event"("programme_id", "seq");

-- CreateIndex
CREATE INDEX "event_actor_id_seq_idx" ON "event"("actor_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "mail_dedupe_key_key" ON "mail"("dedupe_key");

-- CreateIndex
CREATE INDEX "mail_state_created_at_id_idx" ON "mail"("state", "created_at", "id");

-- CreateIndex
CREATE INDEX "mail_to_person_id_created_at_idx" ON "mail"("to_person_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "rule_set_kind_scope_version_key" ON "rule_set"("kind", "scope", "version");

-- CreateIndex
CREATE UNIQUE INDEX "programme_slug_key" ON "programme"("slug");

-- CreateIndex
CREATE INDEX "programme_state_created_at_id_idx" ON "programme"("state", "created_at", "id");

-- CreateIndex
CREATE INDEX "programme_promoter_id_idx" ON "programme"("promoter_id");

-- CreateIndex
CREATE INDEX "programme_cloned_from_id_idx" ON "programme"("cloned_from_id");

-- CreateIndex
CREATE INDEX "programme_search_idx" ON "programme" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "action_line_programme_id_position_key" ON "action_line"("programme_id", "position");

-- CreateIndex
CREATE INDEX "phase_action_line_id_idx" ON "phase"("action_line_id");

-- CreateIndex
CREATE INDEX "phase_gate_phase_id_idx" ON "phase"("gate_phase_id");

-- CreateIndex
CREATE UNIQUE INDEX "phase_programme_id_position_key" ON "phase"("programme_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "programme_fact_programme_id_kind_position_key" ON "programme_fact"("programme_id", "kind", "position");

-- CreateIndex
CREATE INDEX "programme_role_organisation_id_idx" ON "programme_role"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "programme_role_programme_id_position_key" ON "programme_role"("programme_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "programme_contact_programme_id_position_key" ON "programme_contact"("programme_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "joining_step_programme_id_position_key" ON "joining_step"("programme_id", "position");

-- CreateIndex
CREATE INDEX "enrolment_organisation_id_idx" ON "enrolment"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_programme_id_organisation_id_key" ON "enrolment"("programme_id", "organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "selection_consent_enrolment_id_on_behalf_of_key" ON "selection_consent"("enrolment_id", "on_behalf_of");

-- CreateIndex
CREATE INDEX "outcome_programme_id_published_at_idx" ON "outcome"("programme_id", "published_at");

-- CreateIndex
CREATE INDEX "outcome_published_at_id_idx" ON "outcome"("published_at", "id");

-- CreateIndex
CREATE INDEX "outcome_session_id_idx" ON "outcome"("session_id");

-- CreateIndex
CREATE INDEX "outcome_deliverable_id_idx" ON "outcome"("deliverable_id");

-- CreateIndex
CREATE INDEX "outcome_indicator_id_idx" ON "outcome"("indicator_id");

-- CreateIndex
CREATE INDEX "outcome_search_idx" ON "outcome" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_programme_id_position_key" ON "indicator"("programme_id", "position");

-- CreateIndex
CREATE INDEX "measurement_indicator_id_observed_on_idx" ON "measurement"("indicator_id", "observed_on");

-- CreateIndex
CREATE INDEX "measurement_organisation_id_idx" ON "measurement"("organisation_id");

-- CreateIndex
CREATE INDEX "session_programme_id_starts_at_id_idx" ON "session"("programme_id", "starts_at", "id");

-- CreateIndex
CREATE INDEX "session_starts_at_id_idx" ON "session"("starts_at", "id");

-- CreateIndex
CREATE INDEX "session_phase_id_idx" ON "session"("phase_id");

-- CreateIndex
CREATE INDEX "session_host_id_idx" ON "session"("host_id");

-- CreateIndex
CREATE INDEX "session_search_idx" ON "session" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_item_session_id_position_key" ON "agenda_item"("session_id", "position");

-- CreateIndex
CREATE INDEX "session_body_organisation_id_idx" ON "session_body"("organisation_id");

-- CreateIndex
CREATE INDEX "session_invitee_person_id_idx" ON "session_invitee"("person_id");

-- CreateIndex
CREATE INDEX "session_invitee_organisation_id_idx" ON "session_invitee"("organisation_id");

-- CreateIndex
CREATE INDEX "attendance_person_id_idx" ON "attendance"("person_id");

-- CreateIndex
CREATE INDEX "session_minutes_search_idx" ON "session_minutes" USING GIN ("search");

-- AddForeignKey
ALTER TABLE "document_space" ADD CONSTRAINT "document_space_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_space" ADD CONSTRAINT "document_space_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "document_space"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_version" ADD CONSTRAINT "document_version_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_version" ADD CONSTRAINT "document_version_object_sha256_fkey" FOREIGN KEY ("object_sha256") REFERENCES "stored_object"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_version" ADD CONSTRAINT "document_version_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_version" ADD CONSTRAINT "document_version_on_behalf_of_id_fkey" FOREIGN KEY ("on_behalf_of_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliverable_request" ADD CONSTRAINT "deliverable_request_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliverable_request" ADD CONSTRAINT "deliverable_request_template_document_id_fkey" FOREIGN KEY ("template_document_id") REFERENCES "document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliverable_request" ADD CONSTRAINT "deliverable_request_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_body" ADD CONSTRAINT "request_body_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "deliverable_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_body" ADD CONSTRAINT "request_body_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliverable" ADD CONSTRAINT "deliverable_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "deliverable_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliverable" ADD CONSTRAINT "deliverable_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliverable" ADD CONSTRAINT "deliverable_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_deliverable_id_fkey" FOREIGN KEY ("deliverable_id") REFERENCES "deliverable"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "document_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_submitted_by_id_fkey" FOREIGN KEY ("submitted_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_receipt_sha256_fkey" FOREIGN KEY ("receipt_sha256") REFERENCES "stored_object"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_deliverable_id_fkey" FOREIGN KEY ("deliverable_id") REFERENCES "deliverable"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "document_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_deliverable_id_fkey" FOREIGN KEY ("deliverable_id") REFERENCES "deliverable"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category" ADD CONSTRAINT "category_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "category"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_on_behalf_of_id_fkey" FOREIGN KEY ("on_behalf_of_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_revision" ADD CONSTRAINT "post_revision_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_attachment" ADD CONSTRAINT "post_attachment_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_attachment" ADD CONSTRAINT "post_attachment_object_sha256_fkey" FOREIGN KEY ("object_sha256") REFERENCES "stored_object"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_read" ADD CONSTRAINT "thread_read_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_read" ADD CONSTRAINT "thread_read_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "functional_area" ADD CONSTRAINT "functional_area_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "service_model"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_function" ADD CONSTRAINT "service_function_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "functional_area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_step" ADD CONSTRAINT "service_step_function_id_fkey" FOREIGN KEY ("function_id") REFERENCES "service_function"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_referral" ADD CONSTRAINT "area_referral_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "service_model"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_referral" ADD CONSTRAINT "area_referral_from_area_id_fkey" FOREIGN KEY ("from_area_id") REFERENCES "functional_area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_referral" ADD CONSTRAINT "area_referral_to_area_id_fkey" FOREIGN KEY ("to_area_id") REFERENCES "functional_area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "representation" ADD CONSTRAINT "representation_representing_id_fkey" FOREIGN KEY ("representing_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "representation" ADD CONSTRAINT "representation_represented_id_fkey" FOREIGN KEY ("represented_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in" ADD CONSTRAINT "sign_in_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_invitation" ADD CONSTRAINT "account_invitation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_invitation" ADD CONSTRAINT "account_invitation_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme" ADD CONSTRAINT "programme_promoter_id_fkey" FOREIGN KEY ("promoter_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme" ADD CONSTRAINT "programme_cloned_from_id_fkey" FOREIGN KEY ("cloned_from_id") REFERENCES "programme"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_line" ADD CONSTRAINT "action_line_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phase" ADD CONSTRAINT "phase_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phase" ADD CONSTRAINT "phase_action_line_id_fkey" FOREIGN KEY ("action_line_id") REFERENCES "action_line"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phase" ADD CONSTRAINT "phase_gate_phase_id_fkey" FOREIGN KEY ("gate_phase_id") REFERENCES "phase"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_fact" ADD CONSTRAINT "programme_fact_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_role" ADD CONSTRAINT "programme_role_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_role" ADD CONSTRAINT "programme_role_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_contact" ADD CONSTRAINT "programme_contact_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "joining_step" ADD CONSTRAINT "joining_step_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "selection_consent" ADD CONSTRAINT "selection_consent_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_deliverable_id_fkey" FOREIGN KEY ("deliverable_id") REFERENCES "deliverable"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_phase_id_fkey" FOREIGN KEY ("phase_id") REFERENCES "phase"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_host_id_fkey" FOREIGN KEY ("host_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_body" ADD CONSTRAINT "session_body_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_body" ADD CONSTRAINT "session_body_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_invitee" ADD CONSTRAINT "session_invitee_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_invitee" ADD CONSTRAINT "session_invitee_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_invitee" ADD CONSTRAINT "session_invitee_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_minutes" ADD CONSTRAINT "session_minutes_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema's language cannot say.

CREATE UNIQUE INDEX "role_assignment_active_key" ON "role_assignment"("person_id", "role", "organisation_id", "programme_id")
    NULLS NOT DISTINCT WHERE "to_at" IS NULL;

CREATE INDEX "organisation_name_trgm_idx" ON "organisation" USING GIN (f_unaccent(lower("name")) gin_trgm_ops);
CREATE INDEX "thread_title_trgm_idx" ON "thread" USING GIN (f_unaccent(lower("title")) gin_trgm_ops);

-- "valid_to" is the first day on which the rules no longer hold.
ALTER TABLE "rule_set" ADD CONSTRAINT "rule_set_validity_excl"
    EXCLUDE USING gist ("kind" WITH =, "scope" WITH =, daterange("valid_from", "valid_to", '[)') WITH &&);

-- The scope of a role is told by which identifiers are set.
CREATE FUNCTION role_has_scope("role" role, "organisation_id" uuid, "programme_id" uuid) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT CASE
        WHEN $1 IN ('ADMINISTRATOR', 'PRIVACY_OFFICER') THEN $2 IS NULL AND $3 IS NULL
        WHEN $1 = 'PROGRAMME_MANAGER' THEN $2 IS NOT NULL AND $3 IS NULL
        WHEN $1 IN ('COORDINATOR', 'EXPERT', 'OBSERVER') THEN $2 IS NULL AND $3 IS NOT NULL
        WHEN $1 IN ('REFERENT', 'STAFF') THEN $2 IS NOT NULL AND $3 IS NOT NULL
        ELSE false
    END $$;

ALTER TABLE "role_assignment"
    ADD CONSTRAINT "role_assignment_scope_check" CHECK (role_has_scope("role", "organisation_id", "programme_id")),
    ADD CONSTRAINT "role_assignment_period_check" CHECK ("to_at" >= "from_at");
ALTER TABLE "account_invitation"
    ADD CONSTRAINT "account_invitation_scope_check" CHECK (role_has_scope("role", "organisation_id", "programme_id")),
    ADD CONSTRAINT "account_invitation_email_check" CHECK ("email" = lower("email")),
    ADD CONSTRAINT "account_invitation_locale_check" CHECK ("locale" IN ('it', 'en'));
ALTER TABLE "person"
    ADD CONSTRAINT "person_email_check" CHECK ("email" = lower("email") AND "email" LIKE '_%@_%'),
    ADD CONSTRAINT "person_locale_check" CHECK ("locale" IN ('it', 'en'));
ALTER TABLE "sign_in"
    ADD CONSTRAINT "sign_in_period_check" CHECK ("expires_at" > "created_at");
ALTER TABLE "organisation"
    ADD CONSTRAINT "organisation_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "representation"
    ADD CONSTRAINT "representation_parties_check" CHECK ("representing_id" <> "represented_id"),
    ADD CONSTRAINT "representation_period_check" CHECK ("to_date" >= "from_date");
ALTER TABLE "programme"
    ADD CONSTRAINT "programme_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    ADD CONSTRAINT "programme_version_check" CHECK ("version" >= 1);
ALTER TABLE "phase"
    ADD CONSTRAINT "phase_gate_check" CHECK ("gate_phase_id" <> "id");
ALTER TABLE "outcome"
    ADD CONSTRAINT "outcome_quote_check" CHECK ("quote_date" IS NULL OR "quote_date" = 'null'::jsonb OR "quote_source" IS NOT NULL);
ALTER TABLE "measurement"
    ADD CONSTRAINT "measurement_total_check" CHECK ("total" >= 0);
ALTER TABLE "session"
    ADD CONSTRAINT "session_period_check" CHECK ("ends_at" > "starts_at"),
    ADD CONSTRAINT "session_numbers_check" CHECK ("ordinal" >= 1 AND "announced_minutes" >= 1 AND "sequence" >= 0 AND "version" >= 1);
ALTER TABLE "agenda_item"
    ADD CONSTRAINT "agenda_item_minutes_check" CHECK ("minutes" >= 1);
ALTER TABLE "session_invitee"
    ADD CONSTRAINT "session_invitee_reply_check" CHECK ("reply" IS NULL OR "replied_at" IS NOT NULL);
ALTER TABLE "stored_object"
    ADD CONSTRAINT "stored_object_sha256_check" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
    ADD CONSTRAINT "stored_object_size_check" CHECK ("size" >= 0);
ALTER TABLE "document_version"
    ADD CONSTRAINT "document_version_number_check" CHECK ("number" >= 1),
    ADD CONSTRAINT "document_version_size_check" CHECK ("size" >= 0);
ALTER TABLE "deliverable_request"
    ADD CONSTRAINT "deliverable_request_cut_off_check" CHECK ("cut_off_at" >= "due_at");
ALTER TABLE "submission"
    ADD CONSTRAINT "submission_number_check" CHECK ("number" >= 1 AND "year" >= 2000);
ALTER TABLE "post"
    ADD CONSTRAINT "post_number_check" CHECK ("number" >= 1);
ALTER TABLE "post_revision"
    ADD CONSTRAINT "post_revision_number_check" CHECK ("number" >= 1);
ALTER TABLE "post_attachment"
    ADD CONSTRAINT "post_attachment_size_check" CHECK ("size" >= 0);
ALTER TABLE "thread"
    ADD CONSTRAINT "thread_counts_check" CHECK ("last_post_number" >= 0 AND "post_count" >= 0 AND "post_count" <= "last_post_number");
ALTER TABLE "thread_read"
    ADD CONSTRAINT "thread_read_number_check" CHECK ("last_read_number" >= 0);
ALTER TABLE "service_model"
    ADD CONSTRAINT "service_model_period_check" CHECK ("valid_to" >= "valid_from");
ALTER TABLE "rule_set"
    ADD CONSTRAINT "rule_set_version_check" CHECK ("version" >= 1),
    ADD CONSTRAINT "rule_set_period_check" CHECK ("valid_to" > "valid_from");
ALTER TABLE "counter"
    ADD CONSTRAINT "counter_value_check" CHECK ("value" >= 0);
ALTER TABLE "rate_limit"
    ADD CONSTRAINT "rate_limit_points_check" CHECK ("points" >= 0);
ALTER TABLE "mail"
    ADD CONSTRAINT "mail_attempts_check" CHECK ("attempts" >= 0),
    ADD CONSTRAINT "mail_locale_check" CHECK ("locale" IN ('it', 'en'));
ALTER TABLE "event"
    ADD CONSTRAINT "event_actor_check" CHECK (("actor_kind" = 'person') = ("actor_id" IS NOT NULL)),
    ADD CONSTRAINT "event_actor_kind_check" CHECK ("actor_kind" IN ('person', 'visitor') OR "actor_kind" LIKE 'system:_%');
