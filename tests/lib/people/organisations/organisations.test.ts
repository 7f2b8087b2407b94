import { beforeAll, describe, expect, test } from "vitest";
import {
  addRepresentation,
  changeOrganisation,
  createOrganisation,
  removeRepresentation,
} from "@/lib/people/organisations/mutations";
import {
  getOrganisation,
  listOrganisationNames,
  listOrganisations,
  listOrganisationsForAdministration,
} from "@/lib/people/organisations/queries";
import { addRepresentationSchema, organisationSchema } from "@/lib/people/organisations/schema";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import { actorAs } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { anEnrolment, anOrganisation, aProgramme, moment } from "@/tests/support/factories";

const visitor = visitorActor(moment);
const facts = {
  name: "Camera di Commercio di Pontelungo",
  shortName: "Pontelungo",
  kind: "CHAMBER",
} as const;

let administrator: Actor;
let coordinator: Actor;
let chamber: { id: string; slug: string };
let union: { id: string; slug: string };
let representation: { id: string };

beforeAll(async () => {
  administrator = await actorAs("ADMINISTRATOR");
  coordinator = await actorAs("COORDINATOR", { programmeId: (await aProgramme()).id });
  chamber = await anOrganisation();
  union = await anOrganisation({ kind: "CHAMBER_UNION" });
  representation = await db.representation.create({
    data: { representingId: union.id, representedId: chamber.id, source: "Statuto" },
    select: { id: true },
  });
});

