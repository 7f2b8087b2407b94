import { beforeEach, expect, test } from "vitest";
import { writeWelcome } from "@/lib/animation/welcome/mutations";
import { writeWelcomeSchema } from "@/lib/animation/welcome/schema";
import { notify } from "@/lib/notifications/jobs";
import { addressOfPlace, placeOf } from "@/lib/notifications/subject";
import { grantRole } from "@/lib/people/roles/mutations";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { MailParams } from "@/lib/platform/mail/queue";
import { renderMail } from "@/lib/platform/mail/render";
import { actorAs, later } from "@/tests/support/actors";
import { aDeliverable, aWorkingGroup } from "@/tests/support/document-factories";
import { aPerson, moment } from "@/tests/support/factories";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { aPace } from "@/tests/support/notification-factories";
import { aSession } from "@/tests/support/session-factories";

let group: Awaited<ReturnType<typeof aWorkingGroup>>;
let administrator: Actor;

beforeEach(async () => {
  group = await aWorkingGroup();
  administrator = await actorAs("ADMINISTRATOR");
});

/** Gives somebody a role in the programme and tells of it. @returns what they were told, with their mail */
async function begins(personId: string, role: "STAFF" | "REFERENT" | "COORDINATOR", at: Date = moment) {
  const scope = role === "COORDINATOR" ? {} : { organisationId: group.first.id };
  const by = later(administrator, at);
  await grantRole(by, { personId, role, programmeId: group.programme.id, ...scope });
  const { id } = await db.event.findFirstOrThrow({
    where: { kind: "people.roleAssigned", subjectId: personId },
    orderBy: { seq: "desc" },
  });
  // Told again, as after a worker that was killed: nobody is greeted twice.
  for (const _once of [1, 2]) await notify({ eventId: id }, at);
  const notices = await db.notification.findMany({ where: { events: { some: { eventId: id } } } });
  const mails = await db.mail.findMany({ where: { dedupeKey: { startsWith: id } } });
  const [mail] = mails;
  return {
    kinds: notices.map(({ group: of, kind, subjectKind }) => `${of} ${kind} ${subjectKind}`),
    mails: mails.length,
    text: mail ? (await renderMail({ ...mail, params: mail.params as MailParams })).text : "",
  };
}

test("who begins in a programme is greeted with what they need, once", async () => {
  const { programme, coordinator } = group;
  await aDeliverable(group, "Piano di comunicazione");
  await aSession(programme.id, { title: "2ª sessione", state: "CONVENED" });
  const thread = await aThread((await aCategory(programme.id)).id, { title: "Presentiamoci" });
  const text = "Che **piacere** avervi: [la guida](https://esempio.test/guida).";
  const form = { programme: programme.slug, version: 0, text, threadId: thread.id };
  await writeWelcome(coordinator, writeWelcomeSchema.parse(form));
  const { id } = await aPerson({ givenName: "Nives" });
  const told = await begins(id, "STAFF");
  expect([told.kinds, told.mails]).toEqual([["ADDRESSED welcomed programme"], 1]);
  expect(told.text).toContain("Buongiorno Nives");
  expect(told.text).toContain("Che piacere avervi: la guida (https://esempio.test/guida).");
  expect(told.text).toContain("Coordina il programma: Ada Ginestrelli.");
  expect(told.text).toContain("2ª sessione, ");
  expect(told.text).toContain("Piano di comunicazione (");
  expect(told.text).toContain(`/area/programmi/${programme.slug}/forum/discussioni/${thread.id}`);

  // Another role in the same programme is no beginning.
  const more = await begins(id, "REFERENT", new Date(moment.getTime() + 3_600_000));
  expect([more.kinds, more.mails]).toEqual([[], 0]);
});

test("without a word of the coordinator, in the reader's language, and of nothing that is not there", async () => {
  const { id } = await aPerson({ givenName: "Stan", locale: "en" });
  const { text } = await begins(id, "STAFF");
  expect(text).toContain("We are glad that you take part.");
  expect(text).toContain("No next session is in the calendar yet.");
  expect(text).not.toMatch(/next deliverable|Introduce yourself/);
});

test("the mail comes as was chosen, and the page says it all the same", async () => {
  const { id } = await aPerson();
  await aPace(id, "ADDRESSED", "NEVER");
  expect(await begins(id, "COORDINATOR")).toMatchObject({
    kinds: ["ADDRESSED welcomed programme"],
    mails: 0,
  });
});

test("a programme that is over, and a role of the portal, greet nobody", async () => {
  await db.programme.update({ where: { id: group.programme.id }, data: { state: "CLOSED" } });
  const { id } = await aPerson();
  expect((await begins(id, "STAFF")).kinds).toEqual([]);
  await grantRole(administrator, { personId: id, role: "PRIVACY_OFFICER" });
  const event = await db.event.findFirstOrThrow({
    where: { kind: "people.roleAssigned", subjectId: id, programmeId: null },
  });
  await notify({ eventId: event.id }, moment);
  expect(await db.notification.count({ where: { personId: id } })).toBe(0);
});

test("a welcome leads to the programme", () => {
  const place = placeOf("welcomed", { kind: "programme", id: "x" }, "prova");
  expect(addressOfPlace(place, "it")).toBe("/area/programmi/prova");
});
