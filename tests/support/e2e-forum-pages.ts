import type { Pathname } from "@/lib/platform/i18n/routing";
import type { Shown } from "@/tests/support/e2e-shown";

const slug = "camere-nuova-edizione";
const thread = (where: string) =>
  `select t.id::text as value from thread t join category c on c.id = t.category_id
   join programme g on g.id = c.programme_id where g.slug = '${slug}' and ${where} order by t.title limit 1`;
const category = `select c.id::text as value from category c join programme g on g.id = c.programme_id
   where g.slug = '${slug}' and c.position = 1`;
const solved = thread("t.title like 'Come ricollocare%'");
const solvedElsewhere = thread(
  "t.accepted_post_id is not null and t.id not in (select thread_id from faq_entry)",
);
export const openThread = thread("t.title like 'Competenze%'");

const forum = (part: string, more: Partial<Shown> = {}): Shown => ({
  page: `/area/programmes/[slug]/forum${part}` as Pathname,
  ...more,
  params: { slug, ...more.params },
});

const discuss = "/area/programmes/[slug]/discuss/[kind]/[id]" as const;
const talkedOf =
  "select l.deliverable_id::text as value from thread_link l where l.deliverable_id is not null limit 1";
const notTalkedOf = `select a.id::text as value from agenda_item a join session s on s.id = a.session_id
   join programme g on g.id = s.programme_id where g.slug = '${slug}' and s.state = 'CONVENED'
     and a.id not in (select agenda_item_id from thread_link where agenda_item_id is not null) order by a.id limit 1`;

/** A thing that is brought into the forum. */
const discussed: Shown[] = [
  { page: discuss, params: { slug, kind: "deliverable", id: talkedOf } },
  { page: discuss, params: { slug, kind: "point", id: notTalkedOf }, state: "not discussed yet" },
  {
    page: discuss,
    params: { slug, kind: "point", id: notTalkedOf },
    press: "Apri la discussione",
    state: "with errors",
  },
];

/** The forum as the coordinator sees it: its lists, its threads, and what is done with them. */
export const coordinatorForum: Shown[] = [
  { page: "/area/forum" },
  forum(""),
  forum("", { query: "whose=mine&state=SOLVED", state: "one's own" }),
  forum("/faq"),
  forum("/waiting"),
  forum("/waiting", { query: "days=300", state: "empty" }),
  forum("/threads/[id]", {
    params: { id: solvedElsewhere },
    state: "an answer that may become a frequent one",
  }),
  forum("/categories"),
  forum("/categories/[id]", { params: { id: category } }),
  forum("/categories/[id]/new", { params: { id: category } }),
  forum("/threads/[id]", { params: { id: solved } }),
  forum("/threads/[id]/links", { params: { id: openThread } }),
  forum("/threads/[id]/links", {
    params: { id: solved },
    query: "q=nulla-di-simile",
    state: "nothing found",
  }),
  ...discussed,
  forum("/threads/[id]/manage", { params: { id: openThread } }),
  forum("/threads/[id]/posts/[number]", { params: { id: openThread, number: "2" } }),
];
