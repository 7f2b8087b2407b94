import { beforeEach, describe, expect, test } from "vitest";
import { changeIssue, removeIssue, sendIssue, takeBackIssue, writeIssue } from "@/lib/newsletter/mutations";
import {
  countSubscribers,
  getIssue,
  getSentIssue,
  listIssues,
  listSentIssues,
} from "@/lib/newsletter/queries";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError, NotFoundError, StaleError } from "@/lib/platform/errors";
import { actorAs } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { kindsOf } from "@/tests/support/events";
import { aProgramme, moment } from "@/tests/support/factories";
import { aSubscription, issueChange, issueForm } from "@/tests/support/newsletter-factories";
import { aPilot } from "@/tests/support/session-factories";

const visitor = visitorActor(moment);
let pilot: Awaited<ReturnType<typeof aPilot>>;
let stranger: Actor;
let id: string;

beforeEach(async () => {
  pilot = await aPilot();
  stranger = await actorAs("COORDINATOR", { programmeId: (await aPilot()).programme.id });
  ({ id } = await writeIssue(pilot.coordinator, issueForm(pilot.programme.id)));
});

const rowOf = () => db.newsletterIssue.findUniqueOrThrow({ where: { id } });
const kinds = () => kindsOf(id);
const jobs = () =>
  db.$queryRaw<{ run_at: Date }[]>`select run_at from graphile_worker.jobs where key = ${`newsletter:${id}`}`;
const nextDay = { date: "2026-03-24", time: "10:00" };
const send = async (facts: object = {}, actor: Actor = pilot.coordinator) =>
  sendIssue(actor, { id, version: (await rowOf()).version, ...facts });

describe("writing", () => {
  test("keeps a draft, rendered, that nobody else sees", async () => {
    expect(await rowOf()).toMatchObject({
      state: "DRAFT",
      sentAt: null,
      recipients: 0,
      html: expect.stringContaining("<strong>provano</strong>"),
      authorId: pilot.coordinator.personId,
    });
    expect(await kinds()).toEqual(["newsletter.issueWritten"]);
    expect((await listSentIssues(visitor, pilot.programme.id)).rows).toEqual([]);
    await expect(getSentIssue(visitor, pilot.programme.id, id)).rejects.toThrow(NotFoundError);
    await expect(getSentIssue(pilot.coordinator, pilot.programme.id, id)).rejects.toThrow(NotFoundError);
    await expect(getIssue(pilot.expert, pilot.programme.slug, id)).rejects.toThrow(NotFoundError);
    expect((await getIssue(pilot.coordinator, pilot.programme.slug, id)).markdown).toContain("Sei camere");
  });

  test("twice with one form is one, also at the same moment; not somebody else's", async () => {
    const same = issueForm(pilot.programme.id);
    const [one, other] = await Promise.all([
      writeIssue(pilot.coordinator, same),
      writeIssue(pilot.coordinator, same),
    ]);
    expect(one).toEqual(other);
    const colleague = await actorAs("COORDINATOR", { programmeId: pilot.programme.id });
    await expect(writeIssue(colleague, same)).rejects.toThrow(NotFoundError);
  });

  test("is changed by one of two at once", async () => {
    const shown = await issueChange(id, { text: "Uno" });
    const results = await Promise.allSettled([
      changeIssue(pilot.coordinator, shown),
      changeIssue(pilot.coordinator, { ...shown, text: "Due" }),
    ]);
    const [refused] = results.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused).toBeInstanceOf(StaleError);
    expect(await rowOf()).toMatchObject({ version: 2 });
  });

  test("ends where a draft is removed", async () => {
    await expect(removeIssue(pilot.coordinator, { id, version: 2 })).rejects.toThrow(StaleError);
    await removeIssue(pilot.coordinator, { id, version: 1 });
    expect(await db.newsletterIssue.count({ where: { id } })).toBe(0);
    expect(await kinds()).toEqual(["newsletter.issueWritten", "newsletter.issueRemoved"]);
  });

  denied("writeIssue", "to an expert", () => writeIssue(pilot.expert, issueForm(pilot.programme.id)));
  denied("writeIssue", "to the manager of the promoter", () =>
    writeIssue(pilot.manager, issueForm(pilot.programme.id)),
  );
  denied("changeIssue", "to the coordinator of another programme", async () =>
    changeIssue(stranger, { id, version: 1, title: "x", text: "x" }),
  );
  denied("removeIssue", "to a referent", () => removeIssue(pilot.referent, { id, version: 1 }));
  denied("sendIssue", "to the coordinator of another programme", () => send({}, stranger));
  denied("sendIssue", "to an expert", () => send({}, pilot.expert));
  denied("takeBackIssue", "to who only manages", () => takeBackIssue(pilot.manager, { id, version: 1 }));
});

