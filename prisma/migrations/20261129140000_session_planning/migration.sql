-- CreateEnum
CREATE TYPE "agenda_source" AS ENUM ('PROPOSAL', 'THREAD', 'DELIVERABLE', 'CARRIED_POINT');

-- CreateEnum
CREATE TYPE "proposal_state" AS ENUM ('PROPOSED', 'TAKEN', 'DECLINED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "poll_state" AS ENUM ('OPEN', 'DECIDED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "poll_reply" AS ENUM ('YES', 'IF_NEEDED', 'NO');

-- CreateEnum
CREATE TYPE "interest_state" AS ENUM ('PENDING', 'CONFIRMED', 'WITHDRAWN');

-- AlterTable
ALTER TABLE "agenda_item" ADD COLUMN     "not_dealt_with" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "source_id" UUID,
ADD COLUMN     "source_kind" "agenda_source";

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "series_id" UUID;

-- CreateTable
CREATE TABLE "agenda_proposal" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "proposed_by_id" UUID,
    "organisation_id" UUID,
    "title" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "minutes" INTEGER,
    "state" "proposal_state" NOT NULL DEFAULT 'PROPOSED',
    "reason" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agenda_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "date_poll" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "poll_state" NOT NULL DEFAULT 'OPEN',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "date_poll_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "poll_option" (
    "id" UUID NOT NULL,
    "poll_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "is_chosen" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "poll_option_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "poll_answer" (
    "option_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reply" "poll_reply" NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "poll_answer_pkey" PRIMARY KEY ("option_id","person_id")
);

-- CreateTable
CREATE TABLE "session_series" (
    "id" UUID NOT NULL,
    "step_days" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session_interest" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "organisation_id" UUID,
    "person_id" UUID,
    "body_name" TEXT,
    "contact_name" TEXT,
    "email" TEXT,
    "people" INTEGER NOT NULL,
    "state" "interest_state" NOT NULL DEFAULT 'PENDING',
    "token_hash" TEXT,
    "expires_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_interest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "agenda_proposal_session_id_created_at_id_idx" ON "agenda_proposal"("session_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "agenda_proposal_proposed_by_id_idx" ON "agenda_proposal"("proposed_by_id");

-- CreateIndex
CREATE INDEX "agenda_proposal_organisation_id_idx" ON "agenda_proposal"("organisation_id");

-- CreateIndex
CREATE INDEX "date_poll_session_id_idx" ON "date_poll"("session_id");

-- CreateIndex
CREATE UNIQUE INDEX "poll_option_poll_id_starts_at_ends_at_key" ON "poll_option"("poll_id", "starts_at", "ends_at");

-- CreateIndex
CREATE INDEX "poll_answer_person_id_idx" ON "poll_answer"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_interest_token_hash_key" ON "session_interest"("token_hash");

-- CreateIndex
CREATE INDEX "session_interest_session_id_created_at_id_idx" ON "session_interest"("session_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "session_interest_organisation_id_idx" ON "session_interest"("organisation_id");

-- CreateIndex
CREATE INDEX "session_interest_person_id_idx" ON "session_interest"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_interest_session_id_organisation_id_key" ON "session_interest"("session_id", "organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_interest_session_id_email_key" ON "session_interest"("session_id", "email");

-- CreateIndex
CREATE INDEX "agenda_item_source_kind_source_id_idx" ON "agenda_item"("source_kind", "source_id");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_item_session_id_source_kind_source_id_key" ON "agenda_item"("session_id", "source_kind", "source_id");

-- CreateIndex
CREATE INDEX "session_series_id_idx" ON "session"("series_id");

-- AddForeignKey
ALTER TABLE "agenda_proposal" ADD CONSTRAINT "agenda_proposal_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_proposal" ADD CONSTRAINT "agenda_proposal_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_proposal" ADD CONSTRAINT "agenda_proposal_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "date_poll" ADD CONSTRAINT "date_poll_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_option" ADD CONSTRAINT "poll_option_poll_id_fkey" FOREIGN KEY ("poll_id") REFERENCES "date_poll"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_answer" ADD CONSTRAINT "poll_answer_option_id_fkey" FOREIGN KEY ("option_id") REFERENCES "poll_option"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_answer" ADD CONSTRAINT "poll_answer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_interest" ADD CONSTRAINT "session_interest_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_interest" ADD CONSTRAINT "session_interest_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_interest" ADD CONSTRAINT "session_interest_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "session_series"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A point takes at least a minute, where it says how many.
ALTER TABLE "agenda_proposal" ADD CONSTRAINT "agenda_proposal_minutes_check" CHECK ("minutes" >= 1);
-- A decision has its moment, and a refusal its reason.
ALTER TABLE "agenda_proposal" ADD CONSTRAINT "agenda_proposal_decision_check"
    CHECK (("state" = 'PROPOSED') = ("decided_at" IS NULL) AND ("state" = 'DECLINED') = ("reason" IS NOT NULL));
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_source_check" CHECK (("source_kind" IS NULL) = ("source_id" IS NULL));
ALTER TABLE "poll_option" ADD CONSTRAINT "poll_option_period_check" CHECK ("ends_at" > "starts_at");
ALTER TABLE "session_series" ADD CONSTRAINT "session_series_step_check" CHECK ("step_days" >= 1);
-- A body of the portal, or another by its name; who confirmed has said when.
ALTER TABLE "session_interest" ADD CONSTRAINT "session_interest_body_check"
    CHECK (("organisation_id" IS NULL) <> ("body_name" IS NULL));
ALTER TABLE "session_interest" ADD CONSTRAINT "session_interest_people_check" CHECK ("people" >= 1);
ALTER TABLE "session_interest" ADD CONSTRAINT "session_interest_confirmed_check"
    CHECK ("state" <> 'CONFIRMED' OR "confirmed_at" IS NOT NULL);

-- One open question about the date of a draft, and one date taken.
CREATE UNIQUE INDEX "date_poll_open_key" ON "date_poll" ("session_id") WHERE "state" = 'OPEN';
CREATE UNIQUE INDEX "poll_option_chosen_key" ON "poll_option" ("poll_id") WHERE "is_chosen";

-- The rules that the portal ships: when sessions are held, and what a pilot has (source 000: distances of its calendar).
INSERT INTO "rule_set" ("id", "kind", "scope", "version", "valid_from", "content", "source") VALUES
(gen_random_uuid(), 'session-hours', 'portal', 1, '2012-01-01', '{"weekdays": [1, 2, 3, 4, 5], "parts": [{"from": "09:00", "to": "13:00"}, {"from": "14:00", "to": "18:00"}], "stepMinutes": 30}',
 'Scelta del portale: orario d’ufficio, con la pausa.'),
(gen_random_uuid(), 'pilot-template', 'portal', 1, '2012-01-01', '{
 "sessions": [
  {
   "kind": "KICK_OFF",
   "title": {
    "it": "Incontro di avvio",
    "en": "Kick-off meeting"
   },
   "description": {
    "it": "Avvio della sperimentazione: obiettivi, calendario, spazio riservato, prime consegne.",
    "en": "Start of the pilot: aims, calendar, reserved space, first deliverables."
   },
   "afterDays": 0,
   "minutes": 120,
   "announcedMinutes": 180,
   "announcedNote": {
    "it": "circa 3 ore",
    "en": "about 3 hours"
   },
   "agenda": [
    {
     "title": {
      "it": "Obiettivi e metodo della sperimentazione",
      "en": "Aims and method of the pilot"
     },
     "minutes": 40
    },
    {
     "title": {
      "it": "Calendario e consegne",
      "en": "Calendar and deliverables"
     },
     "minutes": 40
    },
    {
     "title": {
      "it": "Spazio riservato e forum",
      "en": "Reserved space and forum"
     },
     "minutes": 20
    },
    {
     "title": {
      "it": "Prossimi passi e lavoro a distanza",
      "en": "Next steps and work at a distance"
     },
     "minutes": 20
    }
   ]
  },
  {
   "kind": "ASSISTANCE",
   "title": {
    "it": "{n}ª sessione di assistenza tecnica",
    "en": "Technical assistance session {n}"
   },
   "description": {
    "it": "Risolvere le criticità, dare supporto tecnico, verificare il rispetto della tempistica, definire i passi successivi.",
    "en": "Resolve critical issues, give technical support, check that the timetable is kept, define the next steps."
   },
   "minutes": 120,
   "announcedMinutes": 180,
   "announcedNote": {
    "it": "circa 3 ore",
    "en": "about 3 hours"
   },
   "agenda": [
    {
     "title": {
      "it": "Criticità emerse e come risolverle",
      "en": "Critical issues and how to resolve them"
     },
     "minutes": 35
    },
    {
     "title": {
      "it": "Supporto tecnico sull’applicazione del modello",
      "en": "Technical support in applying the model"
     },
     "minutes": 30
    },
    {
     "title": {
      "it": "Revisioni e avanzamento dell’applicazione",
      "en": "Revisions and progress of the application"
     },
     "minutes": 20
    },
    {
     "title": {
      "it": "Verifica del rispetto della tempistica",
      "en": "Check that the timetable is kept"
     },
     "minutes": 20
    },
    {
     "title": {
      "it": "Prossimi passi e lavoro a distanza",
      "en": "Next steps and work at a distance"
     },
     "minutes": 15
    }
   ],
   "afterDays": 57
  },
  {
   "kind": "ASSISTANCE",
   "title": {
    "it": "{n}ª sessione di assistenza tecnica",
    "en": "Technical assistance session {n}"
   },
   "description": {
    "it": "Risolvere le criticità, dare supporto tecnico, verificare il rispetto della tempistica, definire i passi successivi.",
    "en": "Resolve critical issues, give technical support, check that the timetable is kept, define the next steps."
   },
   "minutes": 120,
   "announcedMinutes": 180,
   "announcedNote": {
    "it": "circa 3 ore",
    "en": "about 3 hours"
   },
   "agenda": [
    {
     "title": {
      "it": "Criticità emerse e come risolverle",
      "en": "Critical issues and how to resolve them"
     },
     "minutes": 35
    },
    {
     "title": {
      "it": "Supporto tecnico sull’applicazione del modello",
      "en": "Technical support in applying the model"
     },
     "minutes": 30
    },
    {
     "title": {
      "it": "Revisioni e avanzamento dell’applicazione",
      "en": "Revisions and progress of the application"
     },
     "minutes": 20
    },
    {
     "title": {
      "it": "Verifica del rispetto della tempistica",
      "en": "Check that the timetable is kept"
     },
     "minutes": 20
    },
    {
     "title": {
      "it": "Prossimi passi e lavoro a distanza",
      "en": "Next steps and work at a distance"
     },
     "minutes": 15
    }
   ],
   "afterDays": 78
  },
  {
   "kind": "ASSISTANCE",
   "title": {
    "it": "{n}ª sessione di assistenza tecnica",
    "en": "Technical assistance session {n}"
   },
   "description": {
    "it": "Risolvere le criticità, dare supporto tecnico, verificare il rispetto della tempistica, definire i passi successivi.",
    "en": "Resolve critical issues, give technical support, check that the timetable is kept, define the next steps."
   },
   "minutes": 120,
   "announcedMinutes": 180,
   "announcedNote": {
    "it": "circa 3 ore",
    "en": "about 3 hours"
   },
   "agenda": [
    {
     "title": {
      "it": "Criticità emerse e come risolverle",
      "en": "Critical issues and how to resolve them"
     },
     "minutes": 35
    },
    {
     "title": {
      "it": "Supporto tecnico sull’applicazione del modello",
      "en": "Technical support in applying the model"
     },
     "minutes": 30
    },
    {
     "title": {
      "it": "Revisioni e avanzamento dell’applicazione",
      "en": "Revisions and progress of the application"
     },
     "minutes": 20
    },
    {
     "title": {
      "it": "Verifica del rispetto della tempistica",
      "en": "Check that the timetable is kept"
     },
     "minutes": 20
    },
    {
     "title": {
      "it": "Prossimi passi e lavoro a distanza",
      "en": "Next steps and work at a distance"
     },
     "minutes": 15
    }
   ],
   "afterDays": 92
  },
  {
   "kind": "CLOSING",
   "title": {
    "it": "Incontro di chiusura",
    "en": "Closing meeting"
   },
   "description": {
    "it": "Gli enti presentano i risultati della sperimentazione.",
    "en": "The bodies present the results of the pilot."
   },
   "afterDays": 106,
   "minutes": 120,
   "announcedMinutes": 180,
   "announcedNote": {
    "it": "circa 3 ore",
    "en": "about 3 hours"
   },
   "agenda": [
    {
     "title": {
      "it": "Risultati degli enti",
      "en": "Results of the bodies"
     },
     "minutes": 70
    },
    {
     "title": {
      "it": "Che cosa diventa prassi",
      "en": "What becomes practice"
     },
     "minutes": 30
    },
    {
     "title": {
      "it": "Materiali a riuso e prossimi passi",
      "en": "Material for reuse and next steps"
     },
     "minutes": 20
    }
   ]
  }
 ]
}',
 'Sperimentazione del nuovo sistema dei profili professionali delle Camere di Commercio, 2012: incontri e scopi delle sessioni.');
