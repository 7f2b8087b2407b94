import { announcementsRead, announcementsWritten } from "@/tests/support/e2e-announcement-pages";
import { rows } from "@/tests/support/e2e-database";
import { provedAnew } from "@/tests/support/e2e-midway-pages";
import { coordinatorNewsletter, openNewsletter } from "@/tests/support/e2e-newsletter-pages";
import type { Shown } from "@/tests/support/e2e-shown";

/** An account whose mails come back, which does nothing else on the pages that are shown. */
const lost = "esperto@demo.test";

/** Mails that came back, which the demonstration has not. */
export async function prepareMailPages(): Promise<void> {
  await rows(
    `INSERT INTO mail_address (address, failures, last_failure_at, unreachable_at)
     VALUES ($1, 3, '2026-03-24', '2026-03-24') ON CONFLICT DO NOTHING`,
    [lost],
  );
  await rows(
    `INSERT INTO mail (id, dedupe_key, template, locale, to_address, params, state, attempts, last_error, sent_at, returned_at)
     VALUES (gen_random_uuid(), 'shown: a mail that came back', 'notifications.posted', 'it', $1, '{}', 'RETURNED', 1,
       'returned: 5.1.1', '2026-03-23', '2026-03-24') ON CONFLICT DO NOTHING`,
    [lost],
  );
}

/** For who writes and reads newsletters and announcements, and for the person whose mails come back. */
export const mailAndAnnouncements: Shown[] = [
  ...openNewsletter,
  ...coordinatorNewsletter.map((one) => ({ ...one, as: "coordinatore" as const })),
  ...announcementsWritten.map((one) => ({ ...one, as: "coordinatore" as const })),
  ...announcementsRead.map((one) => ({ ...one, as: "staff.a" as const })),
  { page: "/area", as: "esperto", state: "mail comes back" },
  {
    page: "/area/profile/email-address",
    as: "esperto",
    state: "mail comes back",
    meanwhile: provedAnew,
  },
];

/** For the administrator. */
export const returnedMails: Shown[] = [
  { page: "/area/administration/mail", query: "state=RETURNED", state: "mails that came back" },
  { page: "/area/administration/people", query: "state=unreachable", state: "whose mail comes back" },
];
