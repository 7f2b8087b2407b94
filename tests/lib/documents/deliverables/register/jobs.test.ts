import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { beforeAll, expect, test } from "vitest";
import { addComment } from "@/lib/documents/deliverables/comments/mutations";
import { grantExtension } from "@/lib/documents/deliverables/extensions/mutations";
import { lockApproved } from "@/lib/documents/deliverables/jobs";
import { setProtocol } from "@/lib/documents/deliverables/protocol/mutations";
import { makeRegisterOf } from "@/lib/documents/deliverables/register/jobs";
import { getRegister } from "@/lib/documents/deliverables/register/queries";
import { decideReview, lockDeliverable, openReview } from "@/lib/documents/deliverables/review/mutations";
import { sweepObjects } from "@/lib/documents/jobs";
import { systemActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { NotFoundError } from "@/lib/platform/errors";
import { openObject } from "@/lib/platform/storage/storage";
import {
  aDeliverable,
  aWorkingGroup,
  reload,
  sent,
  type WorkingGroup,
} from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";
import { readPdf } from "@/tests/support/pdf";

let group: WorkingGroup;
beforeAll(async () => {
  group = await aWorkingGroup();
});
const hours = (count: number) => new Date(moment.getTime() + count * 3_600_000);
const waiting = async (deliverableId: string) => {
  const jobs = await db.$queryRaw<{ payload: unknown }[]>`
    select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'make-register' and j.payload->>'deliverableId' = ${deliverableId}`;
  return jobs.length;
};

async function approved(title: string) {
  const row = await aDeliverable(group, title);
  await grantExtension(group.coordinator, {
    id: row.id,
    version: row.version,
    newDueDay: "2026-04-10",
    reason: "Fermo dei sistemi",
  });
  const submitted = await sent(group, row.id, group.referent, `${title}.pdf`);
  await setProtocol(group.staff, {
    id: submitted.submissions[0]?.id ?? "",
    rowVersion: 1,
    protocolNumber: "77/2026",
    protocolDate: "2026-03-20",
  });
  await openReview(group.expert, submitted);
  const read = await reload({ id: row.id });
  const versionId = read.reviewVersionId ?? "";
  await addComment(group.expert, { id: row.id, versionId, text: "Bene" });
  await decideReview(group.coordinator, {
    id: row.id,
    version: read.version,
    versionId,
    decision: "APPROVED",
    comment: "",
  });
  return reload({ id: row.id });
}

test("the lock by an act has a register made, beside the file, once, that says who, when and what", async () => {
  const row = await approved("Con registro");
  await lockDeliverable(group.coordinator, row);
  expect(await waiting(row.id)).toBe(1);
  await expect(getRegister(group.referent, row.id)).rejects.toThrow(NotFoundError);
  const worker = systemActor("make-register", moment);
  await makeRegisterOf(worker, { deliverableId: row.id });
  const { sha256, size } = await getRegister(group.otherReferent, row.id);
  await makeRegisterOf(worker, { deliverableId: row.id });
  expect((await getRegister(group.referent, row.id)).sha256).toBe(sha256);
  const bytes = await buffer((await openObject(sha256)).stream);
  expect(bytes.length).toBe(size);
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
  const pdf = await readPdf(bytes);
  expect(pdf).toMatchObject({ isMarked: true, title: "Registro della consegna: Con registro" });
  const { text } = pdf;
  const file = row.document?.versions[0]?.objectSha256 ?? "";
  for (const said of ["Con registro", "77/2026", "Fermo dei sistemi", "approvata", "Con registro.pdf"])
    expect(text).toContain(said);
  expect(text.replaceAll(" ", "")).toContain(file);
  await sweepObjects(systemActor("sweep", hours(72)));
  expect((await getRegister(group.referent, row.id)).sha256).toBe(sha256);
  await expect(getRegister(group.outsider, row.id)).rejects.toThrow(NotFoundError);
});

test("the lock by the job has it made too, and what was locked before there were any gets one", async () => {
  const row = await approved("Da sola");
  await lockApproved(systemActor("lock-approved", hours(24)));
  expect(await reload({ id: row.id })).toMatchObject({ state: "LOCKED", registerSha256: null });
  expect(await waiting(row.id)).toBe(1);
  await db.$executeRaw`delete from graphile_worker._private_jobs`;
  await lockApproved(systemActor("lock-approved", hours(30)));
  expect(await waiting(row.id)).toBe(1);
});

test("nothing is made of what is not locked", async () => {
  const row = await approved("Non bloccata");
  await makeRegisterOf(systemActor("make-register", moment), { deliverableId: row.id });
  expect(await reload({ id: row.id })).toMatchObject({ registerSha256: null });
});

test("a protocol number that comes after the lock stands in the register, also when that was just being made", async () => {
  const row = await approved("Protocollata dopo");
  await lockDeliverable(group.coordinator, row);
  const worker = systemActor("make-register", moment);
  await makeRegisterOf(worker, { deliverableId: row.id });
  const before = await getRegister(group.referent, row.id);
  const protocol = (rowVersion: number, protocolNumber: string) =>
    setProtocol(group.coordinator, {
      id: row.submissions[0]?.id ?? "",
      rowVersion,
      protocolNumber,
      protocolDate: "2026-03-20",
    });
  await protocol(2, "901/2026");
  expect(await waiting(row.id)).toBe(2);
  await expect(getRegister(group.referent, row.id)).rejects.toThrow(NotFoundError);
  await Promise.all([makeRegisterOf(worker, { deliverableId: row.id }), protocol(3, "902/2026")]);
  await makeRegisterOf(worker, { deliverableId: row.id });
  const after = await getRegister(group.referent, row.id);
  expect(after.sha256).not.toBe(before.sha256);
  const { text } = await readPdf(await buffer((await openObject(after.sha256)).stream));
  expect(text).toContain("902/2026");
});
