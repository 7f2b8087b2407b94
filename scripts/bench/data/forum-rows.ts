import { rendererVersion } from "@/lib/platform/markdown";
import type { Load, Value } from "@/scripts/bench/data/copy";
import { type Chance, identifier } from "@/scripts/bench/data/random";
import { sentences, title } from "@/scripts/bench/data/vocabulary";
import { begin, someAuthor, someProgramme, type World } from "@/scripts/bench/data/world";

/** A thread as its posts made it. */
export type Thread = {
  id: string;
  programme: number;
  category: number;
  createdAt: number;
  lastPostAt: number;
  posts: number;
};

export type Forum = { threads: Thread[]; threadOfPost: Int32Array; timeOf(post: number): number };

/** Threads that are being written in at the same time. */
const lively = 400;

/**
 * Who wrote when into which thread, in the order of time, as it would have come about: some hundred threads are alive at
 * a time, most of them short. The first thread is the long one.
 */
export function imagineForum(world: World): Forum {
  const { shape, chance, now } = world;
  const start = begin(now);
  const step = (now - start) / shape.posts;
  const timeOf = (post: number) => Math.floor(start + post * step);
  const threads: Thread[] = [];
  const threadOfPost = new Int32Array(shape.posts);
  const open = (programme: number, at: number) => {
    const category = programme === 0 && threads.length === 0 ? 0 : chance.below(4);
    threads.push({
      id: identifier(chance, at),
      programme,
      category,
      createdAt: at,
      lastPostAt: at,
      posts: 0,
    });
    return threads.length - 1;
  };
  const alive: { thread: number; left: number }[] = [];
  const long = open(0, start);
  for (let post = 0; post < shape.posts; post += 1) {
    const at = timeOf(post);
    let index = long;
    if (post > 0 && !chance.happens(shape.longestThread)) {
      const place = chance.below(Math.min(lively, Math.ceil(shape.posts / 100)));
      let slot = alive[place];
      if (!slot || slot.left === 0) {
        slot = { thread: open(someProgramme(world), at), left: lengthOf(chance) };
        alive[place] = slot;
      }
      slot.left -= 1;
      index = slot.thread;
    }
    const thread = threads[index] as Thread;
    thread.posts += 1;
    thread.lastPostAt = at;
    threadOfPost[post] = index;
  }
  return { threads: threads.filter(({ posts }) => posts > 0), threadOfPost, timeOf };
}

// Most discussions end after a few answers, some go on for long: eight posts on average.
function lengthOf(chance: Chance): number {
  const kind = chance.next();
  if (kind < 0.6) return 2 + chance.below(4);
  if (kind < 0.9) return 5 + chance.below(8);
  return kind < 0.99 ? 12 + chance.below(29) : 40 + chance.below(161);
}

/** Threads, their posts, and how far people have read. */
export function forumLoads(world: World, forum: Forum): { threads: Load; posts: Load; reads: Load } {
  return {
    threads: {
      table: "thread",
      columns: [
        ...["id", "category_id", "title", "state", "is_pinned", "author_id", "created_at"],
        ...["last_post_at", "last_post_number", "post_count"],
      ],
      rows: threadRows(world, forum),
    },
    posts: {
      table: "post",
      columns: [
        ...["id", "thread_id", "number", "author_id", "on_behalf_of_id", "markdown", "html"],
        ...["renderer_version", "created_at"],
      ],
      rows: postRows(world, forum),
    },
    reads: {
      table: "thread_read",
      columns: ["person_id", "thread_id", "last_read_number", "read_at"],
      rows: readRows(world, forum),
    },
  };
}

/**
 * Every eighth thread of the largest programme is opened by the first body's referent, whose lists are measured: a
 * hundredth of the data fills a page of them too.
 */
function openedByReader({ programmes }: World, thread: Thread, index: number) {
  return thread.programme === 0 && index % 8 === 0 ? programmes[0]?.bodies[0] : undefined;
}

