import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { MailParams } from "@/lib/platform/mail/queue";
import { renderMail } from "@/lib/platform/mail/render";
import {
  answerInterest,
  askInterest,
  expressInterest,
  withdrawInterest,
} from "@/lib/sessions/interests/mutations";
import {
  countInterests,
  findMailedInterest,
  getOwnInterests,
  listInterests,
} from "@/lib/sessions/interests/queries";
import { askInterestSchema } from "@/lib/sessions/interests/schema";
import { actorAs, later } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { anOrganisation, aProgramme, moment } from "@/tests/support/factories";
import { anOpenMeeting, interestForm, mailedToken } from "@/tests/support/interest-factories";
import { refusal } from "@/tests/support/refusal";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let elsewhere: Actor;
let otherBody: { id: string; name: string };
const visitor = visitorActor(moment);
let client = 0;
const from = () => {
  client += 1;
  return { client: `192.0.2.${client}` };
};

beforeAll(async () => {
  pilot = await aPilot();
  otherBody = await anOrganisation();
  elsewhere = await actorAs("REFERENT", {
    programmeId: (await aProgramme()).id,
    organisationId: otherBody.id,
  });
});

let address = 0;
beforeEach(() => {
  address += 1;
});

const aMeeting = (facts: Parameters<typeof anOpenMeeting>[1] = {}) =>
  anOpenMeeting(pilot.programme.id, facts);
const form = (meeting: { id: string }, fields: Record<string, unknown> = {}) =>
  interestForm(meeting, { email: `ente-${address}@fuori.test`, ...fields });

describe("a body of the portal", () => {
  test("says with how many people it would come, otherwise, and that it will not", async () => {
    const meeting = await aMeeting();
    await expressInterest(pilot.staff, { session: meeting.id, people: 2 });
    await expressInterest(pilot.referent, { session: meeting.id, people: 4 });
    expect(await countInterests(visitor, meeting.id)).toEqual({ bodies: 1, people: 4 });
    const { rows } = await listInterests(pilot.coordinator, meeting.id);
    expect(rows).toMatchObject([{ body: pilot.body.name, people: 4, isOfPortal: true, state: "CONFIRMED" }]);
    await withdrawInterest(pilot.staff, { session: meeting.id, body: pilot.body.id });
    expect(await countInterests(visitor, meeting.id)).toEqual({ bodies: 0, people: 0 });
    const events = await db.event.findMany({ where: { subjectId: meeting.id }, orderBy: { seq: "asc" } });
    expect(events.map((one) => [one.kind, one.organisationId])).toEqual([
      ["sessions.interestConfirmed", pilot.body.id],
      ["sessions.interestConfirmed", pilot.body.id],
      ["sessions.interestWithdrawn", pilot.body.id],
    ]);
  });

  test("may be of another programme: the meeting is open", async () => {
    const meeting = await aMeeting({ audience: "ANNOUNCED" });
    await expressInterest(elsewhere, { session: meeting.id, people: 1 });
    const { bodies } = await getOwnInterests(elsewhere, meeting.id);
    expect(bodies).toMatchObject([{ id: otherBody.id, people: 1 }]);
  });

  test("twice at once is one", async () => {
    const meeting = await aMeeting();
    await Promise.allSettled(
      [1, 2, 3].map((people) => expressInterest(pilot.staff, { session: meeting.id, people })),
    );
    expect((await countInterests(visitor, meeting.id)).bodies).toBe(1);
  });

  test("does not say so of a meeting that began, was cancelled, or is of another kind", async () => {
    const meeting = await aMeeting();
    const begun = later(pilot.staff, meeting.startsAt);
    expect((await refusal(expressInterest(begun, { session: meeting.id, people: 1 })))?.code).toBe(
      "planning.interestClosed",
    );
    const assistance = await aMeeting({ kind: "ASSISTANCE" });
    expect((await refusal(expressInterest(pilot.staff, { session: assistance.id, people: 1 })))?.code).toBe(
      "planning.interestClosed",
    );
    const cancelled = await aMeeting({ state: "CANCELLED", convenedAt: moment });
    expect((await refusal(expressInterest(pilot.staff, { session: cancelled.id, people: 1 })))?.code).toBe(
      "planning.interestClosed",
    );
  });

  let open: { id: string };
  let hidden: { id: string };
  beforeAll(async () => {
    open = await aMeeting();
    hidden = await aMeeting({ audience: "PROGRAMME" });
    await expressInterest(pilot.staff, { session: open.id, people: 2 });
  });
  denied("expressInterest", "for a body that is not one's own", () =>
    expressInterest(pilot.staff, { session: open.id, people: 1, body: otherBody.id }),
  );
  denied("expressInterest", "to an expert, who speaks for no body", () =>
    expressInterest(pilot.expert, { session: open.id, people: 1 }),
  );
  denied("expressInterest", "in a meeting that is not open", () =>
    expressInterest(elsewhere, { session: hidden.id, people: 1 }),
  );
  denied("expressInterest", "to a visitor", () => expressInterest(visitor, { session: open.id, people: 1 }));
  denied("withdrawInterest", "for a body that is not one's own", () =>
    withdrawInterest(elsewhere, { session: open.id, body: pilot.body.id }),
  );
  denied("withdrawInterest", "to the coordinator", () =>
    withdrawInterest(pilot.coordinator, { session: open.id, body: pilot.body.id }),
  );
});

