import { beforeAll, describe, expect, test } from "vitest";
import {
  askExtension,
  decideExtension,
  grantExtension,
  withdrawExtension,
} from "@/lib/documents/deliverables/extensions/mutations";
import { listExtensionRequests } from "@/lib/documents/deliverables/extensions/queries";
import { decideExtensionSchema } from "@/lib/documents/deliverables/extensions/schema";
import { listOwed } from "@/lib/documents/deliverables/queries";
import { notify } from "@/lib/notifications/jobs";
import { db } from "@/lib/platform/db";
import { endOfRomeDay } from "@/lib/platform/rome-time";
import { denied } from "@/tests/support/denied";
import {
  aDeliverable,
  aWorkingGroup,
  reload,
  sent,
  type WorkingGroup,
} from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";

let group: WorkingGroup;
beforeAll(async () => {
  group = await aWorkingGroup();
});

async function asked(title: string, wantedDay = "2026-04-10") {
  const { id } = await aDeliverable(group, title);
  await askExtension(group.staff, { id, wantedDay, askReason: "Fermo dei sistemi" });
  const request = await db.extensionRequest.findFirstOrThrow({ where: { deliverableId: id } });
  return { id, request: request.id };
}

const grant = (id: string, grantedDay?: string) =>
  decideExtension(group.coordinator, { id, extensionDecision: "GRANTED", answer: "", grantedDay });

describe("an extension", () => {
  test("is granted on the day that was asked for; the body owes it by then", async () => {
    const { id, request } = await asked("Concessa");
    expect((await listExtensionRequests(group.coordinator)).map((one) => one.id)).toContain(request);
    expect(await listExtensionRequests(group.expert)).toEqual([]);
    await grant(request);
    const dueAt = endOfRomeDay("2026-04-10");
    expect(await reload({ id })).toMatchObject({ dueAt, state: "TO_DO" });
    expect((await listOwed(group.referent)).find((one) => one.id === id)).toMatchObject({ dueAt });
    const extensions = await db.extension.findMany({ where: { deliverableId: id } });
    expect(extensions).toMatchObject([{ newDueAt: dueAt, reason: "Fermo dei sistemi" }]);
  });

  test("is granted on another day, or refused with the reason; both sides are told by mail", async () => {
    const one = await asked("Altro giorno");
    await grant(one.request, "2026-04-03");
    expect(await reload({ id: one.id })).toMatchObject({ dueAt: endOfRomeDay("2026-04-03") });
    const other = await asked("Non concessa");
    await decideExtension(group.coordinator, {
      id: other.request,
      extensionDecision: "REFUSED",
      answer: "Il calendario è fissato.",
    });
    expect(await db.extensionRequest.findUnique({ where: { id: other.request } })).toMatchObject({
      state: "REFUSED",
      answer: "Il calendario è fissato.",
      decidedById: group.coordinator.personId,
    });
    expect(await reload({ id: other.id })).toMatchObject({ dueAt: endOfRomeDay("2026-03-27") });
    const events = await db.event.findMany({ where: { subjectId: other.id }, orderBy: { seq: "asc" } });
    for (const event of events) await notify({ eventId: event.id }, moment);
    const told = async (template: string) =>
      new Set(
        (
          await db.mail.findMany({
            where: {
              template,
              dedupeKey: { startsWith: events.at(template.endsWith("Asked") ? -2 : -1)?.id },
            },
          })
        ).map((mail) => mail.toPersonId),
      );
    expect(await told("notifications.extensionAsked")).toEqual(new Set([group.coordinator.personId]));
    expect(await told("notifications.extensionRefused")).toEqual(
      new Set([group.referent.personId, group.staff.personId]),
    );
  });

  test("into the past, or no later than what holds, is refused at its field", async () => {
    const { id } = await aDeliverable(group, "Nel passato");
    const ask = (wantedDay: string) => askExtension(group.referent, { id, wantedDay, askReason: "x" });
    const refusal = { code: "documents.extensionNotLater", field: "wantedDay" };
    await expect(ask("2025-01-01")).rejects.toMatchObject(refusal);
    await expect(ask("2026-03-27")).rejects.toMatchObject(refusal);
    const { request } = await asked("Nel passato, concedendo");
    await expect(grant(request, "2026-03-20")).rejects.toMatchObject({ ...refusal, field: "grantedDay" });
    const parsed = decideExtensionSchema.safeParse({ id: request, extensionDecision: "REFUSED" });
    expect(parsed.error?.issues).toMatchObject([{ path: ["answer"], message: "deliverables.sayWhyRefused" }]);
  });

  test("waits one at a time, whoever asks at once", async () => {
    const { id } = await aDeliverable(group, "Due insieme");
    const input = { id, wantedDay: "2026-04-10", askReason: "x" };
    const results = await Promise.allSettled([
      askExtension(group.referent, input),
      askExtension(group.staff, input),
    ]);
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(results.find((one) => one.status === "rejected")).toMatchObject({
      reason: { code: "deliverables.extensionAsked" },
    });
  });

  test("is decided once", async () => {
    const { id, request } = await asked("Decisa due volte");
    const refuse = decideExtension(group.coordinator, {
      id: request,
      extensionDecision: "REFUSED",
      answer: "No.",
    });
    const results = await Promise.allSettled([grant(request), refuse]);
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    await expect(grant(request)).rejects.toMatchObject({ code: "deliverables.extensionDecided" });
    expect(await db.extension.count({ where: { deliverableId: id } })).toBeLessThanOrEqual(1);
  });

  test("that waits is granted by one given by hand, withdrawn by the body, and dropped by sending", async () => {
    const state = async (id: string) =>
      (await db.extensionRequest.findUniqueOrThrow({ where: { id } })).state;
    const byHand = await asked("A mano");
    const { version } = await reload({ id: byHand.id });
    await grantExtension(group.coordinator, {
      id: byHand.id,
      version,
      newDueDay: "2026-04-20",
      reason: "Sì",
    });
    expect(await state(byHand.request)).toBe("GRANTED");
    const taken = await asked("Ritirata");
    await withdrawExtension(group.referent, { id: taken.request });
    expect(await state(taken.request)).toBe("WITHDRAWN");
    await expect(withdrawExtension(group.referent, { id: taken.request })).rejects.toMatchObject({
      code: "deliverables.extensionDecided",
    });
    const done = await asked("Già inviata");
    await sent(group, done.id);
    expect(await state(done.request)).toBe("WITHDRAWN");
    await expect(
      askExtension(group.staff, { id: done.id, wantedDay: "2026-04-20", askReason: "x" }),
    ).rejects.toMatchObject({ code: "documents.extensionNotNeeded" });
  });
});

