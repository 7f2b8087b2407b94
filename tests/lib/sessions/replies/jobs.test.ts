import { expect, test } from "vitest";
import { systemActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError } from "@/lib/platform/errors";
import { endInvitations } from "@/lib/sessions/replies/jobs";
import { replyToSession } from "@/lib/sessions/replies/mutations";
import { moment } from "@/tests/support/factories";
import { anInvited, colleagues, type Member, repliesTo } from "@/tests/support/reply-factories";
import { aPilot } from "@/tests/support/session-factories";

test("invitations of people who left end, and their places go to those who wait", async () => {
  const pilot = await aPilot();
  const [stays, leaves, disabled, waits, last] = (await colleagues(pilot, 5)) as [
    Member,
    Member,
    Member,
    Member,
    Member,
  ];
  const { id } = await anInvited(pilot, [stays, leaves, disabled, waits, last], { capacity: 3 });
  for (const person of [stays, leaves, disabled, waits, last])
    await replyToSession(person, { id, reply: "YES" });
  const over = await anInvited(pilot, [leaves], { startsAt: new Date(moment.getTime() - 60_000) });
  await db.roleAssignment.updateMany({ where: { personId: leaves.personId }, data: { toAt: moment } });
  await db.person.update({ where: { id: disabled.personId }, data: { disabledAt: moment } });

  const job = systemActor("end-invitations", moment);
  expect(await endInvitations(job)).toBe(2);
  expect(await endInvitations(job)).toBe(0);
  expect(await repliesTo(id)).toEqual(
    new Map([
      [stays.personId, "YES"],
      [waits.personId, "YES"],
      [last.personId, "YES"],
    ]),
  );
  expect([...(await repliesTo(over.id)).keys()]).toEqual([leaves.personId]);
  const events = await db.event.findMany({ where: { subjectId: id }, orderBy: { seq: "asc" }, skip: 5 });
  expect(events).toMatchObject([
    {
      kind: "sessions.invitationsEnded",
      actorKind: "system:end-invitations",
      data: { removed: expect.arrayContaining([leaves.personId, disabled.personId]) },
    },
    { kind: "sessions.placeGiven", data: { people: [waits.personId, last.personId] } },
  ]);
  await expect(endInvitations(stays)).rejects.toThrow(ForbiddenError);
});
