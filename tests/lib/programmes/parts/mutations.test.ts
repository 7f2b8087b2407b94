import { describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { NotFoundError, StaleError } from "@/lib/platform/errors";
import { movePart, removePart, savePart } from "@/lib/programmes/parts/mutations";
import { movePartSchema, removePartSchema, savePartSchema } from "@/lib/programmes/parts/schema";
import { actorAs } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { aProgramme } from "@/tests/support/factories";
import { prepared } from "@/tests/support/prepared";

async function place() {
  const programme = await aProgramme();
  const actor = await actorAs("COORDINATOR", { programmeId: programme.id });
  let version = 0;
  const save = (row: object) => {
    version += 1;
    return savePart(actor, savePartSchema.parse({ programmeId: programme.id, version, ...row }));
  };
  const order = async () => {
    const rows = await db.joiningStep.findMany({
      where: { programmeId: programme.id },
      orderBy: { position: "asc" },
    });
    return rows.map(({ title, position }) => `${position} ${title}`);
  };
  const id = async (title: string) =>
    (await db.joiningStep.findFirstOrThrow({ where: { programmeId: programme.id, title } })).id;
  return { programme, actor, save, order, id };
}
const step = (title: string) => ({ part: "steps", title });

describe("savePart", () => {
  test("adds a row of each kind at the end of its list", async () => {
    const { programme, save } = await place();
    await save({ part: "lines", title: "Linea", aim: "Scopo", method: "Metodo" });
    await save({ part: "roles", title: "Committenza", holder: "Unione" });
    await save({ part: "contacts", office: "Segreteria", email: "segreteria@ente.test" });
    await save(step("Candidatura"));
    await save({
      part: "facts",
      kind: "NUMBER",
      title: "Partecipanti",
      value: "oltre 100",
      date: { on: "2018" },
      source: "slide 3",
    });
    await save({ part: "facts", kind: "RULE", title: "Regola" });
    await save({ part: "facts", kind: "NUMBER", title: "Incontri", value: "18" });
    const facts = await db.programmeFact.findMany({
      where: { programmeId: programme.id },
      orderBy: [{ kind: "asc" }, { position: "asc" }],
    });
    expect(facts.map(({ kind, position, title }) => [kind, position, title])).toEqual([
      ["RULE", 1, "Regola"],
      ["NUMBER", 1, "Partecipanti"],
      ["NUMBER", 2, "Incontri"],
    ]);
    expect(await db.programmeRole.count({ where: { programmeId: programme.id } })).toBe(1);
    expect(await db.event.count({ where: { programmeId: programme.id, kind: "programmes.partAdded" } })).toBe(
      7,
    );
  });

  test("changes a row where it stands, and moves a fact that becomes of another kind to the end of that", async () => {
    const { programme, save } = await place();
    await save({ part: "facts", kind: "RULE", title: "Prima" });
    await save({ part: "facts", kind: "NUMBER", title: "Seconda", value: "1" });
    const rule = await db.programmeFact.findFirstOrThrow({
      where: { programmeId: programme.id, kind: "RULE" },
    });
    await save({ part: "facts", id: rule.id, kind: "NUMBER", title: "Prima", value: "2" });
    expect(await db.programmeFact.findUniqueOrThrow({ where: { id: rule.id } })).toMatchObject({
      kind: "NUMBER",
      position: 2,
    });
  });

  test("does not know rows of another programme, nor forms older than the last edit", async () => {
    const [one, other] = [await place(), await place()];
    await other.save(step("Altrove"));
    await expect(one.save({ ...step("Qui"), id: await other.id("Altrove") })).rejects.toThrow(NotFoundError);
    const input = savePartSchema.parse({ programmeId: one.programme.id, version: 9, ...step("Tardi") });
    await expect(savePart(one.actor, input)).rejects.toThrow(StaleError);
  });

  denied(
    "savePart",
    "to an observer",
    prepared(async () => {
      const programme = await aProgramme();
      const actor = await actorAs("OBSERVER", { programmeId: programme.id });
      return () =>
        savePart(actor, savePartSchema.parse({ programmeId: programme.id, version: 1, ...step("No") }));
    }),
  );
});

describe("movePart and removePart", () => {
  test("move a row by one place and close the gap", async () => {
    const { programme, actor, save, order, id } = await place();
    for (const title of ["A", "B", "C"]) await save(step(title));
    const row = async (title: string, version: number) => ({
      programmeId: programme.id,
      version,
      part: "steps",
      id: await id(title),
    });
    await movePart(actor, movePartSchema.parse({ ...(await row("C", 4)), direction: "up" }));
    expect(await order()).toEqual(["1 A", "2 C", "3 B"]);
    await movePart(actor, movePartSchema.parse({ ...(await row("B", 5)), direction: "down" }));
    expect(await order()).toEqual(["1 A", "2 C", "3 B"]);
    await removePart(actor, removePartSchema.parse(await row("A", 6)));
    expect(await order()).toEqual(["1 C", "2 B"]);
  });

  denied(
    "movePart",
    "to staff of a body",
    prepared(async () => {
      const { programme, save, id } = await place();
      await save(step("A"));
      const actor = await actorAs("STAFF", {
        programmeId: programme.id,
        organisationId: programme.promoterId,
      });
      const whom1 = await id("A");
      return () =>
        movePart(
          actor,
          movePartSchema.parse({
            programmeId: programme.id,
            version: 2,
            part: "steps",
            id: whom1,
            direction: "up",
          }),
        );
    }),
  );
  denied(
    "removePart",
    "to an expert",
    prepared(async () => {
      const { programme, save, id } = await place();
      await save(step("A"));
      const actor = await actorAs("EXPERT", { programmeId: programme.id });
      const whom1 = await id("A");
      return () =>
        removePart(
          actor,
          removePartSchema.parse({ programmeId: programme.id, version: 2, part: "steps", id: whom1 }),
        );
    }),
  );
});
