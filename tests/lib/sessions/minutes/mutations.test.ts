import { beforeAll, describe, expect, test } from "vitest";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { StaleError } from "@/lib/platform/errors";
import { proposeMinutes } from "@/lib/sessions/minutes/approval/mutations";
import { addPoint, startMinutes, writePoint } from "@/lib/sessions/minutes/mutations";
import { getMinutes } from "@/lib/sessions/minutes/queries";
import { writePointSchema } from "@/lib/sessions/minutes/schema";
import { actorFor } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { kindsOf } from "@/tests/support/events";
import { aPerson, moment } from "@/tests/support/factories";
import {
  aHeldSession,
  approvedMinutes,
  aWriting,
  pointsOf,
  proposedMinutes,
  stateOf,
  writtenMinutes,
} from "@/tests/support/minutes-factories";
import { refusal } from "@/tests/support/refusal";
import { aPilot, aSession } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let written: Awaited<ReturnType<typeof writtenMinutes>>;
let bare: Awaited<ReturnType<typeof aHeldSession>>;

beforeAll(async () => {
  pilot = await aPilot();
  written = await writtenMinutes(pilot);
  bare = await aHeldSession(pilot);
});

describe("beginning", () => {
  test("makes a part for each point of the agenda and one before them", async () => {
    const { id } = await aHeldSession(pilot, { state: "CONVENED" });
    await startMinutes(pilot.expert, { id });
    expect((await pointsOf(id)).map((one) => one.title)).toEqual([
      "",
      "Criticità emerse",
      "Verifica della tempistica",
    ]);
    expect(await stateOf(id)).toMatchObject({ state: "DRAFT", round: 0, text: "" });
    expect(await kindsOf(id)).toEqual(["sessions.minutesBegun"]);
  });

  test("again takes over what came into the agenda, and nothing twice", async () => {
    const { id } = await writtenMinutes(pilot);
    await db.agendaItem.create({ data: { sessionId: id, position: 2, title: "Varie" } });
    expect((await getMinutes(pilot.expert, pilot.programme.slug, id)).missing).toBe(1);
    await Promise.all([startMinutes(pilot.coordinator, { id }), startMinutes(pilot.expert, { id })]);
    expect((await pointsOf(id)).map((one) => one.title)).toEqual([
      "",
      "Criticità emerse",
      "Verifica della tempistica",
      "Varie",
    ]);
    expect((await getMinutes(pilot.expert, pilot.programme.slug, id)).missing).toBe(0);
  });

  test("by two people at once makes one set of minutes", async () => {
    const { id } = await aHeldSession(pilot);
    await Promise.all([startMinutes(pilot.coordinator, { id }), startMinutes(pilot.expert, { id })]);
    expect(await pointsOf(id)).toHaveLength(3);
    expect(await kindsOf(id)).toEqual(["sessions.minutesBegun"]);
  });

  test("waits for the session, and is not for one that is cancelled", async () => {
    const toCome = await aSession(pilot.programme.id, { state: "CONVENED" });
    expect(await refusal(startMinutes(pilot.expert, { id: toCome.id }))).toMatchObject({
      code: "minutes.notHeld",
      params: { state: "CONVENED", start: toCome.startsAt },
    });
    const cancelled = await aSession(pilot.programme.id, {
      state: "CANCELLED",
      startsAt: new Date("2026-03-10T09:30:00Z"),
    });
    expect((await refusal(startMinutes(pilot.expert, { id: cancelled.id })))?.code).toBe("minutes.notHeld");
  });
});

