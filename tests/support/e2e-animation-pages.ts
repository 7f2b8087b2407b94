import type { Pathname } from "@/lib/platform/i18n/routing";
import type { Shown } from "@/tests/support/e2e-shown";

const slug = "camere-nuova-edizione";
const waiting = `select p.id::text as value from scheduled_post p join person a on a.id = p.author_id
   where a.email = 'coordinatore@demo.test' and p.state = 'WAITING' limit 1`;
const inThread =
  "select p.thread_id::text as value from scheduled_post p where p.thread_id is not null limit 1";
const prompt = "select id::text as value from prompt where programme_id is null order by id limit 1";

const animation = (part: string, more: Partial<Shown> = {}): Shown => ({
  page: `/area/programmes/[slug]/animation${part}` as Pathname,
  ...more,
  params: { slug, ...more.params },
});

/** What keeps the forum going, as the coordinator sees it. */
export const coordinatorAnimation: Shown[] = [
  animation(""),
  animation("/prompts"),
  animation("/prompts", { press: "Aggiungi", state: "with errors" }),
  animation("/prompts", { query: `discussione=${inThread}`, state: "in a discussion" }),
  animation("/participation"),
  animation("/welcome"),
  animation("/scheduled/new"),
  animation("/scheduled/new", { query: `discussione=${inThread}`, state: "in a discussion" }),
  animation("/scheduled/new", { query: `spunto=${prompt}`, state: "begun with a prompt" }),
  animation("/scheduled/new", { press: "Programma", state: "with errors" }),
  animation("/scheduled/[id]", { params: { id: waiting } }),
];

/** What somebody sees who has begun to take part of late. */
export const newcomerPages: Shown[] = [
  { page: "/area", as: "ottone.verbena", state: "new" },
  { page: "/area/programmes/[slug]", as: "ottone.verbena", state: "new", params: { slug } },
];
