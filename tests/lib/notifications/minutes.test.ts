import { beforeAll, expect, test } from "vitest";
import { notify } from "@/lib/notifications/jobs";
import { db } from "@/lib/platform/db";
import type { MailParams } from "@/lib/platform/mail/queue";
import { renderMail } from "@/lib/platform/mail/render";
import { giveVerdict, publishMinutes } from "@/lib/sessions/minutes/approval/mutations";
import { moment } from "@/tests/support/factories";
import { approvedMinutes, proposedMinutes, stateOf } from "@/tests/support/minutes-factories";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
beforeAll(async () => {
  pilot = await aPilot();
});

/** Who was told of the last event of a kind, by whom each is; the worker tells it twice, as after a kill. */
async function toldOf(sessionId: string, kind: string) {
  const event = await db.event.findFirstOrThrow({
    where: { subjectId: sessionId, kind },
    orderBy: { seq: "desc" },
    select: { id: true },
  });
  await notify({ eventId: event.id }, moment);
  await notify({ eventId: event.id }, moment);
  return db.mail.findMany({ where: { dedupeKey: { startsWith: event.id } } });
}

const names = (mails: { toPersonId: string | null }[]) => {
  const people = Object.entries(pilot).flatMap(([name, one]) =>
    "personId" in one ? [[one.personId, name] as const] : [],
  );
  const byId = new Map<string | null, string>(people);
  return mails.map((mail) => byId.get(mail.toPersonId)).toSorted();
};

test("a proposal is told to those who attended, with its term and no calendar entry", async () => {
  const { id } = await proposedMinutes(pilot);
  const mails = await toldOf(id, "sessions.minutesProposed");
  expect(names(mails)).toEqual(["expert", "referent"]);
  const [mail] = mails;
  if (!mail) throw new Error("no mail");
  expect([mail.template, mail.calendar, mail.method]).toEqual(["notifications.minutesProposed", null, null]);
  const { subject, text } = await renderMail({ ...mail, params: mail.params as MailParams });
  expect(subject).toBe("Verbale da approvare: Sessione di prova, 10 marzo 2026");
  expect(text).toContain("fino al 30 marzo 2026");
  expect(text).toContain(`/incontri/${id}/verbale`);
  expect(text).not.toContain("criticità");
});

test("an objection is told to the coordinators, without its text", async () => {
  const { id } = await proposedMinutes(pilot);
  const text = "Manca la frase sulla privacy";
  await giveVerdict(pilot.referent, { id, round: 1, verdict: "OBJECTED", text });
  const mails = await toldOf(id, "sessions.minutesObjected");
  expect(names(mails)).toEqual(["coordinator"]);
  expect(JSON.stringify(mails)).not.toContain("privacy");
});

test("an objection is told to the deputy of the session too, for as long as the role lasts", async () => {
  const told = async (deputyId: string | null) => {
    const { id } = await proposedMinutes(pilot);
    await db.session.update({ where: { id }, data: { deputyId } });
    await giveVerdict(pilot.referent, { id, round: 1, verdict: "OBJECTED", text: "Manca un nome" });
    return names(await toldOf(id, "sessions.minutesObjected"));
  };
  expect(await told(pilot.staff.personId)).toEqual(["coordinator", "staff"]);
  expect(await told(pilot.observer.personId)).toEqual(["coordinator"]);
});

test("approval and publication are told to those who were asked, and to all who were invited, but not to who did it", async () => {
  const { id } = await approvedMinutes(pilot);
  expect(names(await toldOf(id, "sessions.minutesApproved"))).toEqual(["expert"]);
  await publishMinutes(pilot.coordinator, { id, version: (await stateOf(id)).version });
  const mails = await toldOf(id, "sessions.minutesPublished");
  expect(names(mails)).toEqual(["expert", "referent", "staff"]);
  for (const mail of mails)
    expect((await renderMail({ ...mail, locale: "en", params: mail.params as MailParams })).subject).toBe(
      "Minutes published: Sessione di prova, 10 marzo 2026",
    );
});
