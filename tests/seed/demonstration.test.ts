import { beforeAll, describe, expect, inject, test } from "vitest";
import { passwordMatches } from "@/lib/people/passwords/hashing";
import { withClient } from "@/lib/platform/database/connection";
import { db } from "@/lib/platform/db";
import { romeDay, romeTime } from "@/lib/platform/rome-time";
import { siteSchema } from "@/lib/platform/settings/site";
import { hasObject } from "@/lib/platform/storage/storage";
import { NotEmptyError, seedDemonstration } from "@/prisma/seed/demonstration";
import { people } from "@/prisma/seed/running-edition/cast";
import { newcomers } from "@/prisma/seed/running-edition/welcome";
import { locales, textsOf } from "@/tests/architecture/message-files";

const edition = { programme: { slug: "camere-nuova-edizione" } };
const requested = { request: edition };
const monday = new Date("2026-03-23T09:00:00Z");

async function empty(): Promise<void> {
  const { migrationUrl } = inject("testServer");
  const url = process.env.DATABASE_MIGRATION_URL ?? migrationUrl;
  await withClient(url, (client) =>
    client.query(
      "TRUNCATE person, organisation, programme, service_model, rule_set, counter, stored_object, event, setting CASCADE",
    ),
  );
}

/** Rows that would have happened after the moment of loading. */
async function countFuture(now: Date): Promise<number> {
  const after = { gt: now };
  const counts = await Promise.all([
    db.event.count({ where: { occurredAt: after } }),
    db.documentVersion.count({ where: { createdAt: after } }),
    db.documentRemoval.count({ where: { removedAt: after } }),
    db.submission.count({ where: { submittedAt: after } }),
    db.review.count({ where: { decidedAt: after } }),
    db.deliverable.count({ where: { stateSince: after } }),
    db.extension.count({ where: { grantedAt: after } }),
    db.post.count({ where: { createdAt: after } }),
    db.session.count({ where: { OR: [{ convenedAt: after }, { closedAt: after }] } }),
    db.sessionInvitee.count({ where: { repliedAt: after } }),
    db.agendaProposal.count({ where: { createdAt: after } }),
    db.pollAnswer.count({ where: { answeredAt: after } }),
    db.sessionInterest.count({ where: { createdAt: after } }),
    db.reuseItem.count({ where: { modifiedAt: after } }),
    db.reuseRelease.count({ where: { releasedAt: after } }),
    db.reuseDeclaration.count({ where: { OR: [{ createdAt: after }, { decidedAt: after }] } }),
  ]);
  return counts.reduce((sum, count) => sum + count, 0);
}

// A Monday, a Saturday after midnight, days around Christmas and Easter, the night the clock changes.
const moments = [
  "2026-03-23T09:00:00Z",
  "2026-11-20T23:40:00Z",
  "2026-12-27T10:00:00Z",
  "2026-04-05T08:00:00Z",
  "2026-10-25T00:30:00Z",
];

describe("whatever the day of loading", () => {
  test.each(moments)("%s: every state is on the screen and nothing is ahead of its time", async (moment) => {
    const now = new Date(moment);
    await empty();
    await seedDemonstration(now);
    const states = await db.deliverable.groupBy({ by: ["state"], where: requested, _count: true });
    expect(Object.fromEntries(states.map(({ state, _count }) => [state, _count]))).toEqual({
      TO_DO: 20,
      SUBMITTED: 4,
      IN_REVIEW: 2,
      CHANGES_REQUESTED: 2,
      APPROVED: 3,
      LOCKED: 17,
    });
    const owed = { ...requested, state: { in: ["TO_DO" as const, "CHANGES_REQUESTED" as const] } };
    expect(await db.deliverable.count({ where: { ...owed, dueAt: { lt: now } } })).toBe(2);
    const late = { OR: [{ isLate: true }, { ...owed, dueAt: { lt: now } }] };
    expect(await db.deliverable.count({ where: { ...requested, ...late } })).toBe(5);
    expect(await db.session.count({ where: { ...edition, state: "DRAFT", polls: { some: {} } } })).toBe(1);
    const sessions = await db.session.findMany({
      where: { ...edition, state: { not: "DRAFT" } },
      orderBy: { startsAt: "asc" },
      select: { state: true, startsAt: true, endsAt: true },
    });
    expect(sessions.map(({ state }) => state)).toEqual([
      "CLOSED",
      "CLOSED",
      "CONVENED",
      "CONVENED",
      "CONVENED",
      "CONVENED",
    ]);
    expect(new Set(sessions.map(({ startsAt }) => romeDay(startsAt))).size).toBe(6);
    for (const { state, startsAt, endsAt } of sessions) {
      if (state === "CLOSED") expect(endsAt.getTime()).toBeLessThan(now.getTime());
      else expect(startsAt.getTime()).toBeGreaterThan(now.getTime());
    }
    expect(await countFuture(now)).toBe(0);
  });
});

