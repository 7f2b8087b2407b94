import { beforeAll, describe, expect, test } from "vitest";
import { notify } from "@/lib/notifications/jobs";
import { type Actor, systemActor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { MailParams } from "@/lib/platform/mail/queue";
import { renderMail } from "@/lib/platform/mail/render";
import { freshIdentifier } from "@/lib/sessions/identifier";
import { answerPoll, cancelPoll, openPoll } from "@/lib/sessions/polls/mutations";
import { getPoll } from "@/lib/sessions/polls/queries";
import { remindBeforeClosing } from "@/lib/sessions/polls/reminders/jobs";
import { remindPoll } from "@/lib/sessions/polls/reminders/mutations";
import { actorAs, later } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { aProgramme, moment } from "@/tests/support/factories";
import { codeOf } from "@/tests/support/refusal";
import { aPilot, aSession } from "@/tests/support/session-factories";

type Pilot = Awaited<ReturnType<typeof aPilot>>;

let pilot: Pilot;
let stranger: Actor;
beforeAll(async () => {
  pilot = await aPilot();
  stranger = await actorAs("COORDINATOR", { programmeId: (await aProgramme()).id });
});

const hour = 3_600_000;
/** Friday 27 March 2026, 18:00 in Rome. */
const closesAt = new Date("2026-03-27T17:00:00Z");
const hoursLeft = (hours: number) => new Date(closesAt.getTime() - hours * hour);
const byWorker = (at: Date) => remindBeforeClosing(systemActor("remind-polls", at));

/** A poll opened by the coordinator at the tests' moment, Monday 23 March; its first date was answered by these people. */
async function aPoll(of: Pilot, answered: Actor[] = []) {
  const session = await aSession(of.programme.id);
  const id = freshIdentifier(moment);
  const options = ["2026-04-14", "2026-04-16"].map((day) => ({
    startsAt: new Date(`${day}T08:30:00Z`),
    endsAt: new Date(`${day}T10:30:00Z`),
  }));
  await openPoll(of.coordinator, { for: "draft", id, session: session.id, note: "", closesAt, options });
  const first = await db.pollOption.findFirstOrThrow({ where: { pollId: id }, orderBy: { startsAt: "asc" } });
  for (const actor of answered) await answerPoll(actor, { id, answers: { [first.id]: "NO" } });
  return { id, option: first.id, session };
}

const remindersOf = (subjectId: string) =>
  db.event.findMany({ where: { subjectId, kind: "sessions.pollReminded" }, orderBy: { seq: "asc" } });

/** Whom the mails of the latest reminder reached; the worker makes them twice, as after a kill. */
async function reached(of: Pilot, pollId: string, at = moment): Promise<string[]> {
  const event = (await remindersOf(pollId)).at(-1);
  if (!event) throw new Error("no reminder");
  await notify({ eventId: event.id }, at);
  await notify({ eventId: event.id }, at);
  const mails = await db.mail.findMany({ where: { dedupeKey: { startsWith: event.id } } });
  return Object.entries(of)
    .flatMap(([name, one]) =>
      "personId" in one && mails.some((mail) => mail.toPersonId === one.personId) ? [name] : [],
    )
    .toSorted();
}

describe("the button", () => {
  test("has those reminded who said nothing, but not who pressed it, and says how many they are", async () => {
    const poll = await aPoll(pilot, [pilot.staff]);
    const page = () => getPoll(pilot.coordinator, pilot.programme.slug, poll.id);
    expect((await page()).reminder).toEqual({ silent: 3, lastAt: null, isDoneToday: false });
    await remindPoll(pilot.coordinator, poll);
    expect(await reached(pilot, poll.id)).toEqual(["expert", "referent"]);
    expect((await page()).reminder).toEqual({ silent: 3, lastAt: moment, isDoneToday: true });
    expect((await getPoll(pilot.staff, pilot.programme.slug, poll.id)).reminder).toBeNull();
    const mail = await db.mail.findFirstOrThrow({
      where: { template: "notifications.pollReminded", toPersonId: pilot.expert.personId },
    });
    const { subject, text } = await renderMail({ ...mail, params: mail.params as MailParams });
    expect(subject).toBe("Manca la vostra risposta: Sessione di prova");
    expect(text).toContain("- 14 aprile 2026, 10:30-12:30");
    expect(text).toContain("27 marzo 2026, 18:00");
  });

  test("works once a day in Rome, pressed twice at once too", async () => {
    const poll = await aPoll(pilot);
    const results = await Promise.all([
      codeOf(remindPoll(pilot.coordinator, poll)),
      codeOf(remindPoll(pilot.coordinator, poll)),
    ]);
    expect(results.toSorted()).toEqual(["done", "planning.remindedToday"]);
    const lateInRome = later(pilot.coordinator, new Date("2026-03-23T22:59:59Z"));
    expect(await codeOf(remindPoll(lateInRome, poll))).toBe("planning.remindedToday");
    await remindPoll(later(pilot.coordinator, new Date("2026-03-23T23:00:00Z")), poll);
    expect(await remindersOf(poll.id)).toHaveLength(2);
  });

  test("does nothing where all have answered, or answers are taken no more", async () => {
    const own = await aPilot();
    const answered = await aPoll(own, [own.coordinator, own.expert, own.referent, own.staff]);
    expect(await codeOf(remindPoll(own.coordinator, answered))).toBe("planning.nobodySilent");
    const closed = await aPoll(own);
    expect(await codeOf(remindPoll(later(own.coordinator, closesAt), closed))).toBe("planning.pollClosed");
    await cancelPoll(own.coordinator, { id: closed.id, version: 1 });
    expect(await codeOf(remindPoll(own.coordinator, closed))).toBe("planning.pollClosed");
    expect(await remindersOf(closed.id)).toEqual([]);
  });

  test("reminds nobody of a poll that was given up, or answered, before the mails were made", async () => {
    const answered = await aPoll(pilot);
    await remindPoll(pilot.coordinator, answered);
    await answerPoll(pilot.expert, { id: answered.id, answers: { [answered.option]: "YES" } });
    expect(await reached(pilot, answered.id)).toEqual(["referent", "staff"]);
    const gone = await aPoll(pilot);
    await remindPoll(pilot.coordinator, gone);
    await cancelPoll(pilot.coordinator, { id: gone.id, version: 1 });
    expect(await reached(pilot, gone.id)).toEqual([]);
  });
});

describe("the portal itself", () => {
  test("reminds within the last day, once, the coordinator among them", async () => {
    const own = await aPilot();
    const poll = await aPoll(own, [own.staff]);
    await byWorker(hoursLeft(25));
    expect(await remindersOf(poll.id)).toEqual([]);
    await Promise.all([byWorker(hoursLeft(24)), byWorker(hoursLeft(24))]);
    // The next day in Rome, before the closing.
    await byWorker(hoursLeft(2));
    const events = await remindersOf(poll.id);
    expect(events.map((one) => [one.actorId, one.data])).toEqual([[null, { isAutomatic: true }]]);
    expect(await reached(own, poll.id, hoursLeft(2))).toEqual(["coordinator", "expert", "referent"]);
  });

  test("says nothing on a day on which the button was pressed, but says it on the next", async () => {
    const own = await aPilot();
    const poll = await aPoll(own);
    await remindPoll(later(own.coordinator, hoursLeft(26)), poll);
    await byWorker(hoursLeft(23));
    expect(await remindersOf(poll.id)).toHaveLength(1);
    await byWorker(hoursLeft(10));
    expect((await remindersOf(poll.id)).map((one) => one.data)).toEqual([
      { isAutomatic: false },
      { isAutomatic: true },
    ]);
  });

  test("leaves alone what was opened less than a day ago, closed, decided on or answered by all", async () => {
    const own = await aPilot();
    const young = await aPoll(own);
    await db.datePoll.update({ where: { id: young.id }, data: { createdAt: hoursLeft(30) } });
    await byWorker(hoursLeft(23));
    const gone = await aPoll(own);
    await cancelPoll(own.coordinator, { id: gone.id, version: 1 });
    const dropped = await aPoll(own);
    await db.session.update({ where: { id: dropped.session.id }, data: { state: "CANCELLED" } });
    const answered = await aPoll(own, [own.coordinator, own.expert, own.referent, own.staff]);
    await byWorker(hoursLeft(20));
    await byWorker(closesAt);
    for (const { id } of [young, gone, dropped, answered]) expect(await remindersOf(id)).toEqual([]);
  });

  test("is who reminds by itself, and nobody else", async () => {
    await expect(remindBeforeClosing(pilot.coordinator)).rejects.toThrow();
  });
});

let running: { id: string };
beforeAll(async () => {
  running = await aPoll(pilot);
});
denied("remindPoll", "to an expert", () => remindPoll(pilot.expert, { id: running.id }));
denied("remindPoll", "to those who are asked", () => remindPoll(pilot.staff, { id: running.id }));
denied("remindPoll", "to the coordinator of another programme", () =>
  remindPoll(stranger, { id: running.id }),
);
denied("remindPoll", "to a visitor", () => remindPoll(visitorActor(moment), { id: running.id }));