describe("extending", () => {
  test("is told of a deliverable that was extended in the meantime", async () => {
    const row = await aDeliverable(group, "Proroga doppia");
    const input = { id: row.id, version: row.version, newDueDay: "2026-04-10", reason: "x" };
    await grantExtension(group.coordinator, input);
    const late = grantExtension(group.coordinator, { ...input, newDueDay: "2026-04-20" });
    await expect(late).rejects.toMatchObject({ code: "stale" });
    expect(await db.extension.count({ where: { deliverableId: row.id } })).toBe(1);
  });

  test("needs a later day", async () => {
    const row = await aDeliverable(group, "Proroga indietro");
    const input = { id: row.id, version: row.version, newDueDay: "2026-03-27", reason: "x" };
    await expect(grantExtension(group.coordinator, input)).rejects.toMatchObject({
      code: "documents.extensionNotLater",
      field: "newDueDay",
    });
  });
});

describe("who may not", () => {
  let open: { id: string; request: string };
  beforeAll(async () => {
    open = await asked("Diritti sulla proroga");
  });
  const ask = (actor: "otherReferent" | "coordinator" | "observer") => () =>
    askExtension(group[actor], { id: open.id, wantedDay: "2026-04-20", askReason: "x" });
  const decide = (actor: "referent" | "expert" | "otherReferent" | "outsider") => () =>
    decideExtension(group[actor], { id: open.request, extensionDecision: "GRANTED", answer: "" });
  denied("askExtension", "to another body", ask("otherReferent"));
  denied("askExtension", "to the coordinator", ask("coordinator"));
  denied("askExtension", "to the observer", ask("observer"));
  denied("decideExtension", "to the body itself", decide("referent"));
  denied("decideExtension", "to the expert", decide("expert"));
  denied("decideExtension", "to another body", decide("otherReferent"));
  denied("decideExtension", "to the coordinator of another programme", decide("outsider"));
  denied("withdrawExtension", "to another body", () =>
    withdrawExtension(group.otherReferent, { id: open.request }),
  );
  denied("withdrawExtension", "to the coordinator", () =>
    withdrawExtension(group.coordinator, { id: open.request }),
  );
  denied("grantExtension", "to the expert", () =>
    grantExtension(group.expert, { id: open.id, version: 1, newDueDay: "2026-04-20", reason: "x" }),
  );
  denied("grantExtension", "to the body itself", () =>
    grantExtension(group.referent, { id: open.id, version: 1, newDueDay: "2026-04-20", reason: "x" }),
  );
});
