import { beforeAll, describe, expect, test } from "vitest";
import { grantExtension } from "@/lib/documents/deliverables/extensions/mutations";
import {
  addDraft,
  checkMayAddDraft,
  submitDeliverable,
  withdrawSubmission,
} from "@/lib/documents/deliverables/mutations";
import { db } from "@/lib/platform/db";
import { romeInstant } from "@/lib/platform/rome-time";
import { later } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import {
  aDeliverable,
  aFile,
  aWorkingGroup,
  reload,
  sent,
  type WorkingGroup,
} from "@/tests/support/document-factories";

let group: WorkingGroup;
beforeAll(async () => {
  group = await aWorkingGroup();
});

describe("submitting", () => {
  test("gives a number of the year, a receipt to come and an event, in time until the last second", async () => {
    const deliverable = await aDeliverable(group, "Nei termini");
    await addDraft(group.staff, { deliverable: deliverable.id, number: 1, note: "" }, aFile());
    const drafted = await reload({ id: deliverable.id });
    const versionId = drafted.document?.versions[0]?.id ?? "";
    const lastSecond = later(group.referent, romeInstant("2026-03-27", "23:59:59"));
    await submitDeliverable(lastSecond, { id: deliverable.id, version: drafted.version, versionId });
    const after = await reload({ id: deliverable.id });
    expect(after).toMatchObject({ state: "SUBMITTED", isLate: false });
    expect(after.submissions).toMatchObject([
      { year: 2026, versionId, isLate: false, submittedById: group.referent.personId },
    ]);
    const events = await db.event.findMany({ where: { subjectId: deliverable.id }, orderBy: { seq: "asc" } });
    expect(events.map((event) => event.kind)).toEqual(["documents.draftAdded", "documents.submitted"]);
    const jobs = await db.$queryRaw<
      { n: number }[]
    >`select count(*)::int as n from graphile_worker.jobs where task_identifier = 'make-receipt'`;
    expect(jobs[0]?.n).toBe(1);
  });

  test("is late one second after the due moment, and refused after the cut-off unless an extension runs", async () => {
    const deliverable = await aDeliverable(group, "In ritardo");
    await addDraft(group.referent, { deliverable: deliverable.id, number: 1, note: "" }, aFile());
    const drafted = await reload({ id: deliverable.id });
    const input = {
      id: deliverable.id,
      version: drafted.version,
      versionId: drafted.document?.versions[0]?.id ?? "",
    };
    const closed = later(group.referent, romeInstant("2026-04-01", "00:00"));
    await expect(submitDeliverable(closed, input)).rejects.toMatchObject({ code: "documents.cutOffPassed" });
    const coordinator = later(group.coordinator, romeInstant("2026-04-01", "09:00"));
    await grantExtension(coordinator, {
      id: deliverable.id,
      version: drafted.version,
      newDueDay: "2026-04-10",
      reason: "Fermo dei sistemi",
    });
    const extended = await reload({ id: deliverable.id });
    await submitDeliverable(closed, { ...input, version: extended.version });
    expect(await reload({ id: deliverable.id })).toMatchObject({ state: "SUBMITTED", isLate: false });

    const other = await aDeliverable(group, "In ritardo di poco");
    await addDraft(group.referent, { deliverable: other.id, number: 1, note: "" }, aFile());
    const row = await reload({ id: other.id });
    const afterDue = later(group.referent, romeInstant("2026-03-28", "00:00"));
    await submitDeliverable(afterDue, {
      id: other.id,
      version: row.version,
      versionId: row.document?.versions[0]?.id ?? "",
    });
    expect(await reload({ id: other.id })).toMatchObject({ state: "SUBMITTED", isLate: true });
  });

  test("of two submissions at once one wins, and the number is used once", async () => {
    const deliverable = await aDeliverable(group, "Doppio invio");
    await addDraft(group.referent, { deliverable: deliverable.id, number: 1, note: "" }, aFile());
    const drafted = await reload({ id: deliverable.id });
    const input = {
      id: deliverable.id,
      version: drafted.version,
      versionId: drafted.document?.versions[0]?.id ?? "",
    };
    const results = await Promise.allSettled([
      submitDeliverable(group.referent, input),
      submitDeliverable(group.staff, input),
    ]);
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const after = await reload({ id: deliverable.id });
    expect(after.submissions).toHaveLength(1);
    const numbers = await db.submission.findMany({
      where: { year: 2026 },
      orderBy: { number: "asc" },
      select: { number: true },
    });
    expect(numbers.map((one) => one.number)).toEqual(numbers.map((_, index) => index + 1));
  });

  test("sends only the newest draft, and never the same version twice", async () => {
    const deliverable = await aDeliverable(group, "Bozza più nuova");
    await addDraft(group.referent, { deliverable: deliverable.id, number: 1, note: "" }, aFile("a.pdf"));
    const first = await reload({ id: deliverable.id });
    await addDraft(group.staff, { deliverable: deliverable.id, number: 2, note: "" }, aFile("b.pdf"));
    const input = {
      id: deliverable.id,
      version: first.version,
      versionId: first.document?.versions[0]?.id ?? "",
    };
    await expect(submitDeliverable(group.referent, input)).rejects.toMatchObject({
      code: "documents.newerDraft",
      params: { number: 2 },
    });
  });
});