describe("sending", () => {
  test("at once locks the issue, leaves the mails to a job, and shows it to everybody", async () => {
    await send();
    expect(await rowOf()).toMatchObject({ state: "SENT", sentAt: moment, version: 2 });
    expect(await jobs()).toHaveLength(1);
    expect(await kinds()).toEqual(["newsletter.issueWritten", "newsletter.issueSent"]);
    expect((await listSentIssues(visitor, pilot.programme.id)).rows).toMatchObject([{ id, sentAt: moment }]);
    expect(await getSentIssue(visitor, pilot.programme.id, id)).toMatchObject({ title: "Primi passi" });
    const locked = { code: "newsletter.locked", params: { state: "SENT" } };
    await expect(changeIssue(pilot.coordinator, await issueChange(id))).rejects.toMatchObject(locked);
    await expect(removeIssue(pilot.coordinator, { id, version: 2 })).rejects.toMatchObject(locked);
    const over = { code: "newsletter.moveNotAllowed", params: { state: "SENT" } };
    await expect(takeBackIssue(pilot.coordinator, { id, version: 2 })).rejects.toMatchObject(over);
    await expect(send()).rejects.toMatchObject(over);
  });

  describe("makes it everybody's to read", () => {
    beforeEach(async () => {
      await send();
    });
    denied("changeIssue", "to the coordinator of another programme, who can read it now", () =>
      changeIssue(stranger, { id, version: 2, title: "x", text: "x" }),
    );
  });

  test("at a moment waits for it, and can be taken back before", async () => {
    await send(nextDay);
    expect(await rowOf()).toMatchObject({ state: "SCHEDULED", sendAt: new Date("2026-03-24T09:00:00Z") });
    expect((await jobs()).map((job) => job.run_at)).toEqual([new Date("2026-03-24T09:00:00Z")]);
    await expect(changeIssue(pilot.coordinator, await issueChange(id))).rejects.toMatchObject({
      code: "newsletter.locked",
    });
    await expect(takeBackIssue(pilot.coordinator, { id, version: 1 })).rejects.toThrow(StaleError);
    await takeBackIssue(pilot.coordinator, { id, version: 2 });
    expect(await rowOf()).toMatchObject({ state: "DRAFT", sendAt: null });
    await expect(takeBackIssue(pilot.coordinator, { id, version: 3 })).rejects.toMatchObject({
      code: "newsletter.moveNotAllowed",
    });
    expect(await kinds()).toEqual([
      "newsletter.issueWritten",
      "newsletter.issueScheduled",
      "newsletter.issueTakenBack",
    ]);
  });

  test("of a text that was changed since it was shown is refused", async () => {
    await changeIssue(pilot.coordinator, await issueChange(id, { text: "Altro" }));
    await expect(sendIssue(pilot.coordinator, { id, version: 1 })).rejects.toThrow(StaleError);
  });

  test.each([
    [{ date: "2026-03-23", time: "09:59" }, "newsletter.momentPast"],
    [{ date: "2027-06-01", time: "09:00" }, "newsletter.momentTooFar"],
  ])("for %o is refused", async (when, code) => {
    await expect(send(when)).rejects.toMatchObject({ code, field: "date" });
  });

  test("waits until the programme is public", async () => {
    const draft = await aProgramme({ state: "DRAFT" });
    const coordinator = await actorAs("COORDINATOR", { programmeId: draft.id });
    const issue = await writeIssue(coordinator, issueForm(draft.id));
    await expect(sendIssue(coordinator, { id: issue.id, version: 1 })).rejects.toMatchObject({
      code: "newsletter.notPublic",
    });
  });
});

describe("who writes", () => {
  test("sees how many an issue goes to, those of all programmes among them, and no address", async () => {
    const before = await countSubscribers(pilot.coordinator, pilot.programme.id);
    await aSubscription(pilot.programme.id);
    await aSubscription(null);
    await aSubscription((await aPilot()).programme.id);
    expect(await countSubscribers(pilot.coordinator, pilot.programme.id)).toBe(before + 2);
    await expect(countSubscribers(pilot.expert, pilot.programme.id)).rejects.toThrow(ForbiddenError);
    await expect(countSubscribers(stranger, pilot.programme.id)).rejects.toThrow(ForbiddenError);
  });

  test("walks through the issues page by page; others do not", async () => {
    for (const _one of [1, 2, 3]) await writeIssue(pilot.coordinator, issueForm(pilot.programme.id));
    const first = await listIssues(pilot.coordinator, pilot.programme.id, { size: 3 });
    expect(first.rows).toHaveLength(3);
    expect(first.next).toBeDefined();
    await expect(listIssues(pilot.expert, pilot.programme.id)).rejects.toThrow(ForbiddenError);
  });
});
