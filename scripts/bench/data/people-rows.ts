import type { Load, Value } from "@/scripts/bench/data/copy";
import { identifier } from "@/scripts/bench/data/random";
import { sentences, title } from "@/scripts/bench/data/vocabulary";
import { day, type World } from "@/scripts/bench/data/world";

const teamRoles = ["COORDINATOR", "COORDINATOR", "EXPERT", "EXPERT", "EXPERT", "OBSERVER"];
const kinds = ["CHAMBER", "MUNICIPALITY", "PROVINCE", "REGION", "HEALTH", "EDUCATION", "AGENCY"];

/** Organisations, people, programmes, roles. The last person administers the portal. */
export function peopleLoads(world: World): Load[] {
  return [
    {
      table: "organisation",
      columns: ["id", "slug", "name", "short_name", "kind", "city", "created_at"],
      rows: world.organisations.map(({ id, name }, index) => [
        id,
        `ente-${index + 1}`,
        name,
        name.replace("Ente di ", ""),
        kinds[index % kinds.length] as string,
        name.split(" ")[2] as string,
        new Date(world.now),
      ]),
    },
    {
      table: "person",
      columns: ["id", "given_name", "family_name", "email", "created_at"],
      rows: world.people.map((one) => [one.id, one.given, one.family, one.email, new Date(one.createdAt)]),
    },
    { table: "programme", columns: programmeColumns, rows: programmes(world) },
    {
      table: "enrolment",
      columns: ["id", "programme_id", "organisation_id", "state"],
      rows: world.programmes.flatMap(({ id, bodies, createdAt }) =>
        bodies.map((body) => [identifier(world.chance, createdAt), id, body.id, "ACTIVE"]),
      ),
    },
    {
      table: "role_assignment",
      columns: ["id", "person_id", "role", "organisation_id", "programme_id", "from_at"],
      rows: roles(world),
    },
    {
      table: "category",
      columns: ["id", "programme_id", "position", "title", "is_public"],
      rows: world.programmes.flatMap(({ id, categories }) =>
        categories.map((category, position) => [
          category,
          id,
          position,
          title(world.chance, 2),
          position === 0,
        ]),
      ),
    },
    { table: "document_space", columns: ["id", "programme_id", "organisation_id"], rows: spaces(world) },
  ];
}

const programmeColumns = [
  "id",
  "slug",
  "title",
  "short_title",
  "summary",
  "description",
  "description_html",
  "state",
  "promoter_id",
  "created_at",
  "updated_at",
];

function* programmes({ chance, programmes: all, organisations }: World): Generator<Value[]> {
  for (const [index, { id, slug, createdAt }] of all.entries()) {
    const name = title(chance, 5);
    const text = sentences(chance, 120);
    const at = new Date(createdAt);
    const promoter = organisations[index % organisations.length]?.id as string;
    const short = `${name.split(" ").slice(0, 2).join(" ")} ${index + 1}`;
    yield [id, slug, name, short, sentences(chance, 20), text, `<p>${text}</p>`, "RUNNING", promoter, at, at];
  }
}

function* roles({ chance, programmes: all, people, now }: World): Generator<Value[]> {
  const from = new Date(now - 4 * 365 * day);
  const administrator = people.at(-1) as World["people"][number];
  const row = (personId: string, role: string, organisationId: string | null, programmeId: string | null) => [
    identifier(chance, now),
    personId,
    role,
    organisationId,
    programmeId,
    from,
  ];
  yield row(administrator.id, "ADMINISTRATOR", null, null);
  for (const { id, team, bodies } of all) {
    for (const [place, person] of team.entries()) yield row(person.id, teamRoles[place] as string, null, id);
    for (const { id: bodyId, people: own } of bodies) {
      yield row(own[0].id, "REFERENT", bodyId, id);
      yield row(own[1].id, "STAFF", bodyId, id);
    }
  }
}

function* spaces({ programmes: all }: World): Generator<Value[]> {
  for (const { id, commonSpace, bodySpaces, bodies } of all) {
    yield [commonSpace, id, null];
    for (const [place, space] of bodySpaces.entries()) yield [space, id, bodies[place]?.id as string];
  }
}
