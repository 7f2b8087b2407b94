import { beforeAll, expect, test } from "vitest";
import { stopMails } from "@/lib/notifications/unsubscribing/mutations";
import { findEnding } from "@/lib/notifications/unsubscribing/queries";
import { type Ending, unsubscribeToken } from "@/lib/notifications/unsubscribing/token";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { denied } from "@/tests/support/denied";
import { aPerson, moment } from "@/tests/support/factories";
import { aPace } from "@/tests/support/notification-factories";

const visitor = visitorActor(moment);
const from = { client: "192.0.2.7" };

async function aLink(of: Ending["of"]) {
  const person = await aPerson();
  return { person, token: unsubscribeToken({ personId: person.id, email: person.email, of }) };
}
const chosen = (personId: string) =>
  db.notificationPreference.findMany({
    where: { personId },
    orderBy: { group: "asc" },
    select: { group: true, pace: true },
  });

test("a link ends the mails of its group, once, and others come on", async () => {
  const { person, token } = await aLink("FORUM");
  expect((await findEnding(visitor, token))?.groups).toEqual(["FORUM"]);
  expect(await chosen(person.id)).toEqual([]);
  await stopMails(visitor, { token }, from);
  await stopMails(visitor, { token }, from);
  expect(await chosen(person.id)).toEqual([{ group: "FORUM", pace: "NEVER" }]);
  expect((await findEnding(visitor, token))?.groups).toEqual([]);
  const events = await db.event.findMany({ where: { subjectId: person.id } });
  expect(events).toMatchObject([
    { kind: "notifications.mailStopped", actorKind: "visitor", data: { of: "FORUM" } },
  ]);
});

test("the link of a digest ends what came in digests, and no mail that comes at once", async () => {
  const { person, token } = await aLink("DIGEST");
  await aPace(person.id, "MINUTES", "DAILY");
  await aPace(person.id, "FORUM", "WEEKLY");
  await aPace(person.id, "REVIEWS", "AT_ONCE");
  await stopMails(visitor, { token }, from);
  expect(await chosen(person.id)).toEqual([
    { group: "MINUTES", pace: "NEVER" },
    { group: "REVIEWS", pace: "AT_ONCE" },
    { group: "FORUM", pace: "NEVER" },
  ]);
});

let forged: string;
let ofOldAddress: string;
let ofDisabled: string;
beforeAll(async () => {
  forged = (await aLink("FORUM")).token.replace(/.{40}$/, "0".repeat(40));
  const moved = await aLink("FORUM");
  await db.person.update({ where: { id: moved.person.id }, data: { email: `nuovo-${moved.person.email}` } });
  ofOldAddress = moved.token;
  const gone = await aLink("FORUM");
  await db.person.update({ where: { id: gone.person.id }, data: { disabledAt: moment } });
  ofDisabled = gone.token;
});

denied("stopMails", "to a forged link", () => stopMails(visitor, { token: forged }, from));
denied("stopMails", "to the link of an address that the person has no more", () =>
  stopMails(visitor, { token: ofOldAddress }, from),
);
denied("stopMails", "to the link of somebody disabled", () =>
  stopMails(visitor, { token: ofDisabled }, from),
);
