import { beforeAll } from "vitest";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { receiveReply, replyByLink, replyToSession } from "@/lib/sessions/replies/mutations";
import { actorAs } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { aProgramme, moment } from "@/tests/support/factories";
import { anInvited, tokenOf } from "@/tests/support/reply-factories";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let convened: { id: string };
let open: { id: string };
let stranger: Actor;
let token: string;
const visitor = visitorActor(moment);
const from = { client: "192.0.2.7" };

beforeAll(async () => {
  pilot = await aPilot();
  convened = await anInvited(pilot, [pilot.staff]);
  open = await anInvited(pilot, [pilot.staff], { audience: "PUBLIC" });
  stranger = await actorAs("COORDINATOR", { programmeId: (await aProgramme()).id });
  token = await tokenOf(convened.id, pilot.staff);
});

denied("replyToSession", "to a member who is not invited", () =>
  replyToSession(pilot.observer, { id: convened.id, reply: "YES" }),
);
denied("replyToSession", "to the coordinator, who replies for nobody else", () =>
  replyToSession(pilot.coordinator, { id: convened.id, reply: "YES" }),
);
denied("replyToSession", "to a visitor", () => replyToSession(visitor, { id: open.id, reply: "YES" }));
denied("replyToSession", "to somebody for whom the session does not exist", () =>
  replyToSession(stranger, { id: convened.id, reply: "YES" }),
);

denied("replyByLink", "under a word that is no token", () =>
  replyByLink(visitor, { token: "parola-di-prova", reply: "YES" }, from),
);
denied("replyByLink", "with another signature", () =>
  replyByLink(visitor, { token: `${token.slice(0, -4)}0000`, reply: "YES" }, from),
);
denied("replyByLink", "with the invitation of one and the signature of another", async () => {
  const other = await tokenOf(open.id, pilot.staff);
  return replyByLink(visitor, { token: token.slice(0, 32) + other.slice(32), reply: "YES" }, from);
});
denied("replyByLink", "with the token of the address for calendars", async () =>
  replyByLink(visitor, { token: await tokenOf(convened.id, pilot.staff, "mail"), reply: "YES" }, from),
);
denied("replyByLink", "to a person who was disabled", async () => {
  const gone = { where: { id: pilot.staff.personId }, data: { disabledAt: moment } };
  await db.person.update(gone);
  try {
    return await replyByLink(visitor, { token, reply: "YES" }, from);
  } finally {
    await db.person.update({ ...gone, data: { disabledAt: null } });
  }
});

denied("receiveReply", "to a person", () => receiveReply(pilot.coordinator, { token, calendar: "" }));
denied("receiveReply", "to a visitor", () => receiveReply(visitor, { token, calendar: "" }));
