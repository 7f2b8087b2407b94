// biome-ignore-all lint/suspicious/noTemplateCurlyInString: texts of our own sources, placeholders and all

import { type Guard, inFile } from "./guard";

/** What keeps a newsletter to those who asked for it, once each, and drafts to who writes them. */
export const ofNewsletter: Guard[] = [
  ...inFile("lib/newsletter/policy.ts", ["tests/lib/newsletter"], {
    "an issue that was not sent, read by all": ['{ state: "SENT", programme:', "{ programme:"],
    "the newsletter of what is not public": ['{ state: { not: "DRAFT" } }', "{}"],
  }),
  ...inFile("lib/newsletter/mutations.ts", ["tests/lib/newsletter"], {
    "the form of somebody else, sent again": [
      '    if (sent && sent.authorId !== actor.personId) throw new NotFoundError("issue");\n',
      "",
    ],
    "an issue of what is not public, sent": [
      '    if (programme.state === "DRAFT") throw new DomainError("newsletter.notPublic");\n',
      "",
    ],
  }),
  ...inFile("lib/newsletter/jobs.ts", ["tests/lib/newsletter"], {
    "an issue before its moment": [", sendAt: { lte: actor.at } },", " },"],
    "an issue to who subscribed later": ["        and s.confirmed_at <= ${issue.sentAt}\n", ""],
    "an issue to other programmes' readers": [
      "(s.programme_id = ${programme.id}::uuid or s.programme_id is null)",
      "true",
    ],
    "an issue to an address that does not receive": ["a.unreachable_at is not null)\n", "false)\n"],
  }),
  ...inFile("lib/newsletter/subscribing/mutations.ts", ["tests/lib/newsletter/subscribing"], {
    "how often a stranger's address is written to": ['  await consume("newsletter-address", email);\n', ""],
    "a link that has expired": [
      '    if (request.expiresAt <= actor.at) throw new DomainError("newsletter.linkExpired");\n',
      "",
    ],
    "one issue for who asked for all": [
      "      await tx.newsletterSubscription.deleteMany({ where: { email, programmeId: { not: null } } });\n",
      "      void 0;\n",
    ],
    "the mails to who has left": ["    await forgetListMails(tx, {", "    void ({"],
  }),
  ...inFile("lib/newsletter/subscribing/token.ts", ["tests/lib/newsletter/subscribing"], {
    "a forged end of a subscription": [
      "return timingSafeEqual(given, Buffer.from(signature(id))) ? id : null;",
      "return given.length > 0 ? id : null;",
    ],
  }),
  ...inFile("lib/platform/mail/queries.ts", ["tests/platform/mail/administration.test.ts"], {
    "who is on a list": ["toAddress: listId === null ? toAddress : null,", "toAddress,"],
  }),
  ...inFile("prisma/migrations/20261130230500_newsletter/migration.sql", ["tests/lib/newsletter"], {
    "one delivery of an issue": [
      '    CONSTRAINT "newsletter_delivery_pkey" PRIMARY KEY ("issue_id","subscription_id")',
      "    CHECK (true)",
    ],
  }),
];
