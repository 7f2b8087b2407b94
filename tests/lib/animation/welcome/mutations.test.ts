import { beforeAll, describe, expect, test } from "vitest";
import { rebuildWelcomes } from "@/lib/animation/welcome/jobs";
import { dismissFirstSteps, writeWelcome } from "@/lib/animation/welcome/mutations";
import { getWelcome, listNewcomers } from "@/lib/animation/welcome/queries";
import { type WriteWelcome, writeWelcomeSchema } from "@/lib/animation/welcome/schema";
import { mergeThread } from "@/lib/forum/moves/mutations";
import { systemActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError, NotFoundError, StaleError } from "@/lib/platform/errors";
import { denied } from "@/tests/support/denied";
import { kindsOf } from "@/tests/support/events";
import { aPerson, aRole, moment } from "@/tests/support/factories";
import { aCategory, aPost, aThread } from "@/tests/support/forum-factories";
import { codeOf, refusal } from "@/tests/support/refusal";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let category: { id: string };
let thread: { id: string };

beforeAll(async () => {
  pilot = await aPilot();
  category = await aCategory(pilot.programme.id);
  thread = await aThread(category.id, { title: "Presentiamoci" });
});

const form = (fields: Partial<WriteWelcome> = {}, programme = pilot.programme) =>
  writeWelcomeSchema.parse({ programme: programme.slug, version: 0, text: "Che **piacere**.", ...fields });
const rowOf = (programmeId: string) => db.programmeWelcome.findUniqueOrThrow({ where: { programmeId } });
const daysAgo = (days: number) => new Date(moment.getTime() - days * 86_400_000);

describe("a programme's welcome", () => {
  test("is written by its coordinator, and read again by the form", async () => {
    const { programme, coordinator } = pilot;
    await writeWelcome(coordinator, form({ threadId: thread.id }));
    expect(await rowOf(programme.id)).toMatchObject({
      html: "<p>Che <strong>piacere</strong>.</p>",
      threadId: thread.id,
      lang: "it",
      version: 1,
    });
    expect(await kindsOf(programme.id)).toContain("animation.welcomeWritten");
    const shown = await getWelcome(coordinator, programme.slug);
    expect(shown.welcome).toEqual({ markdown: "Che **piacere**.", threadId: thread.id, version: 1 });
    expect(shown.threads.map(({ id }) => id)).toContain(thread.id);
    expect(await refusal(getWelcome(pilot.expert, programme.slug))).toBeInstanceOf(ForbiddenError);
  });

  test("of which another version was seen is not overwritten, and its text keeps its language", async () => {
    expect(await refusal(writeWelcome(pilot.coordinator, form()))).toBeInstanceOf(StaleError);
    await writeWelcome(pilot.coordinator, form({ version: 1, text: "Benvenuti.", lang: "en" }));
    expect(await rowOf(pilot.programme.id)).toMatchObject({ lang: "it", threadId: null, version: 2 });
    await writeWelcome(pilot.coordinator, form({ version: 2, text: "", threadId: thread.id }));
    await writeWelcome(pilot.coordinator, form({ version: 3, text: "Welcome.", lang: "en" }));
    expect(await rowOf(pilot.programme.id)).toMatchObject({ lang: "en", version: 4 });
    expect(await refusal(writeWelcome(pilot.coordinator, form({ version: 3 })))).toBeInstanceOf(StaleError);
  });

  test("names only a discussion of the programme in which one can write", async () => {
    const hidden = await aThread(category.id, { hiddenAt: moment });
    const locked = await aThread(category.id, { lockedAt: moment });
    const elsewhere = await aThread((await aCategory((await aPilot()).programme.id)).id);
    const named = (threadId: string) => writeWelcome(pilot.coordinator, form({ version: 4, threadId }));
    expect(await codeOf(named(hidden.id))).toBe("animation.threadNotOpen");
    expect(await codeOf(named(locked.id))).toBe("animation.threadNotOpen");
    expect(await refusal(named(elsewhere.id))).toBeInstanceOf(NotFoundError);
  });

  test("goes along when its discussion ends in another, and shows one that was closed since", async () => {
    const own = await aPilot();
    const { id: categoryId } = await aCategory(own.programme.id);
    const [old, into] = [await aThread(categoryId), await aThread(categoryId, { title: "Tutti qui" })];
    await writeWelcome(own.coordinator, form({ threadId: old.id }, own.programme));
    await mergeThread(own.coordinator, { id: old.id, version: 1, into: into.id });
    expect((await rowOf(own.programme.id)).threadId).toBe(into.id);
    await db.thread.update({ where: { id: into.id }, data: { lockedAt: moment } });
    const { threads } = await getWelcome(own.coordinator, own.programme.slug);
    expect(threads.map(({ id }) => id)).toEqual([into.id]);
  });

  test("of an older renderer is made anew", async () => {
    await db.programmeWelcome.update({
      where: { programmeId: pilot.programme.id },
      data: { rendererVersion: 1, html: "old" },
    });
    expect(await rebuildWelcomes(systemActor("rebuild-derived", moment))).toBeGreaterThan(0);
    expect((await rowOf(pilot.programme.id)).html).toBe("<p>Welcome.</p>");
    expect(await refusal(rebuildWelcomes(pilot.coordinator))).toBeInstanceOf(ForbiddenError);
  });
});

