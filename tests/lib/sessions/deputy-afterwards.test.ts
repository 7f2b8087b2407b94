import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { search } from "@/lib/search/queries";
import { searchSchema } from "@/lib/search/schema";
import { enterRoom, makeGuestLink, revokeGuestLink } from "@/lib/sessions/conference/mutations";
import { getRoom } from "@/lib/sessions/conference/queries";
import { proposeMinutes, publishMinutes } from "@/lib/sessions/minutes/approval/mutations";
import { completeTask, requestFromDecision } from "@/lib/sessions/minutes/follow/mutations";
import { getDecision } from "@/lib/sessions/minutes/follow/queries";
import { startMinutes, writePoint } from "@/lib/sessions/minutes/mutations";
import { getMinutes, getPointForm } from "@/lib/sessions/minutes/queries";
import { requestFromDecisionSchema } from "@/lib/sessions/minutes/schema";
import {
  addRecording,
  publishRecording,
  removeRecording,
  retainRecording,
  unpublishRecording,
} from "@/lib/sessions/recordings/mutations";
import { getRecordingsPage } from "@/lib/sessions/recordings/queries";
import { later } from "@/tests/support/actors";
import { aMeeting, aRecording, joinsOf, meetingTimes } from "@/tests/support/conference-factories";
import { expectRefusal } from "@/tests/support/denied";
import { type Deputies, runs, somebodyInCharge } from "@/tests/support/deputies";
import { moment } from "@/tests/support/factories";
import { aHeldSession, aWriting, pointsOf, stateOf, writtenMinutes } from "@/tests/support/minutes-factories";
import { aSession } from "@/tests/support/session-factories";

let set: Deputies;
let pilot: Deputies["pilot"];
let deputy: Deputies["deputy"];
let other: Deputies["other"];
beforeAll(async () => {
  set = await somebodyInCharge();
  ({ pilot, deputy, other } = set);
});

const sets = () => set;
const run = () => ({ deputyId: deputy.personId });
const slug = () => pilot.programme.slug;

async function putInCharge(id: string): Promise<void> {
  await db.session.update({ where: { id }, data: run() });
}

describe("the room", () => {
  const meeting = () =>
    aMeeting(pilot.programme.id, { provider: "LINK", url: "https://stanza.test/a", ...run() });
  runs(sets, "opens to guests and closes to them again", {
    ground: meeting,
    act: async (actor, { id }) => {
      await makeGuestLink(later(actor, meetingTimes.early), { id });
      const link = await db.sessionGuestLink.findFirstOrThrow({ where: { sessionId: id } });
      await revokeGuestLink(later(actor, meetingTimes.early), { id: link.id });
    },
  });
  test("is led by the deputy, who comes in as moderator, and by no deputy of another session", async () => {
    const { id } = await meeting();
    for (const actor of [deputy, other]) await enterRoom(later(actor, meetingTimes.open), { id });
    const roles = new Map((await joinsOf(id)).map((one) => [one.personId, one.role]));
    expect(roles.get(deputy.personId)).toBe("MODERATOR");
    expect(roles.get(other.personId)).toBe("ATTENDEE");
    const lead = async (actor: Actor) =>
      (await getRoom(later(actor, meetingTimes.open), { slug: slug(), id })).lead;
    expect(await lead(deputy)).not.toBeNull();
    expect(await lead(other)).toBeNull();
  });
});

describe("recordings", () => {
  const held = () =>
    aSession(pilot.programme.id, { state: "CLOSED", startsAt: new Date("2026-03-10T09:30:00Z"), ...run() });
  runs(sets, "are added", {
    ground: held,
    act: (actor, { id }) =>
      addRecording(actor, { session: id, title: "Prima parte", url: "https://video.test/uno" }),
  });
  runs(sets, "are listed, published, taken back, kept and removed", {
    ground: async () => {
      const session = await held();
      return { session: session.id, ...(await aRecording(session.id)) };
    },
    act: async (actor, { session, id, version }) => {
      await publishRecording(actor, { id, version, readers: "members" });
      await unpublishRecording(actor, { id, version: version + 1 });
      await retainRecording(actor, { id, version: version + 2, retainUntil: "2027-01-01" });
      await removeRecording(actor, { id, version: version + 3 });
      await getRecordingsPage(actor, slug(), session);
    },
  });
});

describe("minutes", () => {
  runs(sets, "are begun and written", {
    ground: async () => {
      const { id } = await aHeldSession(pilot);
      await putInCharge(id);
      return { id };
    },
    act: async (actor, { id }) => {
      await startMinutes(actor, { id });
      const [, point] = await pointsOf(id);
      if (!point) throw new Error("no part");
      await getPointForm(actor, slug(), id, point.id);
      await writePoint(actor, aWriting(point, { text: "Si esamina **tutto**." }));
    },
  });
  runs(sets, "are proposed, and their tasks ticked off", {
    ground: async () => {
      const { id, point } = await writtenMinutes(pilot);
      await putInCharge(id);
      const task = await db.task.create({
        data: { pointId: point, position: 0, text: "Rivedere", dueOn: moment, createdAt: moment },
        select: { id: true },
      });
      return { id, task: task.id, version: (await stateOf(id)).version };
    },
    act: async (actor, { id, task, version }) => {
      await completeTask(actor, { task, from: "minutes" });
      await proposeMinutes(actor, { id, version });
    },
  });
  test("are published, and made into a request to the bodies, by the coordinator alone", async () => {
    const { id } = await writtenMinutes(pilot);
    await putInCharge(id);
    const decision = await db.decision.findFirstOrThrow({ where: { point: { sessionId: id } } });
    const { version } = await stateOf(id);
    await expectRefusal(() => publishMinutes(deputy, { id, version }));
    await expectRefusal(() => getDecision(deputy, slug(), id, decision.id));
    await expectRefusal(() =>
      requestFromDecision(
        deputy,
        requestFromDecisionSchema.parse({
          decision: decision.id,
          programme: slug(),
          title: "La matrice",
          dueDay: "2026-06-30",
        }),
      ),
    );
    expect((await getMinutes(deputy, slug(), id)).may).toMatchObject({
      manage: true,
      propose: true,
      publish: false,
      request: false,
    });
  });
  test("that are a draft are found by the deputy's search, and by no other deputy's", async () => {
    const { id } = await writtenMinutes(pilot);
    await putInCharge(id);
    const [, , last] = await pointsOf(id);
    if (last) await writePoint(deputy, aWriting(last, { text: "Si parla di zafferano." }));
    const hits = async (actor: Actor) =>
      (await search(actor, searchSchema.parse({ q: "zafferano" }))).rows.map((row) => row.id);
    expect(await hits(deputy)).toEqual([id]);
    expect(await hits(other)).toEqual([]);
  });
});