describe("a body outside the portal", () => {
  test("counts once it has followed the mailed link and pressed the button", async () => {
    const meeting = await aMeeting();
    const input = form(meeting);
    await askInterest(visitor, input, from());
    expect(await countInterests(visitor, meeting.id)).toEqual({ bodies: 0, people: 0 });
    const mail = await db.mail.findFirstOrThrow({ where: { toAddress: input.email } });
    const text = await renderMail({ ...mail, params: mail.params as MailParams });
    expect(text.text).toContain("Unione regionale");
    expect(text.text).toMatch(/http:\/\/localhost:3000\/interesse\/[\w-]{40,}/);
    const token = await mailedToken(input.email);
    const row = await db.sessionInterest.findFirstOrThrow({ where: { email: input.email } });
    expect(row.tokenHash).not.toBe(token);
    // Looking at it changes nothing.
    expect(await findMailedInterest(visitor, token)).toMatchObject({ state: "PENDING", isOpen: true });
    expect(await countInterests(visitor, meeting.id)).toEqual({ bodies: 0, people: 0 });
    await answerInterest(visitor, { token, answer: "confirm" }, from());
    await answerInterest(visitor, { token, answer: "confirm" }, from());
    expect(await countInterests(visitor, meeting.id)).toEqual({ bodies: 1, people: 3 });
    await answerInterest(visitor, { token, answer: "withdraw" }, from());
    expect(await countInterests(visitor, meeting.id)).toEqual({ bodies: 0, people: 0 });
    const kinds = await db.event.findMany({
      where: { subjectId: meeting.id },
      orderBy: { seq: "asc" },
      select: { kind: true },
    });
    expect(kinds.map((one) => one.kind)).toEqual([
      "sessions.interestAsked",
      "sessions.interestConfirmed",
      "sessions.interestWithdrawn",
    ]);
  });

  test("that asks again gets another link, and a confirmed one is not changed by who knows its address", async () => {
    const meeting = await aMeeting();
    const input = form(meeting);
    await askInterest(visitor, input, from());
    const first = await mailedToken(input.email);
    await askInterest(visitor, form(meeting, { people: "5" }), from());
    const second = await mailedToken(input.email);
    expect(await findMailedInterest(visitor, first)).toEqual({ state: "unknown" });
    await answerInterest(visitor, { token: second, answer: "confirm" }, from());
    await askInterest(visitor, form(meeting, { people: "99", bodyName: "Altro nome" }), from());
    expect(await countInterests(visitor, meeting.id)).toEqual({ bodies: 1, people: 5 });
    expect(await db.sessionInterest.count({ where: { sessionId: meeting.id } })).toBe(1);
  });

  test("is too late after a week, and after the meeting began", async () => {
    const meeting = await aMeeting({ startsAt: new Date("2026-05-04T08:00:00Z") });
    const input = form(meeting);
    await askInterest(visitor, input, from());
    const token = await mailedToken(input.email);
    const afterAWeek = visitorActor(new Date(moment.getTime() + 7 * 86_400_000));
    expect(await findMailedInterest(afterAWeek, token)).toMatchObject({ state: "EXPIRED" });
    expect((await refusal(answerInterest(afterAWeek, { token, answer: "confirm" }, from())))?.code).toBe(
      "planning.linkExpired",
    );
    const begun = visitorActor(new Date("2026-05-04T08:00:00Z"));
    expect((await refusal(answerInterest(begun, { token, answer: "withdraw" }, from())))?.code).toBe(
      "planning.interestClosed",
    );
  });

  test("cannot have a stranger's letter box filled, nor one client the list", async () => {
    const meeting = await aMeeting();
    const input = form(meeting);
    for (let time = 0; time < 4; time += 1) await askInterest(visitor, input, from());
    expect((await refusal(askInterest(visitor, input, from())))?.code).toBe("tooManyAttempts");
    expect(await db.mail.count({ where: { toAddress: input.email } })).toBe(4);
    const one = from();
    for (let time = 0; time < 30; time += 1) {
      await askInterest(visitor, form(meeting, { email: `molti-${time}@fuori.test` }), one);
    }
    const last = askInterest(visitor, form(meeting, { email: "molti-30@fuori.test" }), one);
    expect((await refusal(last))?.code).toBe("tooManyAttempts");
  });

  test.each([
    [{ bodyName: "Vincete su https://male.example" }, "bodyName", "planning.plainName"],
    [{ contactName: "a@b.it" }, "contactName", "planning.plainName"],
    [{ email: "nessuno" }, "email", "people.emailInvalid"],
    [{ people: "0" }, "people", undefined],
    [{ people: "501" }, "people", undefined],
  ])("does not send %j", (fields, path, code) => {
    const { error } = askInterestSchema.safeParse({ ...form({ id: pilot.programme.id }), ...fields });
    const issue = error?.issues.find((one) => one.path[0] === path);
    expect(issue).toBeDefined();
    if (code) expect(issue?.message).toBe(code);
  });

  let hidden: { id: string };
  beforeAll(async () => {
    hidden = await aMeeting({ audience: "PROGRAMME" });
  });
  denied("askInterest", "of a meeting that is not open", () => askInterest(visitor, form(hidden), from()));
  denied("answerInterest", "by a link that was forged", () =>
    answerInterest(visitor, { token: "x".repeat(43), answer: "confirm" }, from()),
  );
});
