import type { Shown } from "@/tests/support/e2e-shown";

const slug = "camere-nuova-edizione";
const page = "/area/programmes/[slug]/sessions/[id]/minutes";
/** Of the minutes that wait for those who attended, the last in their order. */
const proposed = (value: string, from: string) =>
  `select ${value}::text as value from session_minutes m ${from}
   join session s on s.id = m.session_id join programme g on g.id = s.programme_id
   where g.slug = '${slug}' and m.state = 'PROPOSED' order by 1 desc limit 1`;
const id = proposed("m.session_id", "");
const part = "join minutes_point p on p.session_id = m.session_id";

/** The minutes that wait, as who runs the programme sees them, and what lies below them. */
export const minutesPages: Shown[] = [
  { page, params: { slug, id }, state: "proposed" },
  { page: `${page}/points/[point]`, params: { slug, id, point: proposed("p.id", part) } },
  {
    page: `${page}/decisions/[decision]/request`,
    params: { slug, id, decision: proposed("d.id", `${part} join decision d on d.point_id = p.id`) },
  },
];

/** The same, as somebody sees them who was there. */
export const minutesToJudge: Shown[] = [
  { page, params: { slug, id }, state: "to judge" },
  { page, params: { slug, id }, state: "errors", press: "Rispondi" },
];
