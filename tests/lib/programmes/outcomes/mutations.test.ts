import { describe, expect, test } from "vitest";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { StaleError } from "@/lib/platform/errors";
import {
  addOutcome,
  editOutcome,
  publishOutcome,
  removeOutcome,
  unpublishOutcome,
} from "@/lib/programmes/outcomes/mutations";
import { listOutcomes, listPublishedOutcomes } from "@/lib/programmes/outcomes/queries";
import { addOutcomeSchema, editOutcomeSchema } from "@/lib/programmes/outcomes/schema";
import { actorAs } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { anOrganisation, aProgramme, moment } from "@/tests/support/factories";
import { prepared } from "@/tests/support/prepared";

const content = { title: "Tre su quattro", text: "Hanno il **nuovo** profilo." };
const visitor = visitorActor(moment);
const add = (actor: Actor, programmeId: string, more: object = {}) =>
  addOutcome(actor, addOutcomeSchema.parse({ programmeId, ...content, ...more }));
const titles = async (actor: Actor, programmeId: string) =>
  (await listOutcomes(actor, programmeId)).map(({ title }) => title);

async function place() {
  const programme = await aProgramme();
  const coordinator = await actorAs("COORDINATOR", { programmeId: programme.id });
  return { programme, coordinator };
}

describe("an outcome", () => {
  test("is seen by everybody once it is published, and no more once it is taken back", async () => {
    const { programme, coordinator } = await place();
    const { id } = await add(coordinator, programme.id);
    expect(await titles(visitor, programme.id)).toEqual([]);
    await publishOutcome(coordinator, { id, version: 1 });
    expect(await titles(visitor, programme.id)).toEqual([content.title]);
    await editOutcome(
      coordinator,
      editOutcomeSchema.parse({ id, version: 2, ...content, title: "Corretto" }),
    );
    expect(await titles(visitor, programme.id)).toEqual(["Corretto"]);
    await expect(removeOutcome(coordinator, { id, version: 3 })).rejects.toMatchObject({
      code: "programmes.unpublishFirst",
    });
    await unpublishOutcome(coordinator, { id, version: 3, reason: "wrong" });
    expect(await titles(visitor, programme.id)).toEqual([]);
    await expect(removeOutcome(coordinator, { id, version: 3 })).rejects.toThrow(StaleError);
    await removeOutcome(coordinator, { id, version: 4 });
    const events = await db.event.findMany({ where: { subjectId: id }, orderBy: { seq: "asc" } });
    expect(events.map(({ kind }) => kind.slice("programmes.outcome".length))).toEqual([
      "Added",
      "Published",
      "Edited",
      "Unpublished",
      "Removed",
    ]);
    expect(events[3]?.data).toEqual({ reason: "wrong" });
  });

  test("is proposed by an expert or a referent, who sees it; other bodies do not", async () => {
    const { programme, coordinator } = await place();
    const [one, other] = [await anOrganisation(), await anOrganisation()];
    const referent = await actorAs("REFERENT", { programmeId: programme.id, organisationId: one.id });
    const stranger = await actorAs("REFERENT", { programmeId: programme.id, organisationId: other.id });
    await add(referent, programme.id);
    expect(await titles(referent, programme.id)).toEqual([content.title]);
    expect(await titles(coordinator, programme.id)).toEqual([content.title]);
    expect(await titles(stranger, programme.id)).toEqual([]);
    expect(
      await db.event.count({ where: { programmeId: programme.id, kind: "programmes.outcomeProposed" } }),
    ).toBe(1);
  });

  test("is tied to things of its own programme only", async () => {
    const [one, other] = [await place(), await place()];
    const indicator = await db.indicator.create({
      data: { programmeId: other.programme.id, position: 1, title: "t", unit: "%" },
    });
    await expect(add(one.coordinator, one.programme.id, { indicatorId: indicator.id })).rejects.toMatchObject(
      {
        field: "indicatorId",
      },
    );
  });

  test("quotes with its source or not at all", () => {
    const quote = { programmeId: crypto.randomUUID(), ...content, quoteDate: { on: "2021" } };
    expect(addOutcomeSchema.safeParse(quote).error?.issues).toMatchObject([{ path: ["quoteSource"] }]);
    expect(addOutcomeSchema.safeParse({ ...quote, quoteSource: "la pagina" }).success).toBe(true);
  });

  test("refuses a form older than the last edit", async () => {
    const { programme, coordinator } = await place();
    const { id } = await add(coordinator, programme.id);
    await publishOutcome(coordinator, { id, version: 1 });
    await expect(
      editOutcome(coordinator, editOutcomeSchema.parse({ id, version: 1, ...content })),
    ).rejects.toThrow(StaleError);
  });

  test("is listed a page at a time, without gap or double, also among equal moments", async () => {
    const { programme, coordinator } = await place();
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      const { id } = await add(coordinator, programme.id);
      await publishOutcome(coordinator, { id, version: 1 });
      ids.push(id);
    }
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listPublishedOutcomes(visitor, { programme: programme.slug, after }, 2);
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after);
    expect(seen.sort()).toEqual(ids.sort());
    const found = await listPublishedOutcomes(visitor, { programme: programme.slug, q: "nuovi profili" });
    expect(found.rows).toHaveLength(5);
  });

  denied(
    "addOutcome",
    "to staff of a body",
    prepared(async () => {
      const { programme } = await place();
      const actor = await actorAs("STAFF", {
        programmeId: programme.id,
        organisationId: programme.promoterId,
      });
      return () => add(actor, programme.id);
    }),
  );
  denied(
    "editOutcome",
    "to the expert who proposed it",
    prepared(async () => {
      const { programme } = await place();
      const expert = await actorAs("EXPERT", { programmeId: programme.id });
      const { id } = await add(expert, programme.id);
      return () => editOutcome(expert, editOutcomeSchema.parse({ id, version: 1, ...content }));
    }),
  );
  denied(
    "publishOutcome",
    "to an observer",
    prepared(async () => {
      const { programme, coordinator } = await place();
      const { id } = await add(coordinator, programme.id);
      const actor = await actorAs("OBSERVER", { programmeId: programme.id });
      return () => publishOutcome(actor, { id, version: 1 });
    }),
  );
  denied(
    "unpublishOutcome",
    "to the coordinator of another programme",
    prepared(async () => {
      const [{ programme, coordinator }, other] = [await place(), await place()];
      const { id } = await add(coordinator, programme.id);
      await publishOutcome(coordinator, { id, version: 1 });
      return () => unpublishOutcome(other.coordinator, { id, version: 2, reason: "mistake" });
    }),
  );
  denied(
    "removeOutcome",
    "to a referent",
    prepared(async () => {
      const { programme, coordinator } = await place();
      const { id } = await add(coordinator, programme.id);
      const actor = await actorAs("REFERENT", {
        programmeId: programme.id,
        organisationId: programme.promoterId,
      });
      return () => removeOutcome(actor, { id, version: 1 });
    }),
  );
});
