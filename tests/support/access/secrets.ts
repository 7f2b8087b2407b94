import type { Demo } from "./valid/row";

/**
 * Columns whose values leave the database for nobody, each with a statement that plants one where the demonstration has
 * none; $1 is the running edition. A column with the name of a secret that is neither here nor below fails the test.
 */
export const secrets: Record<string, string> = {
  "person.password_hash":
    "select password_hash from person where email = 'osservatore@demo.test' and $1::uuid is not null",
  "account_invitation.token_hash": `insert into account_invitation (id, token_hash, email, role, programme_id, expires_at)
    values (gen_random_uuid(), md5(random()::text), 'canarino@ente.test', 'EXPERT', $1, '2026-05-01') returning token_hash`,
  "password_reset.token_hash": `insert into password_reset (id, token_hash, person_id, expires_at)
    select gen_random_uuid(), md5(random()::text), id, '2026-05-01' from person where $1::uuid is not null limit 1 returning token_hash`,
  "email_change.token_hash": `insert into email_change (person_id, token_hash, email, created_at, expires_at)
    select id, md5(random()::text), 'canarino.nuovo@ente.test', now(), '2026-05-01' from person
    where email = 'staff.b@demo.test' and $1::uuid is not null returning token_hash`,
  "session_interest.token_hash": `insert into session_interest (id, session_id, body_name, email, people, token_hash, created_at)
    select gen_random_uuid(), id, 'Canarino', 'canarino@ente.test', 1, md5(random()::text), now() from session
    where programme_id = $1 and kind = 'DISSEMINATION' limit 1 returning token_hash`,
  "reuse_declaration.token_hash": `insert into reuse_declaration (id, item_id, organisation_name, email, purpose, token_hash, created_at)
    select gen_random_uuid(), id, 'Canarino', 'canarino@riuso.test', 'x', md5(random()::text), now() from reuse_item
    where programme_id = $1 and state = 'PUBLISHED' limit 1 returning token_hash`,
  "newsletter_request.token_hash": `insert into newsletter_request (id, email, programme_id, lang, token_hash, requested_at, expires_at)
    values (gen_random_uuid(), 'canarino@newsletter.test', $1, 'it', md5(random()::text), '2026-03-20', '2026-06-01')
    returning token_hash`,
  "newsletter_issue.submission_key": `update newsletter_issue set submission_key = gen_random_uuid()
    where id = (select id from newsletter_issue where programme_id = $1 limit 1) returning submission_key`,
  // With the second step behind them, else the owner's own pages would send nothing but the way to it.
  "second_factor.secret": `with owner as (
      update sign_in set second_factor_at = now() from person
      where person_id = person.id and email = 'staff.b@demo.test' and $1::uuid is not null returning person_id)
    insert into second_factor (person_id, secret, confirmed_at, candidate, candidate_at)
    select distinct person_id, md5(random()::text), now(), md5(random()::text), now() from owner returning secret`,
  "second_factor.candidate":
    "select candidate from second_factor where secret is not null and candidate is not null and $1::uuid is not null",
  "recovery_code.code_hash": `insert into recovery_code (id, person_id, code_hash, created_at)
    select gen_random_uuid(), id, md5(random()::text), now() from person
    where email = 'staff.b@demo.test' and $1::uuid is not null returning code_hash`,
  "announcement.submission_key": `update announcement set submission_key = gen_random_uuid()
    where id = (select id from announcement where programme_id = $1 limit 1) returning submission_key`,
  "post.submission_key": `update post set submission_key = gen_random_uuid()
    where id = (select id from post where $1::uuid is not null limit 1) returning submission_key`,
  // Whoever has gone in is led to the room by it; no page shows it before.
  "session.room_key": "select room_key from session where programme_id = $1 and state = 'CONVENED' limit 1",
  "identity.subject": `insert into identity (id, person_id, issuer, subject, created_at, last_used_at)
    select gen_random_uuid(), id, 'https://identita.example', md5(random()::text), now(), now() from person
    where email = 'osservatore@demo.test' and $1::uuid is not null returning subject`,
  "mail.unsubscribe_token": `insert into mail (id, dedupe_key, template, locale, to_address, params, unsubscribe_token)
    values (gen_random_uuid(), md5('end' || $1::text), 'notifications.posted', 'it', 'canarino@ente.test', '{}',
      md5(random()::text)) returning unsubscribe_token`,
  "mail.params": `insert into mail (id, dedupe_key, template, locale, to_address, params)
    values (gen_random_uuid(), md5($1::text), 'people.passwordReset', 'it', 'canarino@ente.test',
      jsonb_build_object('name', 'x', 'link', '/password/' || md5(random()::text))) returning params->>'link' as link`,
};

/** Columns that are named like a secret and are none. */
export const noSecrets = [
  "deliverable.register_sha256",
  "document_version.object_sha256",
  "file_passage.sha256",
  "file_text.sha256",
  "mail.dedupe_key",
  "minutes_round.pdf_sha256",
  "object_signature.sha256",
  "post_attachment.object_sha256",
  "rate_limit.key",
  "reuse_item.cover_sha256",
  "scheduled_attachment.object_sha256",
  "setting.key",
  "stored_object.sha256",
  "submission.receipt_sha256",
  "upload.refusal_params",
  "upload_part.sha256",
];

/** Plants them all. @returns their values by column */
export async function plantSecrets(demo: Demo): Promise<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const [column, sql] of Object.entries(secrets)) {
    const [value = ""] = Object.values(await demo.edition<string>(sql));
    values[column] = value;
  }
  return values;
}

/** Columns whose names say that they hold a secret. */
export async function secretColumns(data: {
  rows: <Row extends object>(sql: string) => Promise<Row[]>;
}): Promise<string[]> {
  const found = await data.rows<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'public' and column_name ~ '(hash|sha256|secret|token|candidate|subject|key|params)$' order by 1`,
  );
  return found.map(({ name }) => name);
}
