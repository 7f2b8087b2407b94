import { beforeAll, describe, expect, test } from "vitest";
import { notify } from "@/lib/notifications/jobs";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { MailParams } from "@/lib/platform/mail/queue";
import { renderMail } from "@/lib/platform/mail/render";
import { freshIdentifier } from "@/lib/sessions/identifier";
import { answerPoll, cancelPoll, decidePoll, openPoll } from "@/lib/sessions/polls/mutations";
import { getPoll, listOpenPolls } from "@/lib/sessions/polls/queries";
import { actorAs, later } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { kindsOf } from "@/tests/support/events";
import { aProgramme, moment } from "@/tests/support/factories";
import { refusal } from "@/tests/support/refusal";
import { aPilot, aSession } from "@/tests/support/session-factories";

type Pilot = Awaited<ReturnType<typeof aPilot>>;

let pilot: Pilot;
let stranger: Actor;
beforeAll(async () => {
  pilot = await aPilot();
  stranger = await actorAs("COORDINATOR", { programmeId: (await aProgramme()).id });
});

const closesAt = new Date("2026-03-27T17:00:00Z");
const at = (day: string, hours = 2) => ({
  startsAt: new Date(`${day}T08:30:00Z`),
  endsAt: new Date(new Date(`${day}T08:30:00Z`).getTime() + hours * 3_600_000),
});
const options = [at("2026-04-14"), at("2026-04-16"), at("2026-04-21")];
const asked = (session: { id: string }) => ({
  for: "draft" as const,
  id: freshIdentifier(moment),
  session: session.id,
  note: "",
  closesAt,
  options,
});

const askedWithoutDraft = (programme: string, id = freshIdentifier(moment)) => ({
  for: "new" as const,
  id,
  programme,
  kind: "TABLE" as const,
  title: "Tavolo dei profili",
  note: "",
  closesAt,
  options,
});

async function aPoll(of: Pilot = pilot) {
  const session = await aSession(of.programme.id);
  const input = asked(session);
  await openPoll(of.coordinator, input);
  const rows = await db.pollOption.findMany({ where: { pollId: input.id }, orderBy: { startsAt: "asc" } });
  return { id: input.id, session, options: rows.map((one) => one.id) as [string, string, string] };
}

/** A choice that minds no other session: the polls of these tests ask about the same days. */
const decided = (poll: Awaited<ReturnType<typeof aPoll>>, option = 0) => ({
  id: poll.id,
  version: 1,
  option: poll.options[option] as string,
  busyAnyway: true,
});

