// biome-ignore-all lint/suspicious/noTemplateCurlyInString: texts of our own sources, placeholders and all

import { type Guard, inFile } from "./guard";

/** What keeps people from being told too much, twice, or what they did not want. */
export const ofNotifications: Guard[] = [
  ...inFile("lib/notifications/subjects/queries.ts", ["tests/lib/notifications"], {
    "a hidden thread, named": [", threadVisibleTo(actor)] }", "] }"],
    "a draft of a session, named": [", sessionVisibleTo(actor)] }", "] }"],
    "a deliverable of another body, named": [", deliverableVisibleTo(actor)] }", "] }"],
    "a declaration that another decides on": [
      'kind !== "reuseDeclared" || canManageLibrary(actor, inProgramme)',
      "true",
    ],
    "a flagged post that another decides on": [
      '  if (kind === "postFlagged") return canModerate(actor, inProgramme);\n',
      "",
    ],
  }),
  ...inFile("lib/notifications/centre/mutations.ts", ["tests/lib/notifications/centre"], {
    "what came since, marked as read": ["        latestAt: { lte: newest.at },\n", ""],
    "another of the same moment, marked as read": [", { id: { lte: newest.id } }],", ", {}],"],
  }),
  ...inFile("lib/notifications/jobs.ts", ["tests/lib/notifications"], {
    "a mail to who was told before": [" || !line) continue;", ") continue;"],
  }),
  ...inFile("lib/notifications/letters/mail.ts", ["tests/lib/notifications"], {
    "a mail at night that can wait": ["          notBefore: afterQuietHours(actor.at),\n", ""],
  }),
  ...inFile("lib/notifications/centre/commands.ts", ["tests/lib/notifications/merging"], {
    "an event that somebody was told of before": [
      "notices.filter(({ personId }) => !known.has(personId))",
      "[...notices]",
    ],
    "a line that grows after its window": ["where open_until <= ${actor.at} and", "where false and"],
    "a line that grows after it was read": [
      "    data: { readAt: actor.at, openUntil: null },",
      "    data: { readAt: actor.at },",
    ],
  }),
  ...inFile("lib/notifications/merging/jobs.ts", ["tests/lib/notifications/merging"], {
    "a mail of what was read": [" || line.readAt !== null", ""],
    "a mail to who wants none any more": ['  if (pace === "NEVER") return;\n', ""],
  }),
  ...inFile("lib/notifications/merging/queries.ts", ["tests/lib/notifications/merging"], {
    "posts hidden meanwhile, counted in a mail": [
      "return postId === null || shown.has(postId);",
      "return true;",
    ],
  }),
  ...inFile(
    "prisma/migrations/20261130190337_live_and_merging/migration.sql",
    ["tests/lib/notifications/merging"],
    {
      "two lines that are open for the same": [
        '"notification" ("person_id", "kind", "subject_kind", "subject_id")',
        '"notification" ("id", "person_id", "kind", "subject_kind", "subject_id")',
      ],
    },
  ),
  ...inFile("lib/notifications/digests/jobs.ts", ["tests/lib/notifications/digests"], {
    "a second digest of the day": ["if (count === 0) return false;", ""],
  }),
  ...inFile("lib/notifications/digests/jobs.ts", ["tests/lib/notifications/merging"], {
    "a line that grows after its digest": ["awaitsDigest: false, openUntil: null }", "awaitsDigest: false }"],
  }),
  ...inFile("lib/notifications/digests/queries.ts", ["tests/lib/notifications/digests"], {
    "news of the week, before its end": [
      '    if (pace === "WEEKLY" && row.createdAt >= weekly) continue;\n',
      "",
    ],
    "what was read meanwhile": ["readAt !== null || ", ""],
  }),
  ...inFile("lib/notifications/unsubscribing/queries.ts", ["tests/lib/notifications/unsubscribing"], {
    "a forged link that ends mails": ["  if (!isUnsubscribeToken(token, ending)) return null;\n", ""],
    "the link of somebody disabled": [", disabledAt: null }", " }"],
  }),
  ...inFile("lib/notifications/groups.ts", ["tests/lib/notifications"], {
    "a convocation that somebody does not want": ["isFixed ? usual : ", ""],
  }),
];
