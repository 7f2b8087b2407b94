// biome-ignore-all lint/suspicious/noTemplateCurlyInString: texts of our own sources, placeholders and all

import { type Guard, inFile } from "./guard";

/** What keeps sessions, their rooms, replies and minutes in order. */
export const ofSessions: Guard[] = [
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
];