describe("opening a poll", () => {
  test("asks those whom the draft would convene, but not who opened it, by mail", async () => {
    const own = await aPilot();
    const session = await aSession(own.programme.id, { title: "Un tavolo" });
    const input = { ...asked(session), note: "Portate le matrici." };
    await Promise.all([openPoll(own.coordinator, input), openPoll(own.coordinator, input)]);
    expect(await db.pollOption.count({ where: { pollId: input.id } })).toBe(3);
    const event = await db.event.findFirstOrThrow({ where: { subjectId: input.id } });
    expect(event).toMatchObject({ kind: "sessions.pollOpened", data: { sessionId: session.id, options: 3 } });
    await notify({ eventId: event.id }, moment);
    await notify({ eventId: event.id }, moment);
    const mails = await db.mail.findMany({ where: { dedupeKey: { startsWith: event.id } } });
    expect(mails.map((one) => one.toPersonId).toSorted()).toEqual(
      [own.expert.personId, own.referent.personId, own.staff.personId].toSorted(),
    );
    const [mail] = mails;
    const text = mail && (await renderMail({ ...mail, params: mail.params as MailParams }));
    expect(text?.subject).toBe("Quando potete? Un tavolo");
    expect(text?.text).toContain("- 14 aprile 2026, 10:30-12:30");
    expect(text?.text).toContain("Portate le matrici.");
    expect(text?.text).toContain(`/area/programmi/${own.programme.slug}/sondaggi/${input.id}`);
  });

  test("without a draft makes one at the first date", async () => {
    const own = await aPilot();
    const id = freshIdentifier(moment);
    const { slug } = own.programme;
    await openPoll(own.coordinator, askedWithoutDraft(slug, id));
    const session = await db.session.findFirstOrThrow({ where: { polls: { some: { id } } } });
    expect(session).toMatchObject({
      state: "DRAFT",
      title: "Tavolo dei profili",
      startsAt: options[0]?.startsAt,
      audience: "PROGRAMME",
    });
    expect(session.vevent).toContain("SUMMARY:Tavolo dei profili");
    expect(await listOpenPolls(own.staff, slug)).toMatchObject([{ id, isOpen: true }]);
    // The draft itself does not exist for them.
    expect((await getPoll(own.staff, slug, id)).sessionId).toBeNull();
    expect((await getPoll(own.coordinator, slug, id)).sessionId).toBe(session.id);
  });

  test("twice for one draft at once opens one", async () => {
    const session = await aSession(pilot.programme.id);
    const results = await Promise.allSettled([
      openPoll(pilot.coordinator, asked(session)),
      openPoll(pilot.coordinator, asked(session)),
    ]);
    expect(results.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await refusal(openPoll(pilot.coordinator, asked(session))))?.code).toBe("planning.alreadyAsked");
    expect(await db.datePoll.count({ where: { sessionId: session.id } })).toBe(1);
  });

  test("is refused in the past, closing after the first date, and of what is no draft", async () => {
    const session = await aSession(pilot.programme.id);
    const late = { ...asked(session), closesAt: new Date("2026-04-14T08:30:01Z") };
    expect(await refusal(openPoll(pilot.coordinator, late))).toMatchObject({
      code: "planning.closesTooLate",
      field: "closesDate",
    });
    const past = { ...asked(session), options: [at("2026-03-20"), at("2026-04-14")] };
    expect((await refusal(openPoll(pilot.coordinator, past)))?.code).toBe("planning.optionInThePast");
    const convened = await aSession(pilot.programme.id, { state: "CONVENED" });
    expect((await refusal(openPoll(pilot.coordinator, asked(convened))))?.code).toBe("planning.onlyDrafts");
  });

  let draft: { id: string };
  beforeAll(async () => {
    draft = await aSession(pilot.programme.id);
  });
  denied("openPoll", "to an expert", () => openPoll(pilot.expert, asked(draft)));
  denied("openPoll", "to staff, for whom the draft does not exist", () =>
    openPoll(pilot.staff, asked(draft)),
  );
  denied("openPoll", "to staff, also for a session of which there is no draft yet", () =>
    openPoll(pilot.staff, askedWithoutDraft(pilot.programme.slug)),
  );
  denied("openPoll", "to the coordinator of another programme", () => openPoll(stranger, asked(draft)));
});

describe("answering", () => {
  test("may be changed until the closing, and not after", async () => {
    const poll = await aPoll();
    const [one, two, three] = poll.options;
    await answerPoll(pilot.staff, { id: poll.id, answers: { [one]: "NO", [two]: "YES" } });
    await answerPoll(pilot.staff, { id: poll.id, answers: { [two]: "IF_NEEDED", [three]: "YES" } });
    const view = await getPoll(pilot.coordinator, pilot.programme.slug, poll.id);
    const replies = view.people.find((person) => person.id === pilot.staff.personId)?.replies;
    expect(replies).toEqual({ [two]: "IF_NEEDED", [three]: "YES" });
    expect(await kindsOf(poll.id)).toEqual([
      "sessions.pollOpened",
      "sessions.pollAnswered",
      "sessions.pollAnswered",
    ]);
    const tooLate = answerPoll(later(pilot.staff, closesAt), { id: poll.id, answers: { [one]: "YES" } });
    expect((await refusal(tooLate))?.code).toBe("planning.pollClosed");
  });

  test("twice at once is one answer, and an option of another poll none", async () => {
    const [poll, other] = [await aPoll(), await aPoll()];
    const [one] = poll.options;
    const answers = { [one]: "YES" as const, [other.options[0]]: "YES" as const };
    await Promise.all([1, 2, 3].map(() => answerPoll(pilot.staff, { id: poll.id, answers })));
    const kept = await db.pollAnswer.findMany({
      where: { personId: pilot.staff.personId, optionId: { in: [one, other.options[0]] } },
    });
    expect(kept.map((row) => row.optionId)).toEqual([one]);
  });

  test("of somebody who has left the programme does not count any more", async () => {
    const own = await aPilot();
    const poll = await aPoll(own);
    const [one] = poll.options;
    await answerPoll(own.staff, { id: poll.id, answers: { [one]: "NO" } });
    const first = await getPoll(own.coordinator, own.programme.slug, poll.id);
    expect(first.options.find((option) => option.id === one)?.tally).toMatchObject({ no: 1, silent: 3 });
    await db.roleAssignment.updateMany({ where: { personId: own.staff.personId }, data: { toAt: moment } });
    const then = await getPoll(own.coordinator, own.programme.slug, poll.id);
    expect(then.options.find((option) => option.id === one)?.tally).toMatchObject({ no: 0, silent: 3 });
    expect(then.people.map((person) => person.id)).not.toContain(own.staff.personId);
  });

  let open: Awaited<ReturnType<typeof aPoll>>;
  beforeAll(async () => {
    open = await aPoll();
  });
  denied("answerPoll", "to the observer, who is not asked", () =>
    answerPoll(pilot.observer, { id: open.id, answers: {} }),
  );
  denied("answerPoll", "to a visitor", () => answerPoll(visitorActor(moment), { id: open.id, answers: {} }));
  denied("answerPoll", "to a stranger", () => answerPoll(stranger, { id: open.id, answers: {} }));
});

