// biome-ignore-all lint/suspicious/noTemplateCurlyInString: texts of our own sources, placeholders and all

import { ofAnnouncements } from "./announcements";
import { type Guard, inFile } from "./guard";

/** What keeps others from writing by mail in somebody's name, and mails from going where they come back from. */
export const ofMail: Guard[] = [
  ...ofAnnouncements,
  ...inFile("lib/forum/by-mail/mutations.ts", ["tests/lib/forum/by-mail"], {
    "an answer sent from another address": [
      '  if (mail.from !== answerer.email) return "otherSender";\n',
      "",
    ],
    "an answer of a program": ["  if (mail.automatic) return mail.automatic;\n", ""],
    "an answer that comes too late": [
      '  if (await isOver(actor, sent, answerer)) return refused("expired");\n',
      "",
    ],
    "answers after sign-ins were ended": ["  if (repliesFrom && sentAt < repliesFrom) return true;\n", ""],
    "a file of a kind that is not taken": [
      "({ mimeType } = await checkContent(staged.head, filename));",
      'mimeType = "text/plain";',
    ],
    "how often a person is told": ['    await consume("answer-refused", id);\n', ""],
  }),
  ...inFile("lib/forum/by-mail/queries.ts", ["tests/lib/forum/by-mail"], {
    "an answer to an address that is the person's no more": [
      "where: { id: toPersonId, email: toAddress, disabledAt: null },",
      "where: { id: toPersonId, disabledAt: null },",
    ],
    "the title of a discussion that one may not read any more": [
      "where: { AND: [{ id: threadId }, threadVisibleTo(author)] },",
      "where: { id: threadId },",
    ],
  }),
  ...inFile("lib/platform/mail/inbound/queries.ts", ["tests/platform/mail/inbound/mutations.test.ts"], {
    "what comes back before a mail left": [
      "if (!mail || mail.sentAt === null) return null;",
      "if (!mail) return null;",
    ],
  }),
  ...inFile("lib/platform/mail/inbound/mutations.ts", ["tests/platform/mail/inbound/mutations.test.ts"], {
    "a mail that comes back twice": ['where: { id, state: "SENT" },', "where: { id },"],
    "what is not the address's own fault": ["tellsOfAddress(status) && ", ""],
  }),
  ...inFile("lib/platform/mail/send.ts", ["tests/platform/mail/inbound/mutations.test.ts"], {
    "mail to an address that is not reachable": [
      "if (!mail.insists && (await isUnreachable(db, mail.toAddress))) {",
      "if (false) {",
    ],
  }),
  ...inFile("lib/notifications/letters/queries.ts", ["tests/lib/forum/by-mail"], {
    "who only reads, told that they may answer": [
      "    ...(writers.has(person.id) ? { repliesTo: `thread.${post.thread.id}` } : {}),",
      "    ...{ repliesTo: `thread.${post.thread.id}` },",
    ],
  }),
  ...inFile("lib/people/email-address/mutations.ts", ["tests/lib/people/email-address"], {
    "the present address, asked for although mail arrives": [
      "if (isSame && !(await isUnreachable(tx, input.email)))",
      "if (false)",
    ],
  }),
];
