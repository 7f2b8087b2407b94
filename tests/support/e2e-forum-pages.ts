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
  forum("/threads/[id]/manage", { params: { id: openThread } }),
  forum("/threads/[id]/posts/[number]", { params: { id: openThread, number: "2" } }),
];