describe("deciding", () => {
  test("gives the draft its date and ends the poll", async () => {
    const poll = await aPoll();
    await decidePoll(pilot.coordinator, decided(poll, 1));
    const session = await db.session.findUniqueOrThrow({ where: { id: poll.session.id } });
    expect(session).toMatchObject({ startsAt: options[1]?.startsAt, endsAt: options[1]?.endsAt, version: 2 });
    expect(session.vevent).toContain("DTSTART;TZID=Europe/Rome:20260416T103000");
    const view = await getPoll(pilot.staff, pilot.programme.slug, poll.id);
    expect(view.state).toBe("DECIDED");
    expect(view.options.filter((one) => one.isChosen).map((one) => one.id)).toEqual([poll.options[1]]);
    expect(await kindsOf(poll.session.id)).toEqual(["sessions.changed"]);
    expect(await kindsOf(poll.id)).toEqual(["sessions.pollOpened", "sessions.pollDecided"]);
  });

  test("for two dates at once takes one", async () => {
    const poll = await aPoll();
    const results = await Promise.allSettled(
      [0, 1].map((option) => decidePoll(pilot.coordinator, decided(poll, option))),
    );
    expect(results.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await db.pollOption.count({ where: { pollId: poll.id, isChosen: true } })).toBe(1);
  });

  test("is refused for a draft that was convened or has more to say than the date has time for", async () => {
    const poll = await aPoll();
    const decide = () => decidePoll(pilot.coordinator, decided(poll));
    await db.agendaItem.create({
      data: { sessionId: poll.session.id, position: 0, title: "Tutto", minutes: 121 },
    });
    expect((await refusal(decide()))?.code).toBe("planning.agendaTooLong");
    await db.agendaItem.deleteMany({ where: { sessionId: poll.session.id } });
    await db.session.update({ where: { id: poll.session.id }, data: { state: "CONVENED" } });
    expect((await refusal(decide()))?.code).toBe("planning.onlyDrafts");
    expect((await db.datePoll.findUniqueOrThrow({ where: { id: poll.id } })).state).toBe("OPEN");
    const past = decidePoll(later(pilot.coordinator, new Date("2026-04-15T08:00:00Z")), decided(poll));
    expect((await refusal(past))?.code).toBe("planning.optionInThePast");
  });

  test("and giving up are refused from a page that is out of date", async () => {
    const poll = await aPoll();
    const stale = { ...decided(poll), version: 7 };
    expect((await refusal(decidePoll(pilot.coordinator, stale)))?.code).toBe("stale");
    expect((await refusal(cancelPoll(pilot.coordinator, { id: poll.id, version: 7 })))?.code).toBe("stale");
    expect((await db.datePoll.findUniqueOrThrow({ where: { id: poll.id } })).state).toBe("OPEN");
  });

  test("is not possible once the poll was given up, and its draft keeps its date", async () => {
    const poll = await aPoll();
    await cancelPoll(pilot.coordinator, { id: poll.id, version: 1 });
    expect(await kindsOf(poll.id)).toEqual(["sessions.pollOpened", "sessions.pollCancelled"]);
    const late = decidePoll(pilot.coordinator, { ...decided(poll), version: 2 });
    expect(await refusal(late)).toMatchObject({
      code: "planning.moveNotAllowed",
      params: { state: "CANCELLED" },
    });
    const { startsAt } = await db.session.findUniqueOrThrow({ where: { id: poll.session.id } });
    expect(startsAt).toEqual(poll.session.startsAt);
  });

  let open: Awaited<ReturnType<typeof aPoll>>;
  beforeAll(async () => {
    open = await aPoll();
  });
  denied("decidePoll", "to an expert", () => decidePoll(pilot.expert, decided(open)));
  denied("decidePoll", "to a stranger", () => decidePoll(stranger, decided(open)));
  denied("cancelPoll", "to a referent", () => cancelPoll(pilot.referent, decided(open)));
  denied("cancelPoll", "to a visitor", () => cancelPoll(visitorActor(moment), decided(open)));
});
