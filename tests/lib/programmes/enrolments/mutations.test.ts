import { describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { moveEnrolment } from "@/lib/programmes/enrolments/commands";
import { addBody, agreeToSelection } from "@/lib/programmes/enrolments/mutations";
import { addBodySchema, type MoveEnrolment, moveEnrolmentSchema } from "@/lib/programmes/enrolments/schema";
import { listBodies } from "@/lib/programmes/queries";
import { actorAs } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { anEnrolment, anOrganisation, aProgramme } from "@/tests/support/factories";
import { prepared } from "@/tests/support/prepared";

async function place(state: Parameters<typeof anEnrolment>[2] = "UNDER_ASSESSMENT") {
  const programme = await aProgramme();
  const body = await anOrganisation();
  const enrolment = await anEnrolment(programme.id, body.id, state);
  const coordinator = await actorAs("COORDINATOR", { programmeId: programme.id });
  const move = (which: MoveEnrolment["move"], more: object = {}) =>
    db.$transaction((tx) =>
      moveEnrolment(
        tx,
        coordinator,
        moveEnrolmentSchema.parse({ enrolmentId: enrolment.id, version: 1, move: which, ...more }),
      ),
    );
  return { programme, body, enrolment, coordinator, move };
}

describe("addBody", () => {
  test("enters an application once, dated today unless said", async () => {
    const programme = await aProgramme();
    const coordinator = await actorAs("COORDINATOR", { programmeId: programme.id });
    const body = await anOrganisation();
    const input = addBodySchema.parse({ programmeId: programme.id, organisationId: body.id });
    const { id } = await addBody(coordinator, input);
    const row = await db.enrolment.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ state: "APPLIED", appliedOn: new Date("2026-03-23") });
    await expect(addBody(coordinator, input)).rejects.toMatchObject({
      code: "programmes.bodyEnrolledAlready",
    });
    expect(await db.event.count({ where: { subjectId: id, kind: "programmes.bodyAdded" } })).toBe(1);
  });

  denied(
    "addBody",
    "to an observer",
    prepared(async () => {
      const programme = await aProgramme();
      const actor = await actorAs("OBSERVER", { programmeId: programme.id });
      return () =>
        addBody(
          actor,
          addBodySchema.parse({ programmeId: programme.id, organisationId: programme.promoterId }),
        );
    }),
  );
});

describe("a selection", () => {
  test("records who agreed and is refused when nobody did", async () => {
    const { enrolment, move } = await place();
    await expect(move("select")).rejects.toMatchObject({ code: "programmes.nobodyAgreed" });
    await move("select", { agreed: ["Committenza", "Faculty"] });
    const row = await db.enrolment.findUniqueOrThrow({
      where: { id: enrolment.id },
      include: { consents: true },
    });
    expect(row).toMatchObject({ state: "SELECTED", selectedOn: new Date("2026-03-23") });
    expect(row.consents.map(({ onBehalfOf }) => onBehalfOf).sort()).toEqual(["Committenza", "Faculty"]);
  });

  test("stands on the agreement that the client gave by itself", async () => {
    const { programme, enrolment, move } = await place();
    const observer = await actorAs("OBSERVER", { programmeId: programme.id });
    await agreeToSelection(observer, { enrolmentId: enrolment.id, onBehalfOf: "Committenza" });
    await move("select");
    const [body] = await listBodies(observer, programme.id);
    expect(body).toMatchObject({ state: "SELECTED", consents: [{ onBehalfOf: "Committenza" }] });
    expect(
      await db.selectionConsent.findFirstOrThrow({ where: { enrolmentId: enrolment.id } }),
    ).toMatchObject({
      personId: observer.personId,
    });
  });

  test("keeps the reason of a refusal for those who select", async () => {
    const { programme, coordinator, move } = await place();
    expect(
      moveEnrolmentSchema.safeParse({ enrolmentId: crypto.randomUUID(), version: 1, move: "refuse" }).success,
    ).toBe(false);
    await move("refuse", { reason: "Manca un referente." });
    expect((await listBodies(coordinator, programme.id))[0]?.note).toBe("Manca un referente.");
    const expert = await actorAs("EXPERT", { programmeId: programme.id });
    expect((await listBodies(expert, programme.id))[0]?.note).toBeNull();
  });

  test("cannot be agreed to twice for one party, nor after a refusal", async () => {
    const { programme, enrolment, move } = await place();
    const expert = await actorAs("EXPERT", { programmeId: programme.id });
    const input = { enrolmentId: enrolment.id, onBehalfOf: "Faculty" };
    await agreeToSelection(expert, input);
    await expect(agreeToSelection(expert, input)).rejects.toMatchObject({ code: "programmes.agreedAlready" });
    await move("refuse", { reason: "Posti finiti." });
    await expect(agreeToSelection(expert, { ...input, onBehalfOf: "Altri" })).rejects.toMatchObject({
      code: "programmes.nothingToAgree",
    });
  });

  denied(
    "agreeToSelection",
    "to a referent, even of the body itself",
    prepared(async () => {
      const { programme, body, enrolment } = await place();
      const actor = await actorAs("REFERENT", { programmeId: programme.id, organisationId: body.id });
      return () => agreeToSelection(actor, { enrolmentId: enrolment.id, onBehalfOf: "Noi" });
    }),
  );
});
