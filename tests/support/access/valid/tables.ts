import { type Demo, everybodyElse, type Rows } from "./row";

/** A table of the running edition without documents. */
const aTable = (demo: Demo) =>
  demo.edition<"id" | "version">(
    `insert into working_table (id, programme_id, position, title)
     select gen_random_uuid(), $1, coalesce(max(position), 0) + 1, 'Un tavolo di prova'
     from working_table where programme_id = $1 returning id, version`,
  );

/** Somebody of a body of the edition who does not sit at it. */
const aDelegate = (demo: Demo) =>
  demo.edition<"who">(
    `select person_id || ':' || organisation_id as who from role_assignment
     where programme_id = $1 and role = 'STAFF' and to_at is null order by id limit 1`,
  );

const written = { title: "Un altro tavolo", aim: "Un altro tema" };
const meant = { right: "coordinatore", hiddenFrom: everybodyElse.members } as const;

/** Actions on thematic tables. That a programme is there everybody may know. */
export const tables: Rows = {
  "tables.add": {
    right: "coordinatore",
    input: async (demo) => {
      const { id } = await demo.edition<"id">("select $1::uuid as id");
      return { programmeId: id, ...written };
    },
  },
  "tables.change": { ...meant, input: async (demo) => ({ ...(await aTable(demo)), ...written }) },
  "tables.remove": { ...meant, input: aTable },
  "tables.giveSeat": {
    ...meant,
    input: async (demo) => {
      const { id } = await aTable(demo);
      return { tableId: id, ...(await aDelegate(demo)) };
    },
  },
  "tables.endSeat": {
    ...meant,
    input: async (demo) => {
      const { id } = await aTable(demo);
      return demo.row<"id">(
        `insert into table_seat (id, table_id, person_id, organisation_id, from_at)
         select gen_random_uuid(), t.id, r.person_id, r.organisation_id, '2026-01-01'
         from working_table t join role_assignment r on r.programme_id = t.programme_id
         where t.id = $1 and r.role = 'STAFF' and r.to_at is null
           and r.person_id not in (select id from person where email like 'staff.%')
         order by r.id limit 1 returning id`,
        [id],
      );
    },
  },
};
