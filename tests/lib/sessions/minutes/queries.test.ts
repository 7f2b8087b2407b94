import { beforeAll, describe, expect, test } from "vitest";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { publishMinutes } from "@/lib/sessions/minutes/approval/mutations";
import { writePoint } from "@/lib/sessions/minutes/mutations";
import { getMinutes, getPointForm } from "@/lib/sessions/minutes/queries";
import { getOpenSession, getSession } from "@/lib/sessions/view/queries";
import { moment } from "@/tests/support/factories";
import {
  approvedMinutes,
  aWriting,
  proposedMinutes,
  stateOf,
  writtenMinutes,
} from "@/tests/support/minutes-factories";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let written: Awaited<ReturnType<typeof writtenMinutes>>;

beforeAll(async () => {
  pilot = await aPilot();
  written = await writtenMinutes(pilot);
});

describe("reading", () => {
  test("drafts are for those who write; names of owners are not for visitors", async () => {
    const { slug } = pilot.programme;
    const { id } = await writtenMinutes(pilot, { audience: "PUBLIC" });
    expect((await getSession(pilot.expert, slug, id)).minutes?.parts).toHaveLength(1);
    expect((await getSession(pilot.referent, slug, id)).minutes).toBeNull();
    await expect(getMinutes(pilot.referent, slug, id)).rejects.toThrow("forbidden");
    await expect(getPointForm(pilot.observer, slug, id, written.point)).rejects.toThrow();
    expect((await getOpenSession(visitorActor(moment), slug, id)).minutes).toBeNull();
  });

  test("the form of a part offers everybody of the programme", async () => {
    const form = await getPointForm(pilot.expert, pilot.programme.slug, written.id, written.point);
    expect(form).toMatchObject({ state: "DRAFT", point: { isBeside: false, title: "Criticità emerse" } });
    expect(form.people.map((one) => one.id).toSorted()).toEqual(
      [pilot.coordinator, pilot.expert, pilot.observer, pilot.referent, pilot.staff]
        .map((one) => one.personId)
        .toSorted(),
    );
  });

  test("owners are named to members, never to visitors", async () => {
    const { slug } = pilot.programme;
    const { id, point } = await writtenMinutes(pilot, { audience: "PUBLIC" });
    const owner = pilot.staff.personId;
    const tasks = { new0: { text: "Scrivere la nota", owner, due: "2026-03-31" } };
    await writePoint(pilot.coordinator, aWriting({ id: point, version: 2 }, { tasks }));
    await db.sessionMinutes.update({
      where: { sessionId: id },
      data: { state: "PUBLISHED", publishedAt: moment },
    });
    const named = (view: { minutes: { parts: { tasks: { owner: string | null }[] }[] } | null }) =>
      view.minutes?.parts[0]?.tasks[0]?.owner;
    expect(named(await getSession(pilot.staff, slug, id))).toBe("Ada Ginestrelli");
    expect(named(await getOpenSession(visitorActor(moment), slug, id))).toBeNull();
  });

  test("what may be done follows state and role", async () => {
    const { slug } = pilot.programme;
    const may = async (actor: typeof pilot.expert, id: string) => {
      const { may: acts } = await getMinutes(actor, slug, id);
      return Object.entries(acts).flatMap(([name, yes]) => (yes ? [name] : []));
    };
    const proposed = await proposedMinutes(pilot);
    const approved = await approvedMinutes(pilot);
    expect(await may(pilot.coordinator, written.id)).toEqual(["write", "propose", "manage", "request"]);
    expect(await may(pilot.expert, written.id)).toEqual(["write"]);
    expect(await may(pilot.coordinator, proposed.id)).toEqual(["manage", "request"]);
    expect(await may(pilot.expert, proposed.id)).toEqual(["judge"]);
    expect(await may(pilot.referent, proposed.id)).toEqual(["judge"]);
    expect(await may(pilot.coordinator, approved.id)).toEqual(["publish", "manage", "request"]);
    expect(await may(pilot.referent, approved.id)).toEqual([]);
    await publishMinutes(pilot.coordinator, {
      id: approved.id,
      version: (await stateOf(approved.id)).version,
    });
    const read = await getMinutes(pilot.observer, slug, approved.id);
    expect([read.minutes?.state, read.rounds]).toEqual(["PUBLISHED", []]);
  });
});
