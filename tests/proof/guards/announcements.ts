// biome-ignore-all lint/suspicious/noTemplateCurlyInString: texts of our own sources, placeholders and all

import { type Guard, inFile } from "./guard";

/** What keeps announcements to those to whom they go, and what was read to what was on the page. */
export const ofAnnouncements: Guard[] = [
  ...inFile("lib/announcements/policy.ts", ["tests/lib/announcements"], {
    "an announcement that waits, read by all": ['        state: "PUBLISHED",\n', ""],
    "an announcement to other bodies": [
      "            bodies: { some: { organisationId } },\n",
      "            ...(organisationId ? {} : {}),\n",
    ],
  }),
  ...inFile("lib/announcements/mutations.ts", ["tests/lib/announcements"], {
    "another text, acknowledged": [
      '    if (announcement.version !== version) throw new DomainError("announcements.changedMeanwhile");\n',
      "",
    ],
    "a body that does not take part": [", ...takesPart },", " },"],
    "the form of somebody else, sent again": [
      '    if (sent && sent.authorId !== actor.personId) throw new NotFoundError("announcement");\n',
      "",
    ],
  }),
  ...inFile("lib/announcements/jobs.ts", ["tests/lib/announcements"], {
    "an announcement before its moment": [", publishAt: { lte: actor.at } },", " },"],
    "an announcement that was withdrawn, published": ['where: { id, state: "SCHEDULED",', "where: { id,"],
  }),
  ...inFile("lib/notifications/announcements/queries.ts", ["tests/lib/notifications/announcements.test.ts"], {
    "mails that the author did not want": ["notice.byMail ? referents", "true ? referents"],
  }),
];
