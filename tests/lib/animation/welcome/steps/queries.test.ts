import { beforeEach, describe, expect, test } from "vitest";
import { dismissFirstSteps, writeWelcome } from "@/lib/animation/welcome/mutations";
import { writeWelcomeSchema } from "@/lib/animation/welcome/schema";
import { type FirstStep, listFirstSteps } from "@/lib/animation/welcome/steps/queries";
import { addDocument } from "@/lib/documents/mutations";
import { recordOpening } from "@/lib/documents/reading/mutations";
import { changeProfile } from "@/lib/people/profile/mutations";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { later } from "@/tests/support/actors";
import { aFile } from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";
import { aCategory, aPost, aThread } from "@/tests/support/forum-factories";
import { aPilot, aSession } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let thread: { id: string };

// Everybody of a pilot began twenty days ago.
beforeEach(async () => {
  pilot = await aPilot();
  thread = await aThread((await aCategory(pilot.programme.id)).id, { title: "Presentiamoci" });
});

const day = 86_400_000;
const stepsOf = async (actor: Actor) => (await listFirstSteps(actor, pilot.programme.slug))[0]?.steps ?? [];
const doneOf = (steps: readonly FirstStep[]) => steps.map(({ key, isDone }) => [key, isDone]);

async function nameThread() {
  const { slug } = pilot.programme;
  const form = writeWelcomeSchema.parse({ programme: slug, version: 0, text: "Ciao.", threadId: thread.id });
  await writeWelcome(pilot.coordinator, form);
}

async function information(title: string) {
  const input = { programme: pilot.programme.slug, kind: "INFORMATION", title, note: "" } as const;
  const { id } = await addDocument(pilot.coordinator, input, aFile(`${title}.pdf`));
  return db.documentVersion.findFirstOrThrow({ where: { documentId: id }, select: { id: true } });
}

describe("first steps", () => {
  test("are what there is to do, and done by doing it", async () => {
    const { staff, programme } = pilot;
    const documents = [await information("Regolamento"), await information("Guida")];
    const session = await aSession(programme.id, { state: "CONVENED", invitedIds: [staff.personId] });
    await nameThread();
    const before = await stepsOf(staff);
    expect(doneOf(before)).toEqual([
      ["material", false],
      ["profile", false],
      ["introduce", false],
      ["session", false],
    ]);
    expect(before[0]).toMatchObject({ read: 0, of: 2 });

    await recordOpening(staff, documents[0]?.id ?? "");
    expect((await stepsOf(staff))[0]).toMatchObject({ isDone: false, read: 1, next: { title: "Guida" } });
    await recordOpening(staff, documents[1]?.id ?? "");
    await changeProfile(staff, { givenName: "Nives", familyName: "Prova", locale: "it" });
    await aPost(thread.id, 2, { authorId: staff.personId });
    expect(doneOf(await stepsOf(staff))).toEqual([
      ["material", true],
      ["profile", true],
      ["introduce", true],
      ["session", false],
    ]);
    await db.sessionInvitee.updateMany({
      where: { sessionId: session.id },
      data: { reply: "YES", repliedAt: moment },
    });
    expect(await listFirstSteps(staff)).toEqual([]);
  });

  test("ask nothing that cannot be done: no session, no material, nowhere to write", async () => {
    expect(doneOf(await stepsOf(pilot.staff))).toEqual([["profile", false]]);
    await nameThread();
    await aSession(pilot.programme.id, { state: "CONVENED" });
    await aSession(pilot.programme.id, { state: "DRAFT" });
    expect(doneOf(await stepsOf(pilot.staff))).toEqual([
      ["profile", false],
      ["introduce", false],
      ["session", null],
    ]);
    // Who only reads is not asked to write.
    expect(doneOf(await stepsOf(pilot.observer))).toEqual([
      ["profile", false],
      ["session", null],
    ]);
    await db.thread.update({ where: { id: thread.id }, data: { lockedAt: moment } });
    expect(doneOf(await stepsOf(pilot.staff))).toEqual([
      ["profile", false],
      ["session", null],
    ]);
  });

  test("say the coordinator's text, where there is one", async () => {
    expect((await listFirstSteps(pilot.staff))[0]?.welcome).toBeNull();
    await nameThread();
    expect((await listFirstSteps(pilot.staff))[0]?.welcome).toEqual({ html: "<p>Ciao.</p>", lang: "it" });
  });

  test("are there for thirty days, in a programme that goes on, until they are put away", async () => {
    const { staff, programme } = pilot;
    const seenAt = async (days: number) =>
      (await listFirstSteps(later(staff, new Date(moment.getTime() + days * day)))).length;
    expect([await seenAt(9), await seenAt(11)]).toEqual([1, 0]);
    await db.programme.update({ where: { id: programme.id }, data: { state: "CLOSED" } });
    expect(await seenAt(0)).toBe(0);
    await db.programme.update({ where: { id: programme.id }, data: { state: "RUNNING" } });
    await dismissFirstSteps(staff, { programme: programme.slug, from: "today" });
    expect(await seenAt(0)).toBe(0);
    expect(await listFirstSteps(pilot.referent)).toHaveLength(1);
  });

  test("are nobody's who takes part in nothing, or has long done so", async () => {
    expect(await listFirstSteps(pilot.manager)).toEqual([]);
    await db.roleAssignment.create({
      data: {
        personId: pilot.staff.personId,
        role: "OBSERVER",
        programmeId: pilot.programme.id,
        fromAt: new Date(moment.getTime() - 100 * day),
      },
    });
    expect(await listFirstSteps(pilot.staff)).toEqual([]);
  });
});
