import { beforeAll, describe, expect, test } from "vitest";
import { systemActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError } from "@/lib/platform/errors";
import type { MailParams } from "@/lib/platform/mail/queue";
import { renderMail } from "@/lib/platform/mail/render";
import { cancelSession } from "@/lib/sessions/cancelling/mutations";
import { changeSession } from "@/lib/sessions/changing/mutations";
import { conveneSession } from "@/lib/sessions/convening/mutations";
import { planMissingReminders, remindOf } from "@/lib/sessions/reminders/jobs";
import type { ReminderMoment } from "@/lib/sessions/reminders/moments";
import { replyToSession } from "@/lib/sessions/replies/mutations";
import { nameSubstitute } from "@/lib/sessions/substitutes/mutations";
import { later } from "@/tests/support/actors";
import { moment } from "@/tests/support/factories";
import { anInvited, colleagues, type Member, tokenOf } from "@/tests/support/reply-factories";
import { aChange, aPilot, aSession } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
beforeAll(async () => {
  pilot = await aPilot();
});

type Job = { runAt: string; moment: ReminderMoment; startsAt: string };

/** What waits in the queue for a session, the earliest first. */
const planned = (sessionId: string) =>
  db.$queryRaw<Job[]>`
    select to_char(j.run_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI') as "runAt",
      j.payload ->> 'moment' as moment, j.payload ->> 'startsAt' as "startsAt"
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'remind-session' and j.payload ->> 'sessionId' = ${sessionId} order by j.run_at`;

/** Runs what is planned for a moment, at that moment. */
async function run(sessionId: string, which: ReminderMoment): Promise<number> {
  const job = (await planned(sessionId)).find((one) => one.moment === which);
  if (!job) throw new Error(`nothing is planned: ${which}`);
  return remindAt(sessionId, job, new Date(`${job.runAt}:00Z`));
}

const remindAt = (sessionId: string, job: Pick<Job, "moment" | "startsAt">, at: Date) =>
  remindOf(systemActor("remind-session", at), { sessionId, moment: job.moment, startsAt: job.startsAt });

const remindersTo = (person: Member) =>
  db.mail.findMany({
    where: { toPersonId: person.personId, template: "replies.reminder" },
    orderBy: { id: "asc" },
  });

