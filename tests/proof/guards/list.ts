// biome-ignore-all lint/suspicious/noTemplateCurlyInString: texts of our own sources, placeholders and all

import { ofDiscussions } from "./discussions";
import { ofForum } from "./forum";
import { type Guard, inFile } from "./guard";
import { ofLive } from "./live";
import { ofMail } from "./mail";
import { ofNewsletter } from "./newsletter";
import { ofNotifications } from "./notifications";
import { ofSearch } from "./search";
import { ofSessions } from "./sessions";
import { ofTables } from "./tables";

const foundation = "prisma/migrations/20261122000000_foundation/migration.sql";

/** Guards that are no permission, version or transaction of a mutation. */
export const listed: Guard[] = [
  ...inFile("lib/people/queries.ts", ["tests/lib/people/sign-in"], {
    "a sign-in that was ended": ["and s.ended_at is null", ""],
    "a sign-in that is too old": ["and s.expires_at > ${at}", ""],
    "a sign-in that was idle": ["and s.last_seen_at > ${idleSince}", ""],
    "a disabled person": [" and p.disabled_at is null", ""],
    "a role that has ended": [" and (r.to_at is null or r.to_at > ${at})", ""],
  }),
  ...inFile("lib/platform/database/pool.ts", ["tests/platform/pool.test.ts"], {
    "a connection lost between two users": [
      '  pool.on("connect", (client) => client.on("error", lost));\n',
      "",
    ],
  }),
  ...inFile("lib/people/sign-in/mutations.ts", ["tests/lib/people/sign-in"], {
    "the count of attempts to sign in": ['await consume("sign-in", account);', ""],
  }),
  ...inFile("lib/people/invitations/mutations.ts", ["tests/lib/people/invitations"], {
    "an invitation resent after it was used": [", acceptedAt: null, revokedAt: null }", " }"],
  }),
  ...ofDiscussions,
  ...ofForum,
  ...ofSearch,
  ...ofSessions,
  ...ofNotifications,
  ...ofNewsletter,
  ...ofMail,
  ...ofTables,
  ...ofLive,
  ...inFile("lib/reuse/declarations/moderation/mutations.ts", ["tests/lib/reuse/declarations/moderation"], {
    "a declaration that others decide": [
      "where: { AND: [{ id }, declarationInHandsOf(actor)] },",
      "where: { id },",
    ],
  }),
  ...inFile("lib/documents/packing/queries.ts", ["tests/lib/documents/packing"], {
    "a space of others, taken as an archive": [
      "where: { AND: [{ id }, spaceVisibleTo(actor)] },",
      "where: { id },",
    ],
    "versions in an archive that may not be read": [
      "where: { AND: [{ createdAt: { lte: actor.at } }, versionVisibleTo(actor)] },",
      "where: { createdAt: { lte: actor.at } },",
    ],
  }),
  ...inFile("lib/documents/packing/registers/queries.ts", ["tests/lib/documents/packing"], {
    "versions in a register that may not be read": ["            versionVisibleTo(actor),\n", ""],
  }),
  ...inFile("lib/documents/packing/official/queries.ts", ["tests/lib/dossier"], {
    "drafts in a programme's official file": [
      "versionVisibleTo(actor), sentIfDeliverable]",
      "versionVisibleTo(actor)]",
    ],
  }),
  ...inFile("lib/dossier/export.ts", ["tests/lib/dossier"], {
    "who takes a programme's official file": [
      '  authorise(canTakeDossier(actor, programme.id), "dossier");\n',
      "",
    ],
  }),
  ...inFile("lib/platform/bundle/pack.ts", ["tests/platform/bundle"], {
    "a file that a scanner withholds, packed": [
      'if (isWithheld) return { ...line, path: "", state: "WITHHELD" };',
      "",
    ],
    "bytes of another length than their row says": ["if (opened.size === size) return", "return"],
  }),
  ...inFile("lib/people/sign-in/next-address.ts", ["tests/lib/people/sign-in"], {
    "an address of another site after signing in": ["parsed.origin !== origin ||", ""],
    "control characters in that address": ["|| /[\\\\\\p{Cc}\\p{Zl}\\p{Zp}]/u.test(value)", ""],
  }),
  ...inFile("lib/platform/server/front.ts", ["tests/platform/server/front.test.ts"], {
    "a write from another site": ['if (from !== "own" && !isProgram) {', "if (false) {"],
    "a mail that nobody asked to take in": ["settings.takesMail === true && ", ""],
    "one click that another site makes": ['from === "unknown" && (isMail', "(isMail"],
    "headers of our own, sent by a client": ["if (internalHeader.test(name)) delete headers[name];", ";"],
    "a form of any size": ['if (Number(request.headers["content-length"] ?? 0) > largest) {', "if (false) {"],
    "headers that every answer bears": [
      "for (const [name, value] of constant) response.setHeader(name, value);\n      if (!server",
      "if (!server",
    ],
  }),
  ...inFile("lib/platform/server/client-address.ts", ["tests/platform/server"], {
    "whose word about a client counts": ["while (isTrusted(client, trusted)) {", "while (true) {"],
  }),
  ...inFile("lib/platform/page-cache/page-cache.ts", ["tests/platform/page-cache"], {
    "a cache that does not hear of changes": ["if (!figures.isHearing) return false;", ""],
  }),
  ...inFile("lib/platform/page-cache/store.ts", ["tests/platform/page-cache"], {
    "a page begun before a change": ["|| concerns(flight.missed, made.uses)", ""],
  }),
  ...inFile("lib/platform/page-cache/scope.ts", ["tests/platform/page-cache"], {
    "a page for everybody that asks who is there": ["  scope.isKept = false;\n  log.error", "  log.error"],
  }),
  ...inFile("lib/platform/downloads.ts", ["tests/platform/downloads.test.ts"], {
    "a file shown on our own origin": ['"content-disposition": disposition,', ""],
    "a file whose kind is guessed": ['"x-content-type-options": "nosniff",', ""],
  }),
  ...inFile("lib/platform/markdown.ts", ["tests/platform/markdown.test.ts"], {
    "markup of users that is not sanitised": [".use(rehypeSanitize, schema)", ""],
    "pictures from elsewhere": ['.filter((name) => !["img", "picture", "source"].includes(name))', ""],
  }),
  ...inFile("lib/platform/mail/send.ts", ["tests/platform/mail/send.test.ts"], {
    "two workers and one mail": ["OR: [{ leasedTo: null }, { leasedTo: { lt: at } }],", ""],
  }),
  ...inFile("lib/documents/trash/jobs.ts", ["tests/lib/documents/trash"], {
    "what is kept longer, purged": [
      "      keptUntil: { lte: actor.at },\n      // Removed",
      "      // Removed",
    ],
  }),
  ...inFile("lib/documents/trash/policy.ts", ["tests/lib/documents/trash"], {
    "what is being purged, shown": ["    endedAt: null,\n", ""],
  }),
  ...inFile("lib/documents/trash/mutations.ts", ["tests/lib/documents/trash"], {
    "a template that is removed": ["    await assertUnused(tx, actor, { id: input.id });\n", ""],
  }),
  ...inFile("lib/documents/folders/mutations.ts", ["tests/lib/documents/folders"], {
    "two folders moved into each other at once": [
      '    if (subtreeOf(tree, input.id).some(({ id }) => id === parentId))\n      throw new DomainError("documents.folderIntoItself", {}, "parent");\n',
      "",
    ],
  }),
  ...inFile("lib/platform/counter.ts", ["tests/lib/documents/deliverables"], {
    "a register that goes on": ["do update set value = counter.value + ", "do update set value = "],
  }),
  ...inFile(
    "lib/sessions/minutes/writing/commands.ts",
    ["tests/lib/sessions/live", "tests/lib/sessions/minutes"],
    {
      "notes over a version that was not shown": [
        "where: { id: point.id, version },",
        "where: { id: point.id },",
      ],
      "a form that was sent before with another text": [
        'if (kept?.pointId !== row.pointId || kept.text !== row.text) throw new DomainError("minutes.alreadyAdded");',
        "",
      ],
    },
  ),
  ...inFile("prisma/migrations/20261129150624_live_day/migration.sql", ["tests/lib/sessions/live"], {
    "one point at a time": [
      'CREATE UNIQUE INDEX "agenda_run_one_at_a_time"',
      'CREATE INDEX "agenda_run_one_at_a_time"',
    ],
    "a run that ends after it starts": ['CHECK ("ended_at" >= "started_at")', "CHECK (true)"],
    "a run of a point of its own session": [
      'FOREIGN KEY ("agenda_item_id", "session_id") REFERENCES "agenda_item"("id", "session_id")',
      'FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item"("id")',
    ],
  }),
  ...inFile("lib/platform/database/prepare.ts", ["tests/platform/database-roles.test.ts"], {
    "the log that nobody changes": [
      "...appendOnly.map((table) => `REVOKE UPDATE, DELETE, TRUNCATE ON public.${table} FROM ${role}`),",
      "",
    ],
  }),
  ...inFile("lib/platform/log.ts", ["tests/platform/log.test.ts"], {
    "secrets in the log": ['redact: { paths: redacted, censor: "[redacted]" },', ""],
  }),
  ...inFile(
    "prisma/migrations/20261129120000_session_replies/migration.sql",
    ["tests/lib/sessions/replies"],
    {
      "more people than places": ['OR ("capacity" >= 1 AND "capacity" >= "places_taken")', "OR TRUE"],
    },
  ),
  ...inFile(foundation, ["tests/platform/schema.test.ts"], {
    "one version number of a document": [
      'CREATE UNIQUE INDEX "document_version_document_id_number_key"',
      'CREATE INDEX "document_version_document_id_number_key"',
    ],
    "one number of a register's year": [
      'CREATE UNIQUE INDEX "submission_year_number_key"',
      'CREATE INDEX "submission_year_number_key"',
    ],
    "one deliverable of a body and request": [
      'CREATE UNIQUE INDEX "deliverable_request_id_organisation_id_key"',
      'CREATE INDEX "deliverable_request_id_organisation_id_key"',
    ],
    "one mail of a cause": [
      'CREATE UNIQUE INDEX "mail_dedupe_key_key"',
      'CREATE INDEX "mail_dedupe_key_key"',
    ],
    "one post of a form": [
      'CREATE UNIQUE INDEX "post_submission_key_key"',
      'CREATE INDEX "post_submission_key_key"',
    ],
    "one account of an address": [
      'CREATE UNIQUE INDEX "person_email_key"',
      'CREATE INDEX "person_email_key"',
    ],
    "a session that ends after it begins": ['CHECK ("ends_at" > "starts_at")', "CHECK (true)"],
    "a cut-off that is not before the due date": ['CHECK ("cut_off_at" >= "due_at")', "CHECK (true)"],
    "who acted in an event": [`CHECK (("actor_kind" = 'person') = ("actor_id" IS NOT NULL))`, "CHECK (true)"],
  }),
];
