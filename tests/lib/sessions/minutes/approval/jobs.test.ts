import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { beforeAll, expect, test } from "vitest";
import { sweepObjects } from "@/lib/documents/jobs";
import { systemActor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import { hasObject, openObject } from "@/lib/platform/storage/storage";
import { makePdfOf } from "@/lib/sessions/minutes/approval/jobs";
import { giveVerdict, proposeMinutes, publishMinutes } from "@/lib/sessions/minutes/approval/mutations";
import { getMinutesPdf } from "@/lib/sessions/minutes/approval/queries";
import { writePoint } from "@/lib/sessions/minutes/mutations";
import { getMinutes } from "@/lib/sessions/minutes/queries";
import { reopenSession } from "@/lib/sessions/record/mutations";
import { moment } from "@/tests/support/factories";
import {
  approvedMinutes,
  aWriting,
  proposedMinutes,
  stateOf,
  writtenMinutes,
} from "@/tests/support/minutes-factories";
import { readPdf } from "@/tests/support/pdf";
import { aPilot } from "@/tests/support/session-factories";

const maker = systemActor("make-minutes-pdf", moment);
const shaOf = async (sessionId: string) =>
  (await db.minutesRound.findFirstOrThrow({ where: { sessionId, number: 1 } })).pdfSha256;

let pilot: Awaited<ReturnType<typeof aPilot>>;
beforeAll(async () => {
  pilot = await aPilot();
});

test("approved minutes become a tagged document whose hash is the one shown", async () => {
  const { id, point } = await writtenMinutes(pilot);
  const tasks = { new0: { text: "Scrivere la nota", owner: pilot.staff.personId, due: "2026-03-31" } };
  const text = "Si esaminano le **criticità**:\n\n- censimento\n- raccordo\n\n### In breve\n\nSi prosegue.";
  const decisions = await decisionsOf(point);
  await writePoint(pilot.coordinator, aWriting({ id: point, version: 2 }, { text, tasks, decisions }));
  await proposeMinutes(pilot.coordinator, { id, version: (await stateOf(id)).version });
  await makePdfOf(maker, { sessionId: id, round: 1 });
  expect(await shaOf(id), "nothing is made before the approval").toBeNull();
  await approveBoth(id);
  await makePdfOf(maker, { sessionId: id, round: 1 });
  const sha256 = (await shaOf(id)) ?? "";
  const bytes = await buffer((await openObject(sha256)).stream);
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
  const view = await getMinutes(pilot.referent, pilot.programme.slug, id);
  expect(view.rounds[0]?.pdfSha256).toBe(sha256);

  const pdf = await readPdf(bytes);
  expect(pdf).toMatchObject({ title: "Verbale: Sessione di prova", language: "it-IT", isMarked: true });
  for (const part of [
    "10 marzo 2026, 10:30-12:30",
    "2 presenti",
    "1 assente",
    "Si esaminano le criticità:",
    "• censimento",
    "Decisione 1. Ogni Camera completa la matrice.",
    "Attività. Scrivere la nota (Ada Ginestrelli, entro il 31 marzo 2026)",
    "con termine per le osservazioni 30 marzo 2026, 23:59",
    "Approvato da tutti i presenti il 23 marzo 2026, 10:00.",
  ])
    expect(pdf.text).toContain(part);
  expect(pdf.text).not.toContain("**");
  expect(pdf.tags.filter((tag) => /^H\d$/.test(tag))).toEqual(["H1", "H2", "H2", "H2", "H3", "H2"]);
  expect(pdf.tags).toContain("LBody");

  // Told again, as after a worker that was killed: the document stays the same.
  await makePdfOf(maker, { sessionId: id, round: 1 });
  expect(await shaOf(id)).toBe(sha256);
  await sweepObjects(systemActor("sweep", new Date(Date.now() + 3 * 86_400_000)));
  expect(await hasObject(sha256), "the sweep leaves it").toBe(true);
});

test("who may read the minutes downloads them; visitors read the page alone", async () => {
  const { id, version } = await approvedMinutes(pilot, { audience: "PUBLIC" });
  await makePdfOf(maker, { sessionId: id, round: 1 });
  const get = (actor: typeof pilot.expert) => getMinutesPdf(actor, id, 1);
  for (const actor of [pilot.coordinator, pilot.expert, pilot.referent])
    expect((await get(actor)).size).toBeGreaterThan(1_000);
  await expect(get(pilot.observer)).rejects.toThrow(ForbiddenError);
  await publishMinutes(pilot.coordinator, { id, version: (await stateOf(id)).version });
  expect((await get(pilot.observer)).sha256).toBe(await shaOf(id));
  await expect(getMinutesPdf(visitorActor(moment), id, 1)).rejects.toThrow(ForbiddenError);
  await expect(getMinutesPdf(pilot.expert, id, 2)).rejects.toThrow(NotFoundError);
  await reopenSession(pilot.coordinator, { id, version, reason: "Un nome" });
  await expect(get(pilot.observer)).rejects.toThrow(ForbiddenError);
  expect((await get(pilot.referent)).sha256, "the document of the earlier round stays").toBe(await shaOf(id));
});

test("minutes that were withdrawn before their document was made get none", async () => {
  const { id, version } = await approvedMinutes(pilot);
  await reopenSession(pilot.coordinator, { id, version, reason: "Un nome" });
  await makePdfOf(maker, { sessionId: id, round: 1 });
  expect(await shaOf(id)).toBeNull();
});

test("documents are made by the worker alone", async () => {
  const { id } = await proposedMinutes(pilot);
  await expect(makePdfOf(pilot.coordinator, { sessionId: id, round: 1 })).rejects.toThrow(ForbiddenError);
});

async function approveBoth(id: string): Promise<void> {
  for (const actor of [pilot.expert, pilot.referent])
    await giveVerdict(actor, { id, round: 1, verdict: "APPROVED", text: "" });
}

async function decisionsOf(pointId: string) {
  const rows = await db.decision.findMany({ where: { pointId }, select: { id: true, text: true } });
  return Object.fromEntries(rows.map(({ id, text }) => [id, { text }]));
}
