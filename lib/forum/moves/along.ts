import type { Tx } from "@/lib/platform/db";

type Move = { from: string; to: string };

/** Says anew who takes part in two threads, after posts went from one to the other. */
export async function countParticipants(tx: Tx, { from, to }: Move): Promise<void> {
  await tx.$executeRaw`
    insert into thread_participant (person_id, thread_id, category_id, last_post_at)
    select distinct p.author_id, t.id, t.category_id, t.last_post_at
    from thread t join post p on p.thread_id = t.id
    where t.id = ${to}::uuid and p.author_id is not null
    on conflict (person_id, thread_id) do nothing`;
  await tx.$executeRaw`
    delete from thread_participant m where m.thread_id = ${from}::uuid and not exists (
      select from post p where p.thread_id = m.thread_id and p.author_id = m.person_id)`;
}

/**
 * Takes along what a thread has beside its posts when it ends in another: its assignments, where nobody is to answer the
 * other one, and its frequent question, where the other has none.
 */
export async function takeAlong(tx: Tx, { from, to }: Move): Promise<void> {
  await tx.$executeRaw`
    update thread_assignment a set thread_id = ${to}::uuid
    where a.thread_id = ${from}::uuid and (a.ended_at is not null or not exists (
      select from thread_assignment o where o.thread_id = ${to}::uuid and o.ended_at is null))`;
  await tx.$executeRaw`
    update faq_entry e set thread_id = ${to}::uuid
    where e.thread_id = ${from}::uuid and not exists (select from faq_entry o where o.thread_id = ${to}::uuid)`;
}