describe("reminders", () => {
  test("are planned by the convening, at those of their moments that are to come", async () => {
    const session = await aSession(pilot.programme.id);
    await conveneSession(pilot.coordinator, session);
    const startsAt = "2026-03-31T08:30:00.000Z";
    expect(await planned(session.id)).toEqual([
      { runAt: "2026-03-24T08:30", moment: "DAYS_7", startsAt },
      { runAt: "2026-03-30T08:30", moment: "HOURS_24", startsAt },
      { runAt: "2026-03-31T08:15", moment: "MINUTES_15", startsAt },
    ]);
    const late = await aSession(pilot.programme.id, { startsAt: new Date("2026-03-24T08:00:00Z") });
    await conveneSession(pilot.coordinator, late);
    expect((await planned(late.id)).map((one) => one.moment)).toEqual(["MINUTES_15"]);
  });

  test("move with the session: those of the old date say nothing", async () => {
    const own = await aPilot();
    const session = await aSession(own.programme.id);
    await conveneSession(own.coordinator, session);
    const old = await planned(session.id);
    await changeSession(own.coordinator, aChange({ id: session.id, version: 2 }, { date: "2026-04-08" }));
    expect(await planned(session.id)).toMatchObject([
      { runAt: "2026-04-01T08:30", moment: "DAYS_7" },
      { runAt: "2026-04-07T08:30", moment: "HOURS_24" },
      { runAt: "2026-04-08T08:15", moment: "MINUTES_15" },
    ]);
    for (const job of old) {
      expect(await remindAt(session.id, job, new Date(`${job.runAt}:00Z`))).toBe(0);
    }
    expect(await remindersTo(own.staff)).toEqual([]);
    expect(await run(session.id, "DAYS_7")).toBe(4);
    expect(await remindersTo(own.staff)).toHaveLength(1);
  });

  test("of a session that was cancelled are not sent", async () => {
    const session = await aSession(pilot.programme.id);
    await conveneSession(pilot.coordinator, session);
    await cancelSession(pilot.coordinator, { id: session.id, version: 2, reason: "Sala chiusa" });
    expect(await run(session.id, "HOURS_24")).toBe(0);
  });

  test("reach each once, however often the job runs, and not too late", async () => {
    const [person] = (await colleagues(pilot, 1)) as [Member];
    const { id, startsAt } = await anInvited(pilot, [person]);
    const job = { moment: "HOURS_24" as const, startsAt: startsAt.toISOString() };
    const due = new Date(startsAt.getTime() - 86_400_000);
    await Promise.all([remindAt(id, job, due), remindAt(id, job, due)]);
    await remindAt(id, job, new Date(due.getTime() + 3_600_000));
    expect(await remindersTo(person)).toHaveLength(1);
    expect(await remindAt(id, { ...job, moment: "MINUTES_15" }, startsAt)).toBe(0);
  });

  test("reach those concerned: not who declined, is represented, was disabled or left", async () => {
    const [yes, silent, no, represented, substitute, disabled, left] = (await colleagues(pilot, 7)) as [
      Member,
      Member,
      Member,
      Member,
      Member,
      Member,
      Member,
    ];
    const { id, startsAt } = await anInvited(pilot, [yes, silent, no, represented, disabled, left]);
    await replyToSession(yes, { id, reply: "YES" });
    await replyToSession(no, { id, reply: "NO" });
    await nameSubstitute(represented, { id, substitute: substitute.personId });
    await db.person.update({ where: { id: disabled.personId }, data: { disabledAt: moment } });
    await db.roleAssignment.updateMany({ where: { personId: left.personId }, data: { toAt: moment } });
    const job = { moment: "HOURS_24" as const, startsAt: startsAt.toISOString() };
    expect(await remindAt(id, job, new Date(startsAt.getTime() - 86_400_000))).toBe(3);
    const reached = await Promise.all(
      [yes, silent, substitute, no, represented, disabled, left].map(
        async (one) => (await remindersTo(one)).length,
      ),
    );
    expect(reached).toEqual([1, 1, 1, 0, 0, 0, 0]);
  });

  test("say what one answered and what the body still owes, with the link to reply; then the way into the room", async () => {
    const own = await aPilot();
    const { id, startsAt } = await anInvited(own, [own.staff]);
    const due = (title: string, organisationId: string, state: "TO_DO" | "APPROVED") =>
      db.deliverableRequest.create({
        data: {
          programmeId: own.programme.id,
          position: title.length,
          title,
          dueAt: new Date("2026-04-10T21:59:59Z"),
          deliverables: { create: { organisationId, state, dueAt: new Date("2026-04-10T21:59:59Z") } },
        },
        select: { id: true },
      });
    await due("Scheda di analisi", own.body.id, "TO_DO");
    await due("Matrice", own.body.id, "APPROVED");
    await due("Consegna di altri enti", own.programme.promoterId, "TO_DO");
    await replyToSession(own.staff, { id, reply: "MAYBE" });
    const job = { startsAt: startsAt.toISOString() };
    await remindAt(id, { ...job, moment: "HOURS_24" }, new Date(startsAt.getTime() - 86_400_000));
    await remindAt(id, { ...job, moment: "MINUTES_15" }, new Date(startsAt.getTime() - 900_000));
    const mails = await remindersTo(own.staff);
    const [day, quarter] = await Promise.all(
      mails.map((mail) => renderMail({ ...mail, params: mail.params as MailParams })),
    );
    expect(day?.subject).toBe("Domani: Sessione di prova");
    expect(day?.text).toContain("31 marzo 2026, 10:30-12:30");
    expect(day?.text).toContain("Avete risposto che forse ci sarete.");
    expect(day?.text).toContain(
      "Il vostro ente deve ancora consegnare:\n- Scheda di analisi (10 aprile 2026, 23:59)",
    );
    expect(day?.text).not.toMatch(/Matrice|altri enti/);
    expect(day?.text).toContain(`/incontro/${await tokenOf(id, own.staff)}`);
    expect(quarter?.subject).toBe("Tra 15 minuti: Sessione di prova");
    expect(quarter?.text).toContain(`/area/programmi/${own.programme.slug}/incontri/${id}/stanza`);
    expect(quarter?.text).toContain("Entrate nella stanza");
  });

  test.each([
    ["WEBCONFERENCE", { url: "https://stanza.test/a" }, "/stanza"],
    ["HYBRID", { url: "https://stanza.test/a", place: "Sala A" }, "/stanza"],
    ["WEBCONFERENCE", { url: null, provider: "BIGBLUEBUTTON" }, "/stanza"],
    ["WEBCONFERENCE", { url: null }, ""],
    ["IN_PERSON", { url: "https://stanza.test/a", place: "Sala A" }, ""],
  ] as const)(
    "lead a quarter of an hour before a session %s, %o, to the page%s",
    async (mode, facts, page) => {
      const [person] = (await colleagues(pilot, 1)) as [Member];
      const { id, startsAt } = await anInvited(pilot, [person], { mode, ...facts });
      const job = { moment: "MINUTES_15", startsAt: startsAt.toISOString() } as const;
      await remindAt(id, job, new Date(startsAt.getTime() - 900_000));
      const [mail] = await remindersTo(person);
      expect(mail?.params).toMatchObject({
        link: `/area/programmi/${pilot.programme.slug}/incontri/${id}${page}`,
      });
    },
  );

  test("that are missing from the queue are put there, and none twice", async () => {
    const { id } = await anInvited(pilot, [pilot.staff]);
    expect(await planned(id)).toEqual([]);
    const job = systemActor("plan-reminders", moment);
    await planMissingReminders(job);
    await planMissingReminders(job);
    expect(await planned(id)).toHaveLength(3);
  });

  test("are the portal's own business", async () => {
    const reminder = { sessionId: "", moment: "HOURS_24" as const, startsAt: "2026-03-31T08:30:00Z" };
    await expect(remindOf(later(pilot.coordinator, moment), reminder)).rejects.toThrow(ForbiddenError);
    await expect(planMissingReminders(pilot.coordinator)).rejects.toThrow(ForbiddenError);
  });
});
