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
    "what came since, marked as read": ["        createdAt: { lte: newest.at },\n", ""],
    "another of the same moment, marked as read": [", { id: { lte: newest.id } }],", ", {}],"],
  }),
  ...inFile("lib/notifications/jobs.ts", ["tests/lib/notifications"], {
    "a mail to who was told before": [" && fresh.has(letter.person.id)", ""],
    "a mail at night that can wait": ["          notBefore: afterQuietHours(actor.at),\n", ""],
  }),
  ...inFile("lib/notifications/digests/jobs.ts", ["tests/lib/notifications/digests"], {
    "a second digest of the day": ["if (count === 0) return false;", ""],
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
