import type { Shown } from "@/tests/support/e2e-shown";

const params = { slug: "camere-nuova-edizione" };
const one = (condition: string) =>
  `select id::text as value from announcement where ${condition} order by publish_at limit 1`;
const published = one("state = 'PUBLISHED' and must_acknowledge");
const waiting = one("state = 'SCHEDULED'");
const withdrawn = one("state = 'WITHDRAWN'");
const area = "/area/programmes/[slug]/announcements";

/** For who writes announcements. */
export const announcementsWritten: Shown[] = [
  { page: area, params },
  {
    page: area,
    params,
    query: "after=WyIyMDAwLTAxLTAxVDAwOjAwOjAwLjAwMFoiLCIwMTk1MDAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDAiXQ",
    state: "empty",
  },
  { page: `${area}/new`, params },
  { page: `${area}/new`, params, state: "errors", press: "Pubblica l’avviso" },
  { page: `${area}/[id]`, params: { ...params, id: published } },
  { page: `${area}/[id]`, params: { ...params, id: waiting }, state: "waits" },
  { page: `${area}/[id]`, params: { ...params, id: withdrawn }, state: "withdrawn" },
  { page: `${area}/[id]/edit`, params: { ...params, id: waiting } },
  { page: `${area}/[id]/withdraw`, params: { ...params, id: published } },
];

/** For who reads them. */
export const announcementsRead: Shown[] = [
  { page: area, params, state: "to read" },
  { page: `${area}/[id]`, params: { ...params, id: published }, state: "to acknowledge" },
];
