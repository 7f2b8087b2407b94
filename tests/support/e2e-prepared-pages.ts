import { createHash } from "node:crypto";
import { rows } from "@/tests/support/e2e-database";
import { prepareLivePages } from "@/tests/support/e2e-live-pages";
import { prepareMailPages } from "@/tests/support/e2e-mail-pages";
import { prepareNewsletterPages } from "@/tests/support/e2e-newsletter-pages";
import { preparePlanningPages } from "@/tests/support/e2e-planning-pages";
import { prepareLibraryPages } from "@/tests/support/e2e-reuse-pages";

const programme = "(select id from programme where slug = 'camere-nuova-edizione')";

/** A session that is open to everybody. */
export const guestSession = "01950000-0000-7000-8000-000000000002";

/** What the demonstration has not, and pages show: an invitation and a reset of known secret, an outcome in draft. */
export async function prepareShownPages(): Promise<void> {
  const hash = createHash("sha256").update("parola-di-prova").digest("hex");
  await preparePlanningPages(hash);
  await prepareLibraryPages(hash);
  await prepareNewsletterPages(hash);
  await prepareLivePages();
  await prepareMailPages();
  await rows(
    `INSERT INTO account_invitation (id, token_hash, email, role, expires_at)
     VALUES (gen_random_uuid(), $1, 'prova@valfiorita.test', 'ADMINISTRATOR', '2026-04-30') ON CONFLICT DO NOTHING`,
    [hash],
  );
  await rows(
    `INSERT INTO password_reset (id, token_hash, person_id, expires_at)
     SELECT gen_random_uuid(), $1, id, '2026-04-30' FROM person WHERE email = 'rpd@demo.test' ON CONFLICT DO NOTHING`,
    [hash],
  );
  await rows(
    `INSERT INTO email_change (person_id, token_hash, email, created_at, expires_at)
     SELECT id, $1, 'nuovo@valfiorita.test', '2026-03-24', '2026-04-30' FROM person WHERE email = 'rpd@demo.test'
     ON CONFLICT DO NOTHING`,
    [hash],
  );
  await rows(
    `INSERT INTO outcome (id, programme_id, title, text, text_html)
     SELECT '01950000-0000-7000-8000-000000000001', ${programme}, 'In bozza', 'In bozza', '<p>In bozza</p>'
     ON CONFLICT DO NOTHING`,
  );
  await rows(
    `INSERT INTO session (id, programme_id, kind, title, starts_at, ends_at, mode, url, audience, state, convened_at, vevent, updated_at)
     SELECT '${guestSession}', ${programme}, 'SEMINAR', 'Un incontro aperto a tutti', '2026-05-20T08:00Z', '2026-05-20T10:00Z',
       'WEBCONFERENCE', 'https://aula.example.org/aperto', 'PUBLIC', 'CONVENED', '2026-03-24', '', '2026-03-24'
     ON CONFLICT DO NOTHING`,
  );
}