function* threadRows(world: World, { threads }: Forum): Generator<Value[]> {
  const { chance, programmes } = world;
  for (const [index, thread] of threads.entries()) {
    const programme = programmes[thread.programme] as World["programmes"][number];
    const answered = chance.happens(0.5) ? "SOLVED" : "ANSWERED";
    const state = thread.posts < 2 ? "OPEN" : answered;
    yield [
      thread.id,
      programme.categories[thread.category] as string,
      title(chance),
      state,
      chance.happens(0.0005),
      (openedByReader(world, thread, index)?.people[0] ?? someAuthor(chance, programme).person).id,
      new Date(thread.createdAt),
      new Date(thread.lastPostAt),
      thread.posts,
      thread.posts,
    ];
  }
}

function* postRows(world: World, forum: Forum): Generator<Value[]> {
  const { chance, programmes } = world;
  const numbers = new Int32Array(forum.threads.length);
  for (let post = 0; post < forum.threadOfPost.length; post += 1) {
    const index = forum.threadOfPost[post] as number;
    const thread = forum.threads[index] as Thread;
    const number = (numbers[index] as number) + 1;
    numbers[index] = number;
    const reader = number === 1 ? openedByReader(world, thread, index) : undefined;
    const { person, bodyId } = reader
      ? { person: reader.people[0], bodyId: reader.id }
      : someAuthor(chance, programmes[thread.programme] as World["programmes"][number]);
    const at = forum.timeOf(post);
    const { markdown, html } = someText(chance);
    yield [
      identifier(chance, at),
      thread.id,
      number,
      person.id,
      bodyId,
      markdown,
      html,
      rendererVersion,
      new Date(at),
    ];
  }
}

/** A text with the HTML that the renderer makes of it: plain paragraphs have nothing to escape. */
export function someText(chance: Chance): { markdown: string; html: string } {
  const paragraphs = [sentences(chance, 15 + chance.below(40))];
  if (chance.happens(0.3)) paragraphs.push(sentences(chance, 10 + chance.below(30)));
  return { markdown: paragraphs.join("\n\n"), html: paragraphs.map((text) => `<p>${text}</p>`).join("\n") };
}

/**
 * The largest programme's first coordinator has read everything, the first body's referent almost everything; others
 * have read some threads, some to the end.
 */
function* readRows({ shape, chance, programmes }: World, { threads }: Forum): Generator<Value[]> {
  const others = Math.max(1, Math.round(shape.reads / threads.length));
  for (const thread of threads) {
    const programme = programmes[thread.programme] as World["programmes"][number];
    const at = new Date(thread.lastPostAt);
    const done = new Set<string>();
    const read = function* (personId: string, number: number): Generator<Value[]> {
      if (done.has(personId)) return;
      done.add(personId);
      yield [personId, thread.id, number, at];
    };
    if (thread.programme === 0) {
      yield* read(programme.team[0]?.id as string, thread.posts);
      if (chance.happens(0.98)) yield* read(programme.bodies[0]?.people[0].id as string, thread.posts);
      else done.add(programme.bodies[0]?.people[0].id as string);
    }
    for (let count = 0; count < others; count += 1) {
      const number = chance.happens(0.7) ? thread.posts : 1 + chance.below(thread.posts);
      yield* read(someAuthor(chance, programme).person.id, number);
    }
  }
}

/** Of each programme the questions of 200 threads, with the first answer to each: what is asked often. */
export const questionsAskedOften = `
  with answered as (
      select t.id as thread_id, p.id as post_id, c.programme_id, t.title,
        row_number() over (partition by c.programme_id order by t.id) as place
      from thread t join category c on c.id = t.category_id join post p on p.thread_id = t.id and p.number = 2),
    chosen as (select * from answered where place <= 200),
    accepted as (update thread t set accepted_post_id = c.post_id from chosen c where t.id = c.thread_id),
    sections as (
      insert into faq_section (id, programme_id, position, title)
      select gen_random_uuid(), programme_id, 1, 'Domande' from chosen group by programme_id returning id, programme_id)
  insert into faq_entry (id, section_id, thread_id, post_id, question, added_at)
  select gen_random_uuid(), s.id, c.thread_id, c.post_id, c.title || '?', now()
  from chosen c join sections s on s.programme_id = c.programme_id`;