describe("on the day of the pictures", () => {
  beforeAll(async () => {
    await empty();
    await seedDemonstration(monday);
  });

  test("the five sessions of the chambers stand at their true hours", async () => {
    const sessions = await db.session.findMany({
      where: { programme: { slug: "camere-profili-professionali" } },
      orderBy: { startsAt: "asc" },
      select: { startsAt: true, endsAt: true, state: true, minutes: true, attendance: true, vevent: true },
    });
    expect(sessions.map(({ startsAt }) => startsAt.toISOString())).toEqual([
      "2012-07-09T08:30:00.000Z",
      "2012-09-04T08:30:00.000Z",
      "2012-09-25T08:30:00.000Z",
      "2012-10-09T08:30:00.000Z",
      "2012-10-23T08:30:00.000Z",
    ]);
    for (const { endsAt, state, minutes, attendance, vevent } of sessions) {
      expect([romeTime(endsAt), state, minutes, attendance]).toEqual(["12:30", "CLOSED", null, []]);
      expect(vevent).toMatch(/^BEGIN:VEVENT/);
    }
  });

  test("the library holds the kit of VeLa, what was made of it, and every state", async () => {
    const items = await db.reuseItem.findMany({
      include: { releases: true, adaptationOf: true, declarations: true, programme: true },
    });
    const kit = items.find(({ slug }) => slug === "kit-di-riuso-del-progetto-vela");
    expect(kit).toMatchObject({ programme: { slug: "er-smart-working" }, coverMimeType: "image/png" });
    expect(kit?.releases.map(({ number }) => number).sort()).toEqual([1, 2]);
    expect(await hasObject(kit?.coverSha256 ?? "")).toBe(true);
    const directive = items.find(({ slug }) => slug === "modello-e-direttiva-per-il-lavoro-agile");
    expect(directive).toMatchObject({
      programme: { slug: "cm-bologna-smart-work" },
      adaptationOf: { slug: kit?.slug },
    });
    expect(new Set(items.map(({ state }) => state))).toEqual(new Set(["PUBLISHED", "WITHDRAWN"]));
    expect(new Set(items.flatMap(({ declarations }) => declarations.map(({ state }) => state)))).toEqual(
      new Set(["SHOWN", "WAITING", "REFUSED"]),
    );
  });

  test("the edition is cloned to the dates of the example", async () => {
    const sessions = await db.session.findMany({
      where: { ...edition, state: { not: "DRAFT" }, kind: { not: "DISSEMINATION" } },
      orderBy: { startsAt: "asc" },
      select: { startsAt: true },
    });
    expect(sessions.map(({ startsAt }) => `${romeDay(startsAt)} ${romeTime(startsAt)}`)).toEqual([
      "2026-01-12 10:30",
      "2026-03-10 10:30",
      "2026-03-31 10:30",
      "2026-04-14 10:30",
      "2026-04-28 10:30",
    ]);
  });

  test("submissions are numbered in the order of time, without gap, and their bytes are stored", async () => {
    const submissions = await db.submission.findMany({
      orderBy: { submittedAt: "asc" },
      select: { number: true, year: true, version: { select: { objectSha256: true } } },
    });
    expect(submissions.map(({ number }) => number)).toEqual(submissions.map((_, index) => index + 1));
    const registers = {
      orderBy: { register: "asc" },
      select: { register: true, year: true, value: true },
    } as const;
    expect(await db.counter.findMany(registers)).toEqual([
      { register: "attendance-certificate", year: 2026, value: await db.attendanceCertificate.count() },
      { register: "submission", year: 2026, value: submissions.length },
    ]);
    const objects = await db.storedObject.findMany({ select: { sha256: true } });
    const kept = await Promise.all(objects.map(({ sha256 }) => hasObject(sha256)));
    expect(kept).not.toContain(false);
    expect(kept.length).toBeGreaterThan(30);
  });

  test("every account signs in with the printed password", async () => {
    const persons = await db.person.findMany({ select: { email: true, passwordHash: true, isDemo: true } });
    expect(persons.map(({ email }) => email).toSorted()).toEqual(
      [...people, ...newcomers].map(({ account }) => `${account}@demo.test`).toSorted(),
    );
    expect(persons.every(({ isDemo }) => isDemo)).toBe(true);
    expect(await passwordMatches(persons[0]?.passwordHash ?? null, "sperimenta")).toBe(true);
  });

  test("figures are those of the pictures, and one is missing", async () => {
    const sum = await db.measurement.aggregate({ _sum: { value: true, total: true } });
    expect([Number(sum._sum.value), Number(sum._sum.total)]).toEqual([412, 555]);
    expect(await db.measurement.count({ where: { value: null } })).toBe(1);
  });

  test("threads stand as their posts made them", async () => {
    const threads = await db.thread.findMany({
      select: {
        state: true,
        authorId: true,
        acceptedPostId: true,
        postCount: true,
        lastPostNumber: true,
        posts: { select: { id: true, authorId: true, number: true } },
      },
    });
    expect(new Set(threads.map(({ state }) => state))).toEqual(new Set(["OPEN", "ANSWERED", "SOLVED"]));
    for (const { state, authorId, acceptedPostId, posts, ...counts } of threads) {
      const answers = posts.filter((post) => post.authorId !== authorId);
      expect(state === "OPEN").toBe(answers.length === 0);
      expect(state === "SOLVED").toBe(answers.some(({ id }) => id === acceptedPostId));
      expect(counts).toEqual({ postCount: posts.length, lastPostNumber: posts.length });
    }
  });

  test("what the log says has its words in both languages", async () => {
    const kinds = await db.event.findMany({ distinct: ["kind"], select: { kind: true } });
    expect(kinds.length).toBeGreaterThan(15);
    for (const locale of locales) {
      const texts = textsOf(locale);
      const wordless = kinds.filter(({ kind }) => !texts.has(kind.replace(".", ".events.")));
      expect(wordless).toEqual([]);
    }
  });

  test("archives hold no invented body and no person", async () => {
    const archives = { isArchiveOfSource: true };
    expect(await db.programme.count({ where: archives })).toBe(5);
    expect(await db.programme.count({ where: { ...archives, promoter: { isDemo: true } } })).toBe(0);
    expect(await db.enrolment.count({ where: { programme: archives } })).toBe(0);
    expect(await db.roleAssignment.count({ where: { programme: archives } })).toBe(0);
  });

  test("the publishing body is named as the settings want it", async () => {
    const { value } = await db.setting.findUniqueOrThrow({ where: { key: "site" }, select: { value: true } });
    expect(siteSchema.parse(value).bodyName).toBe("Istituto Dimostrativo per l’Innovazione Pubblica");
  });
});

test("a database that holds data is refused, and two loadings at once leave one", async () => {
  await empty();
  const both = await Promise.allSettled([seedDemonstration(monday), seedDemonstration(monday)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  await expect(seedDemonstration(monday)).rejects.toThrow(NotEmptyError);
  expect(await db.programme.count()).toBe(6);
});
