import { describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { StaleError } from "@/lib/platform/errors";
import { exactDay } from "@/lib/platform/source-date";
import { editProgramme, moveProgramme } from "@/lib/programmes/mutations";
import { editProgrammeSchema, moveProgrammeSchema } from "@/lib/programmes/schema";
import { actorAs, actorWithoutRole } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { anOrganisation, aProgramme } from "@/tests/support/factories";
import { prepared } from "@/tests/support/prepared";

const texts = {
  title: "Nuovo titolo",
  shortTitle: "Nuovo",
  summary: "In breve.",
  description: "**Per** intero.",
};
const edit = (programmeId: string, version = 1, more: object = {}) =>
  editProgrammeSchema.parse({ programmeId, version, ...texts, ...more });
const move = (programmeId: string, which: string, version = 1, reason?: string) =>
  moveProgrammeSchema.parse({ programmeId, version, move: which, reason });

describe("editProgramme", () => {
  test("changes the text, renders it and records the edit", async () => {
    const programme = await aProgramme();
    const actor = await actorAs("COORDINATOR", { programmeId: programme.id });
    await editProgramme(actor, edit(programme.id, 1, { begin: { on: "5/2012" }, audience: "Camere" }));
    const row = await db.programme.findUniqueOrThrow({ where: { id: programme.id } });
    expect(row).toMatchObject({
      title: "Nuovo titolo",
      audience: "Camere",
      costNote: null,
      version: 2,
      end: null,
    });
    expect(row.descriptionHtml).toContain("<strong>Per</strong>");
    expect(row.begin).toMatchObject({ from: "2012-05-01", precision: "month" });
    const event = await db.event.findFirstOrThrow({ where: { subjectId: programme.id } });
    expect(event).toMatchObject({
      kind: "programmes.edited",
      actorId: actor.personId,
      programmeId: programme.id,
    });
  });

  test("refuses a form older than the last edit, and says who made that", async () => {
    const programme = await aProgramme();
    const actor = await actorAs("COORDINATOR", { programmeId: programme.id });
    await editProgramme(actor, edit(programme.id));
    const stale = await editProgramme(actor, edit(programme.id, 1, { title: "Troppo tardi" })).catch(
      (error) => error,
    );
    expect(stale).toBeInstanceOf(StaleError);
    expect(stale.params.who).toBe("Ada Ginestrelli");
    expect((await db.programme.findUniqueOrThrow({ where: { id: programme.id } })).title).toBe(
      "Nuovo titolo",
    );
  });

  denied(
    "editProgramme",
    "to an expert of the programme",
    prepared(async () => {
      const programme = await aProgramme();
      const actor = await actorAs("EXPERT", { programmeId: programme.id });
      return () => editProgramme(actor, edit(programme.id));
    }),
  );
  denied(
    "editProgramme",
    "to the manager of the promoter",
    prepared(async () => {
      const programme = await aProgramme();
      const manager = await actorAs("PROGRAMME_MANAGER", { organisationId: programme.promoterId });
      return () => editProgramme(manager, edit(programme.id));
    }),
  );
});

describe("moveProgramme", () => {
  test("walks from draft to archive and back to work, each step in the log", async () => {
    const programme = await aProgramme({ state: "DRAFT" });
    const actor = await actorAs("COORDINATOR", { programmeId: programme.id });
    const steps = ["openCall", "start", "close", "archive"];
    for (const [index, step] of steps.entries())
      await moveProgramme(actor, move(programme.id, step, index + 1));
    await moveProgramme(actor, move(programme.id, "reopen", 5, "Una seconda tornata."));
    const row = await db.programme.findUniqueOrThrow({ where: { id: programme.id } });
    expect(row).toMatchObject({
      state: "RUNNING",
      stateOrigin: "PORTAL",
      stateReason: "Una seconda tornata.",
      stateSince: exactDay("2026-03-23"),
    });
    const events = await db.event.findMany({ where: { programmeId: programme.id }, orderBy: { seq: "asc" } });
    expect(events.map(({ kind }) => kind)).toEqual([
      "programmes.callOpened",
      "programmes.started",
      "programmes.closed",
      "programmes.archived",
      "programmes.reopened",
    ]);
  });

  test("asks for a reason to reopen", () => {
    const parsed = moveProgrammeSchema.safeParse({
      programmeId: crypto.randomUUID(),
      version: 1,
      move: "reopen",
    });
    expect(parsed.error?.issues).toMatchObject([{ path: ["reason"], message: "required" }]);
  });

  test("refuses a move that the state does not know", async () => {
    const programme = await aProgramme({ state: "DRAFT" });
    const actor = await actorAs("COORDINATOR", { programmeId: programme.id });
    await expect(moveProgramme(actor, move(programme.id, "close"))).rejects.toMatchObject({
      code: "programmes.moveNotAllowed",
    });
  });

  test("refuses a move decided on a page older than the last edit", async () => {
    const programme = await aProgramme({ state: "DRAFT" });
    const actor = await actorAs("COORDINATOR", { programmeId: programme.id });
    await editProgramme(actor, edit(programme.id));
    await expect(moveProgramme(actor, move(programme.id, "openCall"))).rejects.toThrow(StaleError);
  });

  test("lets one of two who move at once through", async () => {
    const programme = await aProgramme({ state: "DRAFT" });
    const actor = await actorAs("COORDINATOR", { programmeId: programme.id });
    const moves = [move(programme.id, "openCall"), move(programme.id, "openCall")];
    const results = await Promise.allSettled(moves.map((one) => moveProgramme(actor, one)));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.event.count({ where: { programmeId: programme.id } })).toBe(1);
  });

  denied(
    "moveProgramme",
    "to somebody who only signed in",
    prepared(async () => {
      const actor = await aProgramme({ state: "CALL_OPEN" });
      const other = await actorWithoutRole();
      return () => moveProgramme(other, move(actor.id, "start"));
    }),
  );
  denied(
    "moveProgramme",
    "to the coordinator of another programme",
    prepared(async () => {
      const other = await aProgramme();
      const actor = await actorAs("COORDINATOR", { programmeId: other.id });
      const whom1 = await aProgramme({ state: "DRAFT" });
      return () => moveProgramme(actor, move(whom1.id, "openCall"));
    }),
  );
  denied(
    "moveProgramme",
    "to a referent",
    prepared(async () => {
      const programme = await aProgramme({ state: "RUNNING" });
      const body = await anOrganisation();
      const actor = await actorAs("REFERENT", { programmeId: programme.id, organisationId: body.id });
      return () => moveProgramme(actor, move(programme.id, "close"));
    }),
  );
});
