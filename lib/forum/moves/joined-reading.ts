import type { Tx } from "@/lib/platform/db";

type Move = { from: string; to: string };

/**
 * After posts became a thread of their own: whoever had read them has read them there, follows it as closely where that
 * was chosen by hand or they wrote in it, and finds nothing new in what is left.
 */
export async function divideReading(tx: Tx, { from, to }: Move): Promise<void> {
  await tx.$executeRaw`
    insert into thread_read (person_id, thread_id, last_read_number, read_at, watch, is_watch_automatic)
    select r.person_id, ${to}::uuid, coalesce(reached.number, 0), r.read_at,
      case when r.is_watch_automatic and not wrote.there then null else r.watch end,
      r.is_watch_automatic and wrote.there
    from thread_read r
    cross join lateral (select exists (
      select from post p where p.author_id = r.person_id and p.thread_id = ${to}::uuid) as there) wrote
    left join lateral (
      select p.number from post_moved m join post p on p.id = m.post_id
      where m.thread_id = r.thread_id and p.thread_id = ${to}::uuid and m.number <= r.last_read_number
      order by m.number desc limit 1
    ) reached on true
    where r.thread_id = ${from}::uuid`;
  await tx.$executeRaw`
    update thread_read r set last_read_number = t.last_post_number from thread t
    where t.id = ${from}::uuid and r.thread_id = t.id and r.last_read_number < t.last_post_number
      and not exists (select from post p where p.thread_id = t.id and p.number > r.last_read_number)`;
}

/**
 * Before a thread ends in another: whoever had read the other to its end has read as far of what came, for the rest it is
 * new; whoever followed the one follows the other, unless they had said otherwise of that. That one was muted silences nothing.
 */
export async function joinReading(tx: Tx, { from, to, last }: Move & { last: number }): Promise<void> {
  await tx.$executeRaw`
    with carried as (
      select s.person_id, s.read_at,
        (select p.number from post_moved m join post p on p.id = m.post_id
          where m.thread_id = s.thread_id and p.thread_id = ${to}::uuid and m.number <= s.last_read_number
          order by m.number desc limit 1) as reached,
        case when not s.is_watch_automatic and s.watch <> 'MUTED' then s.watch end as chosen,
        case when s.is_watch_automatic then s.watch end as automatic
      from thread_read s where s.thread_id = ${from}::uuid
    ), kept as (
      update thread_read r set
        last_read_number = case when r.last_read_number >= ${last}
          then greatest(r.last_read_number, coalesce(c.reached, 0)) else r.last_read_number end,
        watch = case when r.watch is not null and not r.is_watch_automatic
          then r.watch else coalesce(c.chosen, r.watch, c.automatic) end,
        is_watch_automatic = (r.watch is null or r.is_watch_automatic)
          and c.chosen is null and coalesce(r.watch, c.automatic) is not null
      from carried c where r.thread_id = ${to}::uuid and r.person_id = c.person_id
      returning r.person_id
    )
    insert into thread_read (person_id, thread_id, last_read_number, read_at, watch, is_watch_automatic)
    select c.person_id, ${to}::uuid, 0, c.read_at, coalesce(c.chosen, c.automatic), c.chosen is null
    from carried c
    where coalesce(c.chosen, c.automatic) is not null and c.person_id not in (select person_id from kept)`;
}
