import type { Shown } from "@/tests/support/e2e-shown";
import { textPages } from "@/tests/support/e2e-text-pages";

const slug = "camere-nuova-edizione";
const page = "/area/programmes/[slug]/deliverables/[id]";
const one = (where: string) =>
  `select d.id::text as value from deliverable d join deliverable_request r on r.id = d.request_id
   join programme g on g.id = r.programme_id join organisation o on o.id = d.organisation_id
   where g.slug = '${slug}' and ${where} order by r.position limit 1`;
const asked = (state: string) =>
  `exists (select from extension_request e where e.deliverable_id = d.id and e.state = '${state}')`;
const sent = `(select s.version_id from submission s where s.deliverable_id = d.id and s.withdrawn_at is null
  order by s.submitted_at desc limit 1)`;
const shown = (state: string, where: string, more: Partial<Shown> = {}): Shown => ({
  page,
  params: { slug, id: one(where) },
  state,
  ...more,
});
const material = "select m.document_id::text as value from request_material m limit 1";

/** Deliverables in the states that a reviewer or coordinator meets, who has read what they require, and what their files say. */
export const deliverablePages: Shown[] = [
  shown(
    "at its second reviewer",
    "d.state = 'IN_REVIEW' and exists (select from review v where v.deliverable_id = d.id)",
  ),
  shown("a newer version waits", `d.state = 'IN_REVIEW' and d.review_version_id <> ${sent}`),
  shown("more time is asked for", asked("OPEN")),
  shown("an answer without its reason", asked("OPEN"), { press: "Rispondi all’ente" }),
  shown("locked", "d.state = 'LOCKED'"),
  shown("a conversation", "exists (select from deliverable_message m where m.deliverable_id = d.id)"),
  {
    page: "/area/programmes/[slug]/deliverables",
    params: { slug },
    query: "mine=on",
    state: "waiting for me",
  },
  { page: "/area/programmes/[slug]/documents/[id]/readers", params: { slug, id: material } },
  ...textPages,
  { page: "/area/programmes/[slug]/download", params: { slug } },
];

/** The same, as a body meets them. */
export const deliverablesToDo: Shown[] = [
  { page: "/area/programmes/[slug]/download", params: { slug }, state: "staff" },
  shown("ready for the referent", "d.ready_at is not null and o.slug = 'valfiorita'"),
  shown("more time was refused", `${asked("REFUSED")} and o.slug = 'valfiorita'`),
  shown("a request without its reason", `${asked("REFUSED")} and o.slug = 'valfiorita'`, {
    press: "Manda la richiesta",
  }),
];
