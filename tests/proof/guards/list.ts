// biome-ignore-all lint/suspicious/noTemplateCurlyInString: texts of our own sources, placeholders and all

import { ofDiscussions } from "./discussions";
import { ofForum } from "./forum";
import { type Guard, inFile } from "./guard";
import { ofNotifications } from "./notifications";

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
  ...ofNotifications,
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
  ...inFile("lib/sessions/conference/queries.ts", ["tests/lib/sessions/conference"], {
    "a guest link that was revoked": ['link.revokedAt ? { state: "revoked" } : ', ""],
    "the room's address, for somebody else's stay": ['personId: actor.personId ?? asUuid(""), ', ""],
  }),
  ...inFile("lib/sessions/conference/mutations.ts", ["tests/lib/sessions/conference"], {
    "a guest link revoked while the provider is asked": [
      "    await findOpenDoor(tx, actor, token);\n    return logJoin",
      "    return logJoin",
    ],
  }),
  ...inFile("lib/sessions/recordings/jobs.ts", ["tests/lib/sessions/recordings"], {
    "a term that was moved on since the list was read": [
      "where: { id, ...kept, ...expiredAt(actor), expiringAt: null },",
      "where: { id },",
    ],
  }),
  ...inFile("lib/sessions/recordings/commands.ts", ["tests/lib/sessions/recordings"], {
    "a recording that is gone, said to be removed once": [', state: { not: "REMOVED" } }', " }"],
  }),
  ...inFile("lib/sessions/recordings/mutations.ts", ["tests/lib/sessions/recordings"], {
    "a recording that is being removed, kept longer": [
      "    assertKept(row);\n    const retainUntil",
      "    const retainUntil",
    ],
    "a recording that is being removed, published": ['  if (move !== "remove") assertKept(row);\n', ""],
  }),
  ...inFile("lib/sessions/conference/guest-secret.ts", ["tests/lib/sessions/conference"], {
    "the signature of a guest link": ["&& timingSafeEqual(expected, received)", ""],
  }),
  ...inFile("lib/sessions/conference/providers/remote.ts", ["tests/lib/sessions/conference/providers"], {
    "a provider that leads elsewhere": ['redirect: "manual", ', ""],
    "a provider that pours out": ["if (size > largestAnswer)", "if (false)"],
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
    "a form of any size": ['if (Number(headers["content-length"] ?? 0) > largestForm) {', "if (false) {"],
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
  ...inFile("lib/sessions/attendance/certificates/mutations.ts", ["tests/lib/sessions/attendance"], {
    "two who ask for one certificate at once": [
      "where id = ${id}::uuid for update",
      "where id = ${id}::uuid",
    ],
  }),
  ...inFile("lib/sessions/minutes/approval/mutations.ts", ["tests/lib/sessions/minutes"], {
    "a verdict after the term": ["      termEndsAt: { gte: actor.at },\n", ""],
    "minutes that not all have approved": ["  if (approvals < session.attendedIds.length) return;\n", ""],
    "two verdicts of one person": ['  if (count === 0) throw new DomainError("minutes.alreadyJudged");', ""],
  }),
  ...inFile("lib/sessions/minutes/approval/commands.ts", ["tests/lib/sessions/minutes"], {
    "minutes approved before their term has passed": ["round, ...ended }", "round }"],
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
  ...inFile("lib/sessions/live/mutations.ts", ["tests/lib/sessions/live"], {
    "several points started at once": ["  await lockSession(tx, actor, seen.id);\n", ""],
    "a point of another session": ["agenda: { some: { id: input.item } }", "agenda: {}"],
    "a point of a session that does not run": ["  assertOpen(session, actor.at);\n", ""],
  }),
  ...inFile("lib/sessions/live/people/queries.ts", ["tests/lib/sessions/live"], {
    "people of a session, for whoever sees it": ["if (!canSeeWhoIsHere(actor, session)) return null;", ""],
    "stays of another day": [", joinedAt: { gte: roomOpensAt(session) }", ""],
  }),
  ...inFile("lib/sessions/live/queries.ts", ["tests/lib/sessions/live"], {
    "drafts of minutes, for whoever follows": [
      "mayRun ? writtenParts(minutes) : null",
      "writtenParts(minutes)",
    ],
  }),
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
  ...inFile("lib/sessions/replies/reply-token.ts", ["tests/lib/sessions/replies"], {
    "a forged link to reply": ["timingSafeEqual(given, right)", "true"],
    "a link that outlives its address": ["[sessionId, personId, id, email]", "[sessionId, personId, id]"],
  }),
  ...inFile("lib/sessions/replies/queries.ts", ["tests/lib/sessions/replies"], {
    "a link of a person who was disabled": [
      "if (!row || row.person.disabledAt) return null;",
      "if (!row) return null;",
    ],
    "a link of a person who left": [
      "if (!canReply(self, { ...session, invitedIds: [personId] })) return null;",
      "",
    ],
  }),
  ...inFile("lib/sessions/replies/commands.ts", ["tests/lib/sessions/replies"], {
    "a reply after the start": [
      'if (!acceptsReplies(session, actor.at)) throw new DomainError("sessions.replyClosed");',
      "",
    ],
    "twenty who reply at once": ["await lockSession(tx, actor, input.sessionId);", ""],
    "a calendar's reply to an older entry": ["sequence < known.sequence || isOlder", "isOlder"],
    "a calendar's reply that comes late": [
      "sequence < known.sequence || isOlder",
      "sequence < known.sequence",
    ],
  }),
  ...inFile("lib/sessions/replies/mutations.ts", ["tests/lib/sessions/replies"], {
    "a calendar's reply for somebody else": [
      'if (!answer.addresses.includes(invited.email)) return "otherAttendee";',
      "",
    ],
    "a calendar's reply to another session": [
      'if (answer.uid !== uidOf(invited.sessionId)) return "otherSession";',
      "",
    ],
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