describe("drafts", () => {
  test("two uploads of one version number have one winner, and the loser leaves nothing", async () => {
    const deliverable = await aDeliverable(group, "Due caricamenti");
    const results = await Promise.allSettled([
      addDraft(group.referent, { deliverable: deliverable.id, number: 1, note: "" }, aFile("uno.pdf")),
      addDraft(group.staff, { deliverable: deliverable.id, number: 1, note: "" }, aFile("due.pdf")),
    ]);
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const lost = results.find((one) => one.status === "rejected");
    expect(lost).toMatchObject({ reason: { code: "documents.versionTaken" } });
    const after = await reload({ id: deliverable.id });
    expect(after.document?.versions).toHaveLength(1);
    expect(await db.document.count({ where: { title: "Due caricamenti" } })).toBe(1);
  });

  test("are closed once the deliverable was sent, and open again when it is taken back", async () => {
    const deliverable = await aDeliverable(group, "Ritiro");
    const submitted = await sent(group, deliverable.id);
    await expect(checkMayAddDraft(group.referent, deliverable.id)).rejects.toMatchObject({
      code: "documents.draftNotOpen",
    });
    await withdrawSubmission(group.staff, { id: deliverable.id, version: submitted.version });
    const after = await reload({ id: deliverable.id });
    expect(after.state).toBe("TO_DO");
    expect(after.submissions[0]?.withdrawnAt).not.toBeNull();
    await checkMayAddDraft(group.referent, deliverable.id);
  });
});

describe("who may not", () => {
  let id: string;
  let version: number;
  beforeAll(async () => {
    const submitted = await sent(group, (await aDeliverable(group, "Diritti")).id);
    id = submitted.id;
    version = submitted.version;
  });
  const draft = (actor: "coordinator" | "otherReferent" | "outsider" | "administrator" | "observer") => () =>
    addDraft(group[actor], { deliverable: id, number: 9, note: "" }, aFile());
  denied("addDraft", "to another body", draft("otherReferent"));
  denied("addDraft", "to the coordinator", draft("coordinator"));
  denied("addDraft", "to the administrator", draft("administrator"));
  denied("checkMayAddDraft", "to the coordinator of another programme", () =>
    checkMayAddDraft(group.outsider, id),
  );
  denied("checkMayAddDraft", "to the coordinator of its programme", () =>
    checkMayAddDraft(group.coordinator, id),
  );
  denied("submitDeliverable", "to another body", () =>
    submitDeliverable(group.otherReferent, { id, version, versionId: id }),
  );
  denied("submitDeliverable", "to the observer", () =>
    submitDeliverable(group.observer, { id, version, versionId: id }),
  );
  denied("withdrawSubmission", "to another body", () =>
    withdrawSubmission(group.otherReferent, { id, version }),
  );
  denied("withdrawSubmission", "to the coordinator", () =>
    withdrawSubmission(group.coordinator, { id, version }),
  );
});