describe("writing a part", () => {
  test("keeps text, decisions and tasks, and the whole as one text for the search", async () => {
    const { id } = await aHeldSession(pilot);
    await startMinutes(pilot.coordinator, { id });
    const [opening, first] = await pointsOf(id);
    if (!opening || !first) throw new Error("no points");
    await writePoint(pilot.expert, aWriting(opening, { text: "Sono presenti tutti." }));
    await writePoint(
      pilot.expert,
      aWriting(first, {
        text: "Si **discute**.\n\n<script>alert(1)</script>",
        decisions: { new0: { text: "Si proroga." }, new1: { text: "Si pubblica." } },
        tasks: { new0: { text: "Scrivere la nota", owner: pilot.staff.personId, due: "2026-03-31" } },
      }),
    );
    const view = await getMinutes(pilot.coordinator, pilot.programme.slug, id);
    expect(view.minutes?.parts).toMatchObject([
      { title: "", markdown: "Sono presenti tutti." },
      {
        title: "Criticità emerse",
        decisions: [
          { number: 1, text: "Si proroga." },
          { number: 2, text: "Si pubblica." },
        ],
        tasks: [{ text: "Scrivere la nota", doneAt: null, dueOn: new Date("2026-03-31T00:00:00Z") }],
      },
      { title: "Verifica della tempistica", markdown: "" },
    ]);
    const html = view.minutes?.parts[1]?.html;
    expect(html).toContain("<strong>discute</strong>");
    expect(html).not.toContain("<script");
    expect((await stateOf(id)).text).toBe(
      "Sono presenti tutti.\n\n## Criticità emerse\n\nSi **discute**.\n\n<script>alert(1)</script>\n\n1. Si proroga.\n2. Si pubblica.\n\n- Scrivere la nota",
    );
    expect(await kindsOf(id)).toEqual([
      "sessions.minutesBegun",
      "sessions.minutesWritten",
      "sessions.minutesWritten",
    ]);
  });

  test("changes, adds and takes away rows by what they are", async () => {
    const { id, point } = await writtenMinutes(pilot);
    const [decision] = await db.decision.findMany({ where: { pointId: point } });
    if (!decision) throw new Error("no decision");
    const others = await writtenMinutes(pilot);
    const [foreign] = await db.decision.findMany({ where: { pointId: others.point } });
    await writePoint(
      pilot.coordinator,
      aWriting(
        { id: point, version: 2 },
        {
          decisions: {
            [decision.id]: { text: "Corretta." },
            [foreign?.id ?? ""]: { text: "Di un altro verbale." },
            new0: { text: "Aggiunta." },
          },
        },
      ),
    );
    const texts = async (pointId: string) =>
      (await db.decision.findMany({ where: { pointId }, orderBy: { position: "asc" } })).map(
        (one) => one.text,
      );
    expect(await texts(point)).toEqual(["Corretta.", "Aggiunta."]);
    expect(await texts(others.point)).toEqual(["Ogni Camera completa la matrice."]);
    await writePoint(
      pilot.coordinator,
      aWriting({ id: point, version: 3 }, { decisions: { [decision.id]: {} } }),
    );
    expect(await texts(point)).toEqual(["Aggiunta."]);
    expect((await stateOf(id)).text).toContain("1. Aggiunta.");
  });

  test("two writers of one part: the second is told who was first; of two parts both are kept", async () => {
    const { id } = await writtenMinutes(pilot);
    const [opening, first, second] = await pointsOf(id);
    if (!opening || !first || !second) throw new Error("no points");
    const stale = await refusal(
      writePoint(pilot.expert, aWriting({ ...first, version: 1 }, { text: "Tardi" })),
    );
    expect(stale).toBeInstanceOf(StaleError);
    expect(stale?.params).toMatchObject({ who: "Ada Ginestrelli", at: moment });
    const same = await Promise.allSettled([
      writePoint(pilot.coordinator, aWriting(first, { text: "Uno" })),
      writePoint(pilot.expert, aWriting(first, { text: "Due" })),
    ]);
    expect(same.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await Promise.all([
      writePoint(pilot.coordinator, aWriting(opening, { text: "Premessa" })),
      writePoint(pilot.expert, aWriting(second, { text: "Nei tempi" })),
    ]);
    expect((await stateOf(id)).text).toMatch(/^Premessa[\s\S]*(Uno|Due)[\s\S]*Nei tempi$/);
  });

  test("a task needs a person of the programme and a day not before the session", async () => {
    const [, , second] = await pointsOf(written.id);
    if (!second) throw new Error("no point");
    const write = (owner: string, due: string) =>
      refusal(writePoint(pilot.expert, aWriting(second, { tasks: { new0: { text: "Nota", owner, due } } })));
    expect(await write((await aPerson()).id, "2026-03-31")).toMatchObject({
      code: "minutes.taskStranger",
      field: "tasks.new0.owner",
    });
    expect(await write(pilot.staff.personId, "2026-03-09")).toMatchObject({
      code: "minutes.taskBeforeSession",
      field: "tasks.new0.due",
    });
    const parsed = writePointSchema.safeParse({
      point: second.id,
      version: "1",
      tasks: { new0: { text: "Nota" }, new1: {} },
    });
    expect(parsed.error?.issues.map((one) => [one.path.join("."), one.message])).toEqual([
      ["tasks.new0.owner", "minutes.taskOwner"],
      ["tasks.new0.due", "minutes.taskDue"],
    ]);
  });

  test("keeps the agenda's title, and lets one beside the agenda be changed but not emptied", async () => {
    const { id } = await writtenMinutes(pilot);
    const { point } = await addPoint(pilot.expert, { id, title: "Fuori sacco" });
    expect(await kindsOf(id)).toContain("sessions.minutesPointAdded");
    const [, first] = await pointsOf(id);
    if (!first) throw new Error("no point");
    await writePoint(pilot.expert, aWriting(first, { title: "Altro titolo", text: "x" }));
    const empty = await refusal(writePoint(pilot.expert, aWriting({ id: point, version: 1 }, { text: "x" })));
    expect(empty).toMatchObject({ code: "required", field: "title" });
    await writePoint(
      pilot.expert,
      aWriting({ id: point, version: 1 }, { title: "Fuori programma", text: "x" }),
    );
    expect((await pointsOf(id)).map((one) => one.title)).toEqual([
      "",
      "Criticità emerse",
      "Verifica della tempistica",
      "Fuori programma",
    ]);
  });

  test("outlives its point of the agenda", async () => {
    const { id, point } = await writtenMinutes(pilot);
    await db.agendaItem.deleteMany({ where: { sessionId: id } });
    const row = await db.minutesPoint.findUniqueOrThrow({ where: { id: point } });
    expect(row).toMatchObject({ agendaItemId: null, title: "Criticità emerse" });
  });

  test("is refused while the minutes are proposed and after they were approved", async () => {
    for (const [make, state] of [
      [proposedMinutes, "PROPOSED"],
      [approvedMinutes, "APPROVED"],
    ] as const) {
      const { id, point } = await make(pilot);
      const before = await stateOf(id);
      const late = await refusal(
        writePoint(pilot.coordinator, aWriting({ id: point, version: 2 }, { text: "Ancora" })),
      );
      expect(late).toMatchObject({ code: "minutes.locked", params: { state } });
      expect((await refusal(addPoint(pilot.coordinator, { id, title: "x" })))?.code).toBe("minutes.locked");
      expect(await stateOf(id)).toEqual(before);
    }
  });

  test("at the moment of the proposal: what was written late is in no proposal", async () => {
    const { id, point } = await writtenMinutes(pilot);
    const { version } = await stateOf(id);
    const results = await Promise.allSettled([
      proposeMinutes(pilot.coordinator, { id, version }),
      writePoint(pilot.expert, aWriting({ id: point, version: 2 }, { text: "All’ultimo momento" })),
    ]);
    expect(results.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const { state, text } = await stateOf(id);
    const isProposed = results[0]?.status === "fulfilled";
    expect([state, text.includes("ultimo momento")]).toEqual([
      isProposed ? "PROPOSED" : "DRAFT",
      !isProposed,
    ]);
  });
});

denied("startMinutes", "to an observer", () => startMinutes(pilot.observer, { id: bare.id }));
denied("startMinutes", "to a referent who was there", () => startMinutes(pilot.referent, { id: bare.id }));
denied("addPoint", "to staff", () => addPoint(pilot.staff, { id: written.id, title: "x" }));
denied("writePoint", "to a referent who was there", () =>
  writePoint(pilot.referent, aWriting({ id: written.point, version: 2 }, { text: "x" })),
);
denied("writePoint", "to a visitor", () =>
  writePoint(visitorActor(moment), aWriting({ id: written.point, version: 2 }, { text: "x" })),
);
denied("writePoint", "to an expert who left the programme", () =>
  writePoint(actorFor(pilot.expert.personId), aWriting({ id: written.point, version: 2 }, { text: "x" })),
);