describe("an organisation", () => {
  test("is entered with an address made from its name, told apart by a number", async () => {
    const first = await createOrganisation(administrator, facts);
    const second = await createOrganisation(administrator, facts);
    expect(first.slug).toBe("camera-di-commercio-di-pontelungo");
    expect(second.slug).toBe("camera-di-commercio-di-pontelungo-2");
    const { id } = await getOrganisation(visitor, first.slug);
    expect(await db.event.count({ where: { kind: "people.organisationCreated", subjectId: id } })).toBe(1);
  });

  test("is not named like a page beside it", async () => {
    expect((await createOrganisation(administrator, { ...facts, name: "Nuovo" })).slug).toBe("ente");
  });

  test("is changed under its address; a stale form is told who was faster", async () => {
    const { slug } = await createOrganisation(administrator, { ...facts, name: "Ente che cambia" });
    const { id, version } = await getOrganisation(administrator, slug);
    await changeOrganisation(administrator, {
      ...facts,
      id,
      version,
      city: "Pontelungo",
      name: "Nome nuovo",
    });
    const changed = await getOrganisation(visitor, slug);
    expect(changed).toMatchObject({ name: "Nome nuovo", city: "Pontelungo", version: version + 1 });
    await expect(
      changeOrganisation(administrator, { ...facts, id, version, name: "Nome vecchio" }),
    ).rejects.toMatchObject({ code: "stale", params: { who: "Ada Ginestrelli", at: moment } });
    expect((await getOrganisation(visitor, slug)).name).toBe("Nome nuovo");
  });

  test("changed by two at once has one winner", async () => {
    const { slug } = await createOrganisation(administrator, { ...facts, name: "Ente conteso" });
    const { id, version } = await getOrganisation(administrator, slug);
    const results = await Promise.allSettled(
      ["Primo", "Secondo"].map((name) => changeOrganisation(administrator, { ...facts, id, version, name })),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  });

  test("is checked field by field", () => {
    const faults = (input: object) =>
      organisationSchema.safeParse({ ...facts, ...input }).error?.issues.map((issue) => issue.message);
    expect(faults({})).toBeUndefined();
    expect(faults({ website: "https://www.ente.it/pagina" })).toBeUndefined();
    expect(faults({ website: "javascript:alert(1)" })).toEqual(["people.websiteInvalid"]);
    expect(faults({ website: "www.ente.it" })).toEqual(["people.websiteInvalid"]);
    expect(faults({ name: "x".repeat(201) })).toEqual(["tooLong"]);
    expect(faults({ kind: "GUILD" })).toEqual(["chooseOne"]);
  });

  denied("createOrganisation", "to a coordinator", () => createOrganisation(coordinator, facts));
  denied("changeOrganisation", "to a coordinator", () =>
    changeOrganisation(coordinator, { ...facts, id: chamber.id, version: 1 }),
  );
});

describe("a representation", () => {
  test("is seen from both sides, with its source", async () => {
    const { slug } = await addRepresentation(administrator, {
      id: union.id,
      representedId: (await anOrganisation()).id,
      fromDate: "2012-05-01",
      source: "Convenzione",
    });
    expect(slug).toBe(union.slug);
    const seen = await getOrganisation(visitor, union.slug);
    expect(seen.represents.map((one) => one.source).sort()).toEqual(["Convenzione", "Statuto"]);
    expect(seen.represents.find((one) => one.source === "Convenzione")?.fromDate).toEqual(
      new Date("2012-05-01T00:00:00Z"),
    );
    expect((await getOrganisation(visitor, chamber.slug)).representedBy[0]?.other.slug).toBe(union.slug);
  });

  test("is removed when it was entered by mistake", async () => {
    const { id } = await db.representation.create({
      data: { representingId: chamber.id, representedId: union.id, source: "Errore" },
      select: { id: true },
    });
    await removeRepresentation(administrator, { id });
    expect(await db.representation.count({ where: { id } })).toBe(0);
    await expect(removeRepresentation(administrator, { id })).rejects.toThrow(NotFoundError);
  });

  test("names two bodies and an order of days", () => {
    const [id, representedId] = [chamber.id, union.id];
    const parse = (input: object) =>
      addRepresentationSchema.safeParse({ id, representedId, source: "Atto", ...input });
    expect(parse({}).success).toBe(true);
    expect(parse({ representedId: id }).error?.issues[0]?.message).toBe("people.representsItself");
    expect(parse({ fromDate: "2020-02-01", toDate: "2020-01-01" }).error?.issues[0]?.message).toBe(
      "endBeforeStart",
    );
  });

  denied("addRepresentation", "to a coordinator", () =>
    addRepresentation(coordinator, { id: chamber.id, representedId: union.id, source: "x" }),
  );
  denied("removeRepresentation", "to a coordinator", () =>
    removeRepresentation(coordinator, { id: representation.id }),
  );
});

describe("the public list", () => {
  test("names the public programmes of each, by the part that it has", async () => {
    const one = await anOrganisation({ name: "Ente che partecipa" });
    const running = await aProgramme({ promoterId: one.id });
    const joined = await aProgramme();
    const applied = await aProgramme();
    const draft = await aProgramme({ state: "DRAFT", promoterId: one.id });
    await anEnrolment(joined.id, one.id, "ACTIVE");
    await anEnrolment(applied.id, one.id, "APPLIED");
    await db.programmeRole.create({
      data: { programmeId: applied.id, position: 1, title: "Committente", organisationId: one.id },
      select: { id: true },
    });
    const partsFor = async (actor: Actor) =>
      (await getOrganisation(actor, one.slug)).programmes.map(
        ({ slug, part, roleTitle }) => `${slug} ${roleTitle ?? part}`,
      );
    const shown = [`${running.slug} promoter`, `${joined.slug} ACTIVE`, `${applied.slug} Committente`];
    expect(await partsFor(visitor)).toEqual(shown);
    expect(await partsFor(administrator)).toEqual([shown[0], `${draft.slug} promoter`, ...shown.slice(1)]);
    const [card] = (await listOrganisations(visitor, { text: "ente che PARTECIPA" })).rows;
    expect(card?.programmes).toHaveLength(3);
  });

  test("is filtered by kind", async () => {
    const { rows, total } = await listOrganisations(visitor, { kind: "CHAMBER_UNION" });
    expect(rows.map((row) => row.slug)).toEqual([union.slug]);
    expect(total).toBe(1);
  });

  test("is read a page at a time, by name", async () => {
    const whole = await listOrganisations(visitor);
    const names: string[] = [];
    let after: string | undefined;
    do {
      const page = await listOrganisations(visitor, {}, { after, size: 2 });
      expect(page.total).toBe(whole.total);
      names.push(...page.rows.map((row) => row.name));
      after = page.next;
    } while (after);
    expect(names).toEqual(whole.rows.map((row) => row.name));
    expect(names.length).toBe(whole.total);
  });

  test("is for everybody, the choices of forms are not", async () => {
    await expect(listOrganisationNames(visitor)).rejects.toThrow(ForbiddenError);
    await expect(listOrganisationsForAdministration(coordinator)).rejects.toThrow(ForbiddenError);
    await expect(getOrganisation(visitor, "non-esiste")).rejects.toThrow(NotFoundError);
    expect((await listOrganisationNames(coordinator)).length).toBeGreaterThan(2);
  });
});
