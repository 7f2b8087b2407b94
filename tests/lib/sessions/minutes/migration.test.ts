import { expect, inject, test } from "vitest";
import { withClient, withDatabase } from "@/lib/platform/database/connection";
import { readMigrationScripts } from "@/lib/platform/database/migrations";

const name = "session_minutes";

test("minutes that were one text become one part, and what was published stays published", async () => {
  const { migrationUrl, prefix } = inject("testServer");
  const database = `${prefix}_${name}`;
  const scripts = readMigrationScripts();
  const at = scripts.findIndex((one) => one.name.endsWith(`_${name}`));
  await withClient(migrationUrl, (client) => client.query(`CREATE DATABASE "${database}"`));
  try {
    const found = await withClient(withDatabase(migrationUrl, database), async (client) => {
      for (const { sql } of scripts.slice(0, at)) await client.query(sql);
      await client.query(before);
      await client.query(scripts[at]?.sql ?? "");
      const { rows } = await client.query(after);
      return rows;
    });
    expect(found).toEqual([
      {
        state: "DRAFT",
        text: "Bozza",
        markdown: "Bozza",
        html: "<p>Bozza</p>",
        title: "",
        found: false,
      },
      {
        state: "PUBLISHED",
        text: "Pipistrelli",
        markdown: "Pipistrelli",
        html: "<p>Pipistrelli</p>",
        title: "",
        found: true,
      },
    ]);
  } finally {
    await withClient(migrationUrl, (client) => client.query(`DROP DATABASE "${database}" WITH (FORCE)`));
  }
});

const before = `
  insert into organisation (id, slug, name, short_name, kind) values (gen_random_uuid(), 'e', 'E', 'E', 'INSTITUTE');
  insert into programme (id, slug, title, short_title, summary, description, description_html, promoter_id, updated_at)
    select gen_random_uuid(), 'p', 'P', 'P', '', '', '', id, now() from organisation;
  insert into session (id, programme_id, kind, title, starts_at, ends_at, mode, updated_at)
    select gen_random_uuid(), id, 'TABLE', t, now(), now() + interval '1 hour', 'IN_PERSON', now()
    from programme, unnest(array['Bozza', 'Pipistrelli']) t;
  insert into session_minutes (session_id, markdown, html, published_at, updated_at)
    select id, title, '<p>' || title || '</p>', case when title = 'Pipistrelli' then now() end, now() from session;`;

const after = `select m.state, m.text, p.markdown, p.html, p.title, m.search @@ to_tsquery('italian', 'pipistrello') as found
  from session_minutes m join minutes_point p on p.session_id = m.session_id order by m.text`;
