import { beforeAll, describe, expect, test } from "vitest";
import { oweOpenRequests } from "@/lib/documents/commands";
import { grantExtension } from "@/lib/documents/deliverables/extensions/mutations";
import { changeRequest, requestDeliverable } from "@/lib/documents/deliverables/requests/mutations";
import { requestDeliverableSchema } from "@/lib/documents/deliverables/schema";
import { db } from "@/lib/platform/db";
import { endOfRomeDay } from "@/lib/platform/rome-time";
import { denied } from "@/tests/support/denied";
import { aDeliverable, aWorkingGroup, reload, type WorkingGroup } from "@/tests/support/document-factories";
import { anEnrolment, anOrganisation } from "@/tests/support/factories";

let group: WorkingGroup;
beforeAll(async () => {
  group = await aWorkingGroup();
});
const asked = (more: Record<string, unknown> = {}) =>
  requestDeliverableSchema.parse({
    programme: group.programme.slug,
    title: "Organigramma",
    dueDay: "2026-03-27",
    ...more,
  });

test("every body that takes part owes a request to all; those that do not, owe nothing", async () => {
  const waiting = await anOrganisation();
  await anEnrolment(group.programme.id, waiting.id, "WAITING");
  const { id } = await requestDeliverable(group.coordinator, asked());
  const rows = await db.deliverable.findMany({
    where: { requestId: id },
    select: { organisationId: true, dueAt: true, state: true },
  });
  expect(new Set(rows.map((row) => row.organisationId))).toEqual(new Set([group.first.id, group.second.id]));
  expect(rows[0]).toMatchObject({ dueAt: endOfRomeDay("2026-03-27"), state: "TO_DO" });
});

test("a body that starts later owes what is still to come", async () => {
  const late = await anOrganisation();
  const count = await db.$transaction((tx) =>
    oweOpenRequests(tx, group.coordinator, { programmeId: group.programme.id, organisationId: late.id }),
  );
  expect(count).toBeGreaterThan(0);
  expect(await db.deliverable.count({ where: { organisationId: late.id } })).toBe(count);
});

test("only the bodies chosen owe a request to some; a stranger among them is refused", async () => {
  const { id } = await requestDeliverable(
    group.coordinator,
    asked({ owedBy: "some", bodies: [group.second.id] }),
  );
  expect(
    await db.deliverable.findMany({ where: { requestId: id }, select: { organisationId: true } }),
  ).toEqual([{ organisationId: group.second.id }]);
  const stranger = await anOrganisation();
  await expect(
    requestDeliverable(group.coordinator, asked({ owedBy: "some", bodies: [stranger.id] })),
  ).rejects.toMatchObject({
    code: "documents.bodyNotInProgramme",
    field: "bodies",
  });
});

test("two requests made at once get two positions", async () => {
  const made = await Promise.all([
    requestDeliverable(group.coordinator, asked()),
    requestDeliverable(group.coordinator, asked()),
  ]);
  const rows = await db.deliverableRequest.findMany({
    where: { id: { in: made.map((one) => one.id) } },
    select: { position: true },
  });
  expect(new Set(rows.map((row) => row.position)).size).toBe(2);
});

test("a due moment in the past, a cut-off before it, an empty choice: each is named at its field", async () => {
  await expect(requestDeliverable(group.coordinator, asked({ dueDay: "2026-03-20" }))).rejects.toMatchObject({
    code: "documents.dueInThePast",
    field: "dueDay",
  });
  const faults = (more: Record<string, unknown>) =>
    requestDeliverableSchema
      .safeParse({ programme: "x", title: "x", dueDay: "2026-03-27", ...more })
      .error?.issues.map((issue) => [issue.path.join("."), issue.message]);
  expect(faults({ cutOffDay: "2026-03-26" })).toEqual([["cutOffDay", "documents.cutOffBeforeDue"]]);
  expect(faults({ owedBy: "some" })).toEqual([["bodies", "documents.chooseBodies"]]);
  expect(faults({ dueDay: "27 marzo" })).toEqual([["dueDay", "documents.dayExpected"]]);
  expect(faults({ title: "x".repeat(201) })).toEqual([["title", "tooLong"]]);
});

test("a moved due date moves every body but those with an extension", async () => {
  const deliverable = await aDeliverable(group, "Spostata");
  await grantExtension(group.coordinator, {
    id: deliverable.id,
    version: deliverable.version,
    newDueDay: "2026-04-20",
    reason: "x",
  });
  const request = await db.deliverableRequest.findUniqueOrThrow({ where: { id: deliverable.requestId } });
  const input = {
    id: request.id,
    version: request.version,
    title: "Spostata",
    instructions: "",
    dueDay: "2026-04-10",
    dueTime: "18:00",
  };
  await changeRequest(group.coordinator, input);
  expect((await reload({ id: deliverable.id })).dueAt).toEqual(endOfRomeDay("2026-04-20"));
  const other = await reload({ requestId: request.id, organisationId: group.second.id });
  expect(other.dueAt.toISOString()).toBe("2026-04-10T16:00:00.000Z");
  await expect(changeRequest(group.coordinator, input)).rejects.toMatchObject({ code: "stale" });
});

describe("who may not", () => {
  denied("requestDeliverable", "to the expert", () => requestDeliverable(group.expert, asked()));
  denied("requestDeliverable", "to a referent", () => requestDeliverable(group.referent, asked()));
  denied("requestDeliverable", "to the coordinator of another programme", () =>
    requestDeliverable(group.outsider, asked()),
  );
  const change = (actor: "expert" | "outsider" | "administrator") => async () => {
    const { id } = await db.deliverableRequest.findFirstOrThrow({
      where: { programmeId: group.programme.id },
    });
    return changeRequest(group[actor], {
      id,
      version: 1,
      title: "x",
      instructions: "",
      dueDay: "2026-04-10",
      dueTime: "18:00",
    });
  };
  denied("changeRequest", "to the expert", change("expert"));
  denied("changeRequest", "to the coordinator of another programme", change("outsider"));
  denied("changeRequest", "to the administrator", change("administrator"));
});