test("first steps are put away once, and noted once", async () => {
  const { programme, staff } = pilot;
  for (const _once of [1, 2]) await dismissFirstSteps(staff, { programme: programme.slug, from: "today" });
  const events = await db.event.findMany({
    where: { kind: "animation.firstStepsDismissed", actorId: staff.personId },
  });
  expect(events).toHaveLength(1);
});

describe("newcomers", () => {
  test("are who began in the last days, each with whether they have written", async () => {
    const { programme, coordinator, body } = await aPilot();
    const thread = await aThread((await aCategory(programme.id)).id, { authors: [coordinator.personId] });
    await writeWelcome(coordinator, form({ threadId: thread.id }, programme));
    await db.roleAssignment.updateMany({
      where: { programmeId: programme.id },
      data: { fromAt: daysAgo(90) },
    });
    const inBody = { programmeId: programme.id, organisationId: body.id };
    const add = async (givenName: string, facts: Parameters<typeof aRole>[2], disabledAt?: Date) => {
      const { id } = await aPerson({ givenName, familyName: "Prova", ...(disabledAt ? { disabledAt } : {}) });
      await aRole(id, "STAFF", { ...inBody, ...facts });
      return id;
    };
    const written = await add("Scritto", { fromAt: daysAgo(5) });
    const hidden = await add("Nascosto", { fromAt: daysAgo(4) });
    await add("Vecchio", { fromAt: daysAgo(31) });
    await add("Andato", { fromAt: daysAgo(9), toAt: daysAgo(1) });
    await add("Spento", { fromAt: daysAgo(3) }, moment);
    const changed = await add("Cambiato", { fromAt: daysAgo(60), toAt: daysAgo(2) });
    await aRole(changed, "REFERENT", { ...inBody, fromAt: daysAgo(2) });
    const observer = await aPerson({ givenName: "Osserva", familyName: "Prova" });
    await aRole(observer.id, "OBSERVER", { programmeId: programme.id, fromAt: daysAgo(2) });
    await aPost(thread.id, 2, { authorId: written });
    await aPost(thread.id, 3, { authorId: hidden, hiddenAt: moment });
    const { rows, thread: named, mayWelcome } = await listNewcomers(coordinator, programme.slug);
    expect(
      rows.map(({ name, mayWrite, hasWritten, introduction }) => [name, mayWrite, hasWritten, introduction]),
    ).toEqual([
      ["Osserva Prova", false, false, null],
      ["Nascosto Prova", true, false, null],
      ["Scritto Prova", true, true, 2],
    ]);
    expect(rows.map(({ bodies }) => bodies !== null)).toEqual([false, true, true]);
    expect([named?.id, mayWelcome]).toEqual([thread.id, true]);
  });

  test("are told to who keeps the forum going alone", async () => {
    const { slug } = pilot.programme;
    expect((await listNewcomers(pilot.expert, slug)).mayWelcome).toBe(false);
    for (const actor of [pilot.referent, pilot.observer, pilot.manager])
      expect(await refusal(listNewcomers(actor, slug))).toBeInstanceOf(ForbiddenError);
    const outsider = (await aPilot()).coordinator;
    expect(await refusal(listNewcomers(outsider, slug))).toBeInstanceOf(NotFoundError);
  });
});

denied("writeWelcome", "to an expert", () => writeWelcome(pilot.expert, form({ version: 4 })));
denied("writeWelcome", "to the manager", () => writeWelcome(pilot.manager, form({ version: 4 })));
denied("dismissFirstSteps", "to the manager", () =>
  dismissFirstSteps(pilot.manager, { programme: pilot.programme.slug, from: "programme" }),
);
