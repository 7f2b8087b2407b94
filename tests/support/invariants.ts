import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

type Stored = {
  dataDir: string;
  rows<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
};

/** What must hold at any moment, whatever was killed: each query finds the rows of which it does not. */
const rules: Record<string, string> = {
  "a post has its number's place: no gap, no double": `
    select thread_id::text as at from (
      select thread_id, number from post union all select thread_id, number from post_moved
        where thread_id in (select id from thread)) given group by thread_id
    having count(*) <> max(number) or min(number) <> 1`,
  "a thread counts its posts": `
    select t.id::text as at from thread t left join lateral (
      select coalesce(max(number), 0) as last from (select number from post where thread_id = t.id
        union all select number from post_moved where thread_id = t.id) given) p on true
    where t.last_post_number <> p.last`,
  "a post has its event": `
    select p.id::text as at from post p join thread t on t.id = p.thread_id
    where p.submission_key is not null and not exists (
      select from event e where e.subject_kind = 'thread' and e.subject_id = p.thread_id and (
        e.kind = 'forum.posted' and e.data->>'postId' = p.id::text
        or e.kind = 'forum.threadOpened' and p.number = 1))`,
  "an event of a post has its post": `
    select e.id::text as at from event e
    where e.kind = 'forum.posted' and not exists (select from post where id::text = e.data->>'postId')`,
  "an edited text has its history": `
    select p.id::text as at from post p
    where p.version <> 1 + (select count(*) from post_revision where post_id = p.id)`,
  "nobody has read further than was written": `
    select r.thread_id::text as at from thread_read r join thread t on t.id = r.thread_id
    where r.last_read_number > t.last_post_number`,
  "versions of a document are numbered without gap": `
    select document_id::text as at from document_version group by document_id
    having count(*) <> max(number) or min(number) <> 1`,
  "a document has a version": `
    select d.id::text as at from document d
    where d.removed_at is null and not exists (select from document_version where document_id = d.id)`,
  "the document of a deliverable belongs to it": `
    select d.id::text as at from document d
    where d.kind = 'DELIVERABLE' and not exists (select from deliverable where document_id = d.id)`,
  "a draft has its event": `
    select v.id::text as at from document_version v join deliverable d on d.document_id = v.document_id
    where v.filename like 'crash-%' and not exists (
      select from event e where e.kind = 'documents.draftAdded' and e.subject_id = d.id
        and (e.data->>'number')::int = v.number)`,
  "what was sent is more than a draft": `
    select d.id::text as at from deliverable d
    where d.state = 'SUBMITTED' and not exists (
      select from submission where deliverable_id = d.id and withdrawn_at is null)`,
  "receipts of a year are numbered without gap": `
    select year::text as at from submission group by year having count(*) <> max(number) or min(number) <> 1`,
  "a submission has its receipt, or the job that makes it": `
    select s.id::text as at from submission s
    where s.receipt_sha256 is null and s.withdrawn_at is null and not exists (
      select from graphile_worker._private_jobs j where j.payload::jsonb->>'submissionId' = s.id::text)`,
  "approved minutes have their document, or the job that makes it": `
    select r.session_id::text as at from minutes_round r
    join session_minutes m on m.session_id = r.session_id and m.round = r.number
    where m.state in ('APPROVED', 'PUBLISHED') and r.pdf_sha256 is null and not exists (
      select from graphile_worker._private_jobs j where j.payload::jsonb->>'sessionId' = r.session_id::text)`,
  "a verdict is of somebody who was there": `
    select v.session_id::text as at from minutes_verdict v
    join session_minutes m on m.session_id = v.session_id and m.round = v.round and m.state <> 'DRAFT'
    where not exists (select from attendance a
      where a.session_id = v.session_id and a.person_id = v.person_id and a.present)`,
  "an invitation has its event": `
    select i.id::text as at from account_invitation i
    where i.invited_by_id is not null and not exists (
      select from event where subject_kind = 'invitation' and subject_id = i.id)`,
  "an invitation has its mail": `
    select i.id::text as at from account_invitation i
    where i.email like 'crash-%' and not exists (select from mail where to_address = i.email)`,
  "a mail that is to leave has its job": `
    select m.id::text as at from mail m
    where m.state in ('QUEUED', 'FAILED') and not exists (
      select from graphile_worker.jobs where key = 'mail:' || m.id)`,
  "a job is about something that is there": `
    select id::text as at from graphile_worker._private_jobs
    where payload::jsonb ? 'eventId' and not exists (
      select from event e where e.id::text = payload::jsonb->>'eventId')`,
  "a session has as many points as its last change gave it": `
    select s.id::text as at from session s
    where s.title like 'crash-%' and (
      select count(*) from agenda_item a where a.session_id = s.id and a.title = s.title) <> 1`,
  "a change of a session has its event": `
    select s.id::text as at from session s
    where s.title like 'crash-%' and s.version - 1 > (
      select count(*) from event where subject_id = s.id and subject_kind = 'session')`,
  "a counter has counted to its last number": `
    select c.register as at from counter c
    where c.register = 'submission' and c.value <> (select coalesce(max(number), 0) from submission where year = c.year)`,
};

/** What does not hold, each with where; nothing when all is well. */
export async function brokenRules({ rows }: Stored): Promise<string[]> {
  const sql = Object.entries(rules).map(
    ([name, query]) => `select '${name.replaceAll("'", "''")}' as rule, q.at from (${query}) q`,
  );
  const found = await rows<{ rule: string; at: string }>(sql.join("\nunion all\n"));
  return found.map(({ rule, at }) => `${rule}: ${at}`);
}

/** Rows whose bytes are missing or others, and (after a sweep) bytes that no row knows. */
export async function brokenFiles(data: Stored, { isSwept = false } = {}): Promise<string[]> {
  const known = await data.rows<{ sha256: string; size: string }>(
    "select sha256, size::text from stored_object",
  );
  const directory = join(data.dataDir, "objects");
  const broken: string[] = [];
  for (const { sha256, size } of known) {
    const is = await read(join(directory, sha256.slice(0, 2), sha256.slice(2, 4), sha256));
    if (is?.sha256 !== sha256 || String(is.size) !== size)
      broken.push(`${sha256}: its bytes are ${is?.sha256 ?? "gone"}`);
  }
  if (!isSwept) return broken;
  const names = new Set(known.map(({ sha256 }) => sha256));
  const present = (await readdir(directory, { recursive: true })).map((path) => path.slice(-64));
  const orphans = present.filter((name) => /^[0-9a-f]{64}$/.test(name) && !names.has(name));
  const staged = await readdir(join(data.dataDir, "temporary")).catch(() => []);
  return [
    ...broken,
    ...orphans.map((name) => `${name}: no row`),
    ...staged.map((name) => `${name}: left half written`),
  ];
}

async function read(path: string): Promise<{ sha256: string; size: number } | null> {
  const hash = createHash("sha256");
  let size = 0;
  try {
    await pipeline(createReadStream(path), async (source) => {
      for await (const chunk of source as AsyncIterable<Buffer>) {
        hash.update(chunk);
        size += chunk.length;
      }
    });
  } catch {
    return null;
  }
  return { sha256: hash.digest("hex"), size };
}
