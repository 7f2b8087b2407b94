import { accounts } from "../accounts";
import type { RouteRow } from "./route-row";
import { everybodyElse, type Rows } from "./row";

const hiddenFrom = everybodyElse.members;

const solved = `select t.id from thread t join category c on c.id = t.category_id
  where c.programme_id = $1 and not c.is_public and c.table_id is null and t.accepted_post_id is not null and t.hidden_at is null
    and not exists (select from faq_entry e where e.thread_id = t.id) order by t.id limit 1`;
const entry = (condition: string) =>
  `select e.id, e.version, e.section_id as section from faq_entry e join faq_section s on s.id = e.section_id
   join thread t on t.id = e.thread_id join category c on c.id = t.category_id
   where s.programme_id = $1 and ${condition} order by e.id limit 1`;
const section = "select id, version from faq_section where programme_id = $1 order by position limit 1";

/** Actions on what is asked often. Headings are the programme's, whose existence everybody may know. */
export const faq: Rows = {
  "forum.putIntoFaq": {
    right: "coordinatore",
    hiddenFrom,
    input: async (demo) => {
      const { id } = await demo.edition<"id">(solved);
      return { threadId: id, question: "Che cosa si chiede spesso?", newSection: "Di prova" };
    },
  },
  "forum.changeFaqEntry": {
    right: "coordinatore",
    hiddenFrom,
    needs: ["forum.putIntoFaq"],
    input: async (demo) => {
      const { section: sectionId, ...one } = await demo.edition<"id" | "version" | "section">(
        entry("not c.is_public and c.table_id is null"),
      );
      return { ...one, sectionId, question: "Con altre parole?" };
    },
  },
  "forum.renameFaqSection": {
    right: "coordinatore",
    input: async (demo) => ({ ...(await demo.edition<"id" | "version">(section)), title: "Con altro nome" }),
  },
  "forum.moveFaqSection": {
    right: "coordinatore",
    input: async (demo) => ({ id: (await demo.edition<"id">(section)).id, direction: "down" }),
  },
  "forum.takeOutOfFaq": {
    right: "coordinatore",
    hiddenFrom,
    needs: ["forum.putIntoFaq"],
    input: async (demo) => {
      const { id, version } = await demo.edition<"id" | "version">(
        entry("not c.is_public and c.table_id is null"),
      );
      return { id, version };
    },
  },
};

/** A reader of an answer that everybody reads, who says that it helped. */
export const faqRequests: Record<string, RouteRow> = {
  "an answer that helped": {
    entry: "forum.countHelped",
    right: "nobody",
    also: accounts,
    isRecorded: true,
    input: async (demo) => ({
      path: `/api/faq/${(await demo.edition<"id">(entry("c.is_public"))).id}/helped`,
      fields: { face: "public", lang: "it" },
    }),
  },
};
