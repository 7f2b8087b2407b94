import { expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { freshIdentifier } from "@/lib/sessions/identifier";
import { decidePoll, openPoll } from "@/lib/sessions/polls/mutations";
import { decidePollSchema } from "@/lib/sessions/polls/schema";
import { aProgramme, moment } from "@/tests/support/factories";
import { refusal } from "@/tests/support/refusal";
import { aPilot, aSession } from "@/tests/support/session-factories";

const first = { startsAt: new Date("2026-04-14T08:30:00Z"), endsAt: new Date("2026-04-14T10:30:00Z") };
const second = { startsAt: new Date("2026-04-16T08:30:00Z"), endsAt: new Date("2026-04-16T10:30:00Z") };

/** A pilot with an open poll about two dates, and what the form sends to take the first. */
async function aPollOfTwo(bodies: "all" | "none" = "all") {
  const pilot = await aPilot();
  const session = await aSession(pilot.programme.id);
  if (bodies === "none") {
    await db.session.update({ where: { id: session.id }, data: { allBodies: false } });
  }
  const id = freshIdentifier(moment);
  const closesAt = new Date("2026-03-27T17:00:00Z");
  await openPoll(pilot.coordinator, {
    for: "draft",
    id,
    session: session.id,
    note: "",
    closesAt,
    options: [first, second],
  });
  const [one, two] = await db.pollOption.findMany({ where: { pollId: id }, orderBy: { startsAt: "asc" } });
  const take = (option = one) => ({ id, version: 1, option: option?.id as string, busyAnyway: false });
  return { pilot, session, take, two };
}

/** A session of another programme to which somebody of this one is convened, while the first date lasts. */
const elsewhere = async (personId: string) =>
  aSession((await aProgramme()).id, {
    title: "Riservato ad altri",
    state: "CONVENED",
    ...first,
    invitedIds: [personId],
  });

test("a date when somebody is convened elsewhere is taken once it is to be so", async () => {
  const { pilot, session, take } = await aPollOfTwo();
  await elsewhere(pilot.staff.personId);
  const error = await refusal(decidePoll(pilot.coordinator, take()));
  expect(error).toMatchObject({ code: "planning.busy", field: "option", params: { count: 1, more: 0 } });
  const { givenName, familyName } = await db.person.findUniqueOrThrow({
    where: { id: pilot.staff.personId },
  });
  // By name, but without the title of a session that is not the coordinator's to see.
  expect(error?.params.who).toBe(`${givenName} ${familyName}`);
  const { id } = take();
  expect(await db.datePoll.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "OPEN", version: 1 });
  expect(await db.pollOption.count({ where: { pollId: id, isChosen: true } })).toBe(0);
  const kept = await db.session.findUniqueOrThrow({ where: { id: session.id } });
  expect(kept).toMatchObject({ startsAt: session.startsAt, version: 1 });
  expect(await db.event.count({ where: { subjectId: { in: [id, session.id] } } })).toBe(1);

  await decidePoll(pilot.coordinator, { ...take(), busyAnyway: true });
  const decided = await db.session.findUniqueOrThrow({ where: { id: session.id } });
  expect(decided).toMatchObject(first);
});

test("a date at which the programme has another session is told with it", async () => {
  const { pilot, take } = await aPollOfTwo();
  await aSession(pilot.programme.id, { title: "Un altro tavolo", ...first });
  expect(await refusal(decidePoll(pilot.coordinator, take()))).toMatchObject({
    code: "planning.overlaps",
    field: "option",
    params: { sessions: 1, titles: "Un altro tavolo" },
  });
  await elsewhere(pilot.referent.personId);
  expect(await refusal(decidePoll(pilot.coordinator, take()))).toMatchObject({
    code: "planning.overlapsAndBusy",
    params: { sessions: 1, count: 1 },
  });
});

test("a date when all are free is asked nothing, nor are those who would not be convened", async () => {
  const { pilot, take, two } = await aPollOfTwo();
  await elsewhere(pilot.staff.personId);
  await decidePoll(pilot.coordinator, take(two));
  const withoutBodies = await aPollOfTwo("none");
  await elsewhere(withoutBodies.pilot.staff.personId);
  await decidePoll(withoutBodies.pilot.coordinator, withoutBodies.take());
});

test("the form says by a tick that it is to be so", () => {
  const sent = { id: freshIdentifier(moment), version: "1", option: freshIdentifier(moment) };
  expect(decidePollSchema.parse(sent).busyAnyway).toBe(false);
  expect(decidePollSchema.parse({ ...sent, busyAnyway: "on" }).busyAnyway).toBe(true);
  const { error } = decidePollSchema.safeParse({ ...sent, option: undefined });
  expect(error?.issues.map((one) => one.message)).toEqual(["planning.chooseOption"]);
});
