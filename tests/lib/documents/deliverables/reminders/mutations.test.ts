import { beforeEach, describe, expect, test } from "vitest";
import { askExtension, decideExtension } from "@/lib/documents/deliverables/extensions/mutations";
import { remindBody, remindOfDue } from "@/lib/documents/deliverables/reminders/jobs";
import { momentOn, usualMoments } from "@/lib/documents/deliverables/reminders/moments";
import { remindBodies } from "@/lib/documents/deliverables/reminders/mutations";
import { findEscalation } from "@/lib/documents/deliverables/reminders/queries";
import { systemActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { endOfRomeDay, romeInstant } from "@/lib/platform/rome-time";
import { later } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { aDeliverable, aWorkingGroup, sent, type WorkingGroup } from "@/tests/support/document-factories";

let group: WorkingGroup;
beforeEach(async () => {
  group = await aWorkingGroup();
});

const at = (day: string, time = "08:40") => romeInstant(day, time);
const atWork = (day: string) => systemActor("remind-deliverables", at(day));
const mailsTo = (personId: string | null) =>
  db.mail.findMany({ where: { template: "deliverables.owed", toPersonId: personId ?? "" } });

test.each([
  ["2026-03-20", { days: 7, isBefore: true }],
  ["2026-03-21", null],
  ["2026-03-26", { days: 1, isBefore: true }],
  ["2026-03-27", null],
  ["2026-03-28", { days: 1, isBefore: false }],
  ["2026-03-29", null],
])("on %s of a deliverable due on the 27th falls %o", (day, moment) => {
  expect(momentOn(usualMoments, endOfRomeDay("2026-03-27"), at(day))).toEqual(moment);
});

describe("by itself", () => {
  test("reminds once at each moment, stops when it was sent, and begins anew with a later day", async () => {
    const { id } = await aDeliverable(group, "Ricordata");
    await remindOfDue(atWork("2026-03-20"));
    await remindOfDue(atWork("2026-03-20"));
    expect(await mailsTo(group.referent.personId)).toHaveLength(1);
    expect(await mailsTo(group.staff.personId)).toHaveLength(1);
    const asks = later(group.staff, at("2026-03-25"));
    await askExtension(asks, { id, wantedDay: "2026-04-10", askReason: "x" });
    const request = await db.extensionRequest.findFirstOrThrow({ where: { deliverableId: id } });
    await decideExtension(later(group.coordinator, at("2026-03-25")), {
      id: request.id,
      extensionDecision: "GRANTED",
      answer: "",
    });
    await remindOfDue(atWork("2026-03-26"));
    expect(await mailsTo(group.referent.personId)).toHaveLength(1);
    expect(await mailsTo(group.otherReferent.personId)).toHaveLength(2);
    await remindOfDue(atWork("2026-04-03"));
    expect(await mailsTo(group.referent.personId)).toHaveLength(2);
    await sent(group, id);
    await remindOfDue(atWork("2026-04-09"));
    expect(await mailsTo(group.referent.personId)).toHaveLength(2);
  });

  test("follows the rules of the day", async () => {
    await aDeliverable(group, "Regole");
    await db.ruleSet.updateMany({
      where: { kind: "documents.reminders" },
      data: { content: { before: [3], after: [] } },
    });
    await remindOfDue(atWork("2026-03-20"));
    expect(await mailsTo(group.referent.personId)).toHaveLength(0);
    await remindOfDue(atWork("2026-03-24"));
    expect(await mailsTo(group.referent.personId)).toHaveLength(1);
    await db.ruleSet.updateMany({
      where: { kind: "documents.reminders" },
      data: { content: usualMoments },
    });
  });
});

describe("by hand", () => {
  test("reminds each body that owes something now once a day, whoever presses at once", async () => {
    await aDeliverable(group, "Dovuta");
    const coordinator = later(group.coordinator, at("2026-03-22"));
    const input = { programme: group.programme.slug };
    const before = await findEscalation(coordinator, group.programme.id);
    expect(before).toMatchObject({ toRemind: 2, remindedToday: 0, overdue: [] });
    const results = await Promise.allSettled([
      remindBodies(coordinator, input),
      remindBodies(coordinator, input),
    ]);
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(results.find((one) => one.status === "rejected")).toMatchObject({
      reason: { code: "deliverables.remindedToday" },
    });
    const after = await findEscalation(coordinator, group.programme.id);
    expect(after).toMatchObject({ toRemind: 0, remindedToday: 2 });
    const next = later(group.coordinator, at("2026-03-23"));
    expect((await remindBodies(next, input)).reminded).toBe(2);
  });

  test("says what is owed with its dates, to referents and staff, and leaves out what was sent meanwhile", async () => {
    const one = await aDeliverable(group, "Prima");
    await aDeliverable(group, "Seconda");
    const input = {
      programmeId: group.programme.id,
      organisationId: group.first.id,
      day: "2026-03-22",
      isWhole: false,
    };
    await sent(group, one.id);
    await remindBody(systemActor("remind-body", at("2026-03-22")), input);
    await remindBody(systemActor("remind-body", at("2026-03-22")), input);
    const [mail, ...more] = await mailsTo(group.staff.personId);
    expect(more).toEqual([]);
    const params = mail?.params as { owed: string };
    expect(params.owed).toContain("Seconda");
    expect(params.owed).not.toContain("Prima");
    expect(await mailsTo(group.coordinator.personId)).toEqual([]);
  });

  test("has nobody to remind of what is due in months; one body may be reminded of all the same", async () => {
    await aDeliverable(group, "Lontana", { dueDay: "2026-09-30", cutOffDay: undefined });
    const input = { programme: group.programme.slug };
    await expect(remindBodies(group.coordinator, input)).rejects.toMatchObject({
      code: "deliverables.nobodyOwes",
    });
    const one = await remindBodies(group.coordinator, { ...input, body: group.first.id });
    expect(one.reminded).toBe(1);
  });

  test("lists who is overdue since when, and reminded when", async () => {
    const { id } = await aDeliverable(group, "Scaduta");
    await remindOfDue(atWork("2026-03-28"));
    const seen = await findEscalation(later(group.coordinator, at("2026-03-30")), group.programme.id);
    expect(seen?.overdue).toHaveLength(2);
    expect(seen?.overdue.find((one) => one.id === id)).toMatchObject({
      dueAt: endOfRomeDay("2026-03-27"),
      remindedAt: at("2026-03-28"),
      isRemindedToday: false,
    });
    for (const actor of [group.expert, group.observer, group.referent])
      expect(await findEscalation(actor, group.programme.id)).toBeNull();
  });
});

describe("who may not", () => {
  const remind = (actor: "expert" | "referent" | "outsider") => async () => {
    await aDeliverable(group, "Diritti");
    return () => remindBodies(group[actor], { programme: group.programme.slug });
  };
  let attempt: (() => Promise<unknown>) | undefined;
  for (const [actor, whom] of [
    ["expert", "to the expert"],
    ["referent", "to a body"],
    ["outsider", "to the coordinator of another programme"],
  ] as const) {
    describe(whom, () => {
      beforeEach(async () => {
        attempt = await remind(actor)();
      });
      denied("remindBodies", whom, () => attempt?.() ?? Promise.resolve());
    });
  }
});
