import { beforeAll, describe, expect, test } from "vitest";
import { systemActor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import { interestsList } from "@/lib/sessions/interests/export";
import { sweepInterests } from "@/lib/sessions/interests/jobs";
import { answerInterest, askInterest, expressInterest } from "@/lib/sessions/interests/mutations";
import {
  getInterests,
  getOpenMeeting,
  getOwnInterests,
  listInterests,
} from "@/lib/sessions/interests/queries";
import { exported } from "@/tests/support/exported";
import { moment } from "@/tests/support/factories";
import { anOpenMeeting, interestForm, mailedToken } from "@/tests/support/interest-factories";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
const visitor = visitorActor(moment);
const from = { client: "198.51.100.7" };
beforeAll(async () => {
  pilot = await aPilot();
});

test("there is no form for a session of which bodies are not asked", async () => {
  const assistance = await anOpenMeeting(pilot.programme.id, { kind: "ASSISTANCE" });
  const { slug } = pilot.programme;
  await expect(getOpenMeeting(visitor, slug, assistance.id)).rejects.toThrow(NotFoundError);
  await expect(getOwnInterests(pilot.staff, assistance.id)).rejects.toThrow(NotFoundError);
  await expect(getInterests(pilot.coordinator, slug, assistance.id)).rejects.toThrow(NotFoundError);
});

describe("the list", () => {
  test("is the coordinator's, leaves out what is not confirmed, and goes page by page into a file", async () => {
    const meeting = await anOpenMeeting(pilot.programme.id);
    await expressInterest(pilot.staff, { session: meeting.id, people: 2 });
    const waiting = interestForm(meeting, { email: "attesa@fuori.test" });
    await askInterest(visitor, waiting, from);
    await expect(listInterests(pilot.expert, meeting.id)).rejects.toThrow(ForbiddenError);
    await expect(getInterests(pilot.expert, pilot.programme.slug, meeting.id)).rejects.toThrow(
      ForbiddenError,
    );
    const page = await getInterests(pilot.coordinator, pilot.programme.slug, meeting.id);
    expect(page.counts).toEqual({ bodies: 1, people: 2 });
    const first = await listInterests(pilot.coordinator, meeting.id);
    expect(first.rows.map((one) => one.body)).toEqual([pilot.body.name]);
    const token = await mailedToken(waiting.email);
    await answerInterest(visitor, { token, answer: "confirm" }, from);
    const { rows, headers } = await exported(interestsList, pilot.coordinator, { session: meeting.id });
    expect(headers).toHaveLength(6);
    expect(rows.map((row) => row[2])).toContain(waiting.email);
    expect(rows).toHaveLength(2);
    expect(interestsList.isPersonal).toBe(true);
  });

  test("forgets what was never confirmed, and after half a year whom to write to", async () => {
    const meeting = await anOpenMeeting(pilot.programme.id);
    const waiting = interestForm(meeting, { email: "mai@fuori.test" });
    const confirmed = interestForm(meeting, { email: "resta@fuori.test" });
    await askInterest(visitor, waiting, from);
    await askInterest(visitor, confirmed, from);
    await answerInterest(visitor, { token: await mailedToken(confirmed.email), answer: "confirm" }, from);
    const sweep = (at: string) => sweepInterests(systemActor("sweep", new Date(at)));
    const kept = () =>
      db.sessionInterest.findMany({
        where: { sessionId: meeting.id },
        select: { bodyName: true, contactName: true, email: true, people: true, tokenHash: true },
      });
    await sweep("2026-03-29T10:00:00Z");
    expect(await kept()).toHaveLength(2);
    await sweep("2026-03-31T10:00:00Z");
    expect(await kept()).toMatchObject([{ email: "resta@fuori.test", contactName: "Bice Corbezzoli" }]);
    await sweep("2026-10-01T10:00:00Z");
    expect(await kept()).toEqual([
      { bodyName: "Unione regionale", contactName: null, email: null, people: 3, tokenHash: null },
    ]);
  });
});
