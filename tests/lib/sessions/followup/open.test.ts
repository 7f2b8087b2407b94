import { beforeAll, describe, expect, test } from "vitest";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import { getOpenOfMinutes } from "@/lib/sessions/followup/open/queries";
import { completeTask, requestFromDecision } from "@/lib/sessions/minutes/follow/mutations";
import { writePoint } from "@/lib/sessions/minutes/mutations";
import { requestFromDecisionSchema, taskSchema } from "@/lib/sessions/minutes/schema";
import { moment } from "@/tests/support/factories";
import { aWriting, writtenMinutes } from "@/tests/support/minutes-factories";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let slug: string;
let sessionId: string;

async function aTask(text: string, due: string) {
  const { id, point } = await writtenMinutes(pilot);
  const tasks = { new0: { text, owner: pilot.staff.personId, due } };
  await writePoint(pilot.coordinator, aWriting({ id: point, version: 2 }, { tasks }));
  const row = await db.task.findFirstOrThrow({ where: { pointId: point }, select: { id: true } });
  return { sessionId: id, ...taskSchema.parse({ task: row.id }), from: "minutes" as const };
}

const texts = async (actor = pilot.coordinator) =>
  (await getOpenOfMinutes(actor, slug)).tasks.map(({ text }) => text);

beforeAll(async () => {
  pilot = await aPilot();
  slug = pilot.programme.slug;
});

describe("what minutes left to do", () => {
  test("are tasks until they are done, the most urgent first, with owner and session", async () => {
    const late = await aTask("Poi", "2026-04-10");
    const soon = await aTask("Prima", "2026-03-26");
    sessionId = soon.sessionId;
    expect(await texts()).toEqual(["Prima", "Poi"]);
    const [first] = (await getOpenOfMinutes(pilot.coordinator, slug)).tasks;
    expect(first).toMatchObject({ session: { id: sessionId } });
    const { givenName, familyName } = await db.person.findUniqueOrThrow({
      where: { id: pilot.staff.personId },
    });
    expect(first?.owner).toBe(`${givenName} ${familyName}`);
    await completeTask(pilot.staff, soon);
    expect(await texts()).toEqual(["Poi"]);
    await completeTask(pilot.coordinator, late);
    expect(await texts()).toEqual([]);
  });

  test("are decisions until they become a request", async () => {
    const ids = async () => (await getOpenOfMinutes(pilot.coordinator, slug)).decisions.map(({ id }) => id);
    const [decision] = await ids();
    const request = { decision, programme: slug, title: "Matrice completa", dueDay: "2026-04-17" };
    await requestFromDecision(pilot.coordinator, requestFromDecisionSchema.parse(request));
    expect(await ids()).not.toContain(decision);
  });

  test("stand in approved minutes alone for who does not write them", async () => {
    await aTask("Da approvare", "2026-04-20");
    expect(await texts(pilot.observer)).toEqual([]);
    expect(await texts(pilot.expert)).toEqual(["Da approvare"]);
    await db.sessionMinutes.updateMany({
      where: { session: { programmeId: pilot.programme.id } },
      data: { state: "PUBLISHED", round: 1, publishedAt: moment },
    });
    expect(await texts(pilot.observer)).toEqual(["Da approvare"]);
  });

  test("are not for a body's people, and not there for others", async () => {
    await expect(getOpenOfMinutes(pilot.referent, slug)).rejects.toThrow(ForbiddenError);
    await expect(getOpenOfMinutes(pilot.staff, slug)).rejects.toThrow(ForbiddenError);
    await expect(getOpenOfMinutes(visitorActor(moment), slug)).rejects.toThrow(NotFoundError);
  });
});
