import type { Shown } from "@/tests/support/e2e-shown";

const params = { slug: "camere-nuova-edizione" };
const area = "/area/programmes/[slug]/tables";
const shown = "select id::text as value from working_table where is_public order by position limit 1";
const reserved = "select id::text as value from working_table where not is_public order by position limit 1";

/** For who opens tables and says who sits there. */
const kept: Shown[] = [
  { page: area, params },
  { page: `${area}/new`, params },
  { page: `${area}/new`, params, state: "errors", press: "Apri il tavolo" },
  { page: `${area}/[id]`, params: { ...params, id: shown } },
  { page: `${area}/[id]`, params: { ...params, id: shown }, state: "errors", press: "Aggiungi al tavolo" },
  { page: `${area}/[id]/edit`, params: { ...params, id: shown } },
  { page: `${area}/[id]/remove`, params: { ...params, id: reserved } },
  {
    page: "/area/programmes/[slug]/documents",
    params,
    query: `table=${shown}`,
    state: "space of a table",
  },
];

/** For the people of bodies. */
const read: Shown[] = [
  { page: area, params, state: "a delegate's" },
  { page: `${area}/[id]`, params: { ...params, id: reserved }, state: "where one sits" },
  { page: `${area}/[id]`, params: { ...params, id: shown }, state: "where others sit" },
];

/** The pages of thematic tables, by those who keep them and those who read them. */
export const tables: Shown[] = [
  ...kept.map((one) => ({ ...one, as: "coordinatore" as const })),
  ...read.map((one) => ({ ...one, as: "staff.a" as const })),
];
