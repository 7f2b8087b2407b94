import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import { readCursor } from "@/lib/platform/lists/cursor";
import { retryMail } from "@/lib/platform/mail/mutations";
import { countMails, listMails } from "@/lib/platform/mail/queries";
import { actorAs } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";

let administrator: Actor;
let officer: Actor;
let id: string;

beforeEach(async () => {
  administrator = await actorAs("ADMINISTRATOR");
  officer = await actorAs("PRIVACY_OFFICER");
  await db.mail.deleteMany();
  const rows = Array.from({ length: 5 }, (_, index) => ({
    dedupeKey: `mail:${index}`,
    template: "people.invitation",
    locale: "it",
    toAddress: `person${index}@ente.test`,
    params: { link: "/invito/a-secret" },
    state: index === 0 ? ("DEAD" as const) : ("SENT" as const),
    lastError: index === 0 ? "permanent: EENVELOPE 550" : null,
  }));
  const written = await db.mail.createManyAndReturn({ data: rows, select: { id: true, state: true } });
  id = written.find(({ state }) => state === "DEAD")?.id ?? "";
});

describe("the outbox", () => {
  test("shows envelopes to an administrator, and no link", async () => {
    const { rows } = await listMails(administrator, { state: "DEAD" });
    expect(rows).toMatchObject([
      { id, toAddress: "person0@ente.test", lastError: "permanent: EENVELOPE 550" },
    ]);
    expect(JSON.stringify(rows)).not.toContain("a-secret");
    expect(await countMails(administrator)).toMatchObject({ DEAD: 1, SENT: 4 });
  });

  test("goes on from page to page", async () => {
    const seen: string[] = [];
    let next: string | undefined;
    do {
      const after = readCursor(next);
      const page = await listMails(administrator, {}, { size: 2, ...(after ? { after } : {}) });
      seen.push(...page.rows.map((row) => row.id));
      next = page.next;
    } while (next);
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  });

  test("does not tell who is on a list, nor sends again what came back from there", async () => {
    await db.mail.update({
      where: { id },
      data: { listId: "camere.newsletter", state: "RETURNED", returnedAt: new Date("2026-03-23") },
    });
    const { rows } = await listMails(administrator, { state: "RETURNED" });
    expect(rows).toMatchObject([{ id, toAddress: null }]);
    expect(JSON.stringify(rows)).not.toContain("person0@ente.test");
    await expect(retryMail(administrator, { id })).rejects.toMatchObject({ code: "portal.mailNotRetried" });
  });

  test("is not shown to others", async () => {
    await expect(listMails(officer)).rejects.toThrow(ForbiddenError);
    await expect(countMails(officer)).rejects.toThrow(ForbiddenError);
  });
});

describe("retryMail", () => {
  test("puts a dead mail on its way again, and says so in the log", async () => {
    await retryMail(administrator, { id });
    expect(await db.mail.findUnique({ where: { id } })).toMatchObject({
      state: "QUEUED",
      attempts: 0,
      lastError: null,
    });
    expect(await db.event.findFirst({ where: { kind: "portal.mailRetried", subjectId: id } })).not.toBeNull();
    await expect(retryMail(administrator, { id })).rejects.toMatchObject({ code: "portal.mailNotRetried" });
  });

  test("sends what came back again, also where others came back", async () => {
    await db.mail.update({ where: { id }, data: { state: "RETURNED", returnedAt: new Date() } });
    await retryMail(administrator, { id });
    expect(await db.mail.findUnique({ where: { id } })).toMatchObject({
      state: "QUEUED",
      returnedAt: null,
      insists: true,
    });
  });

  test("does not find what is not there", async () => {
    const gone = "0192a000-0000-7000-8000-000000000000";
    await expect(retryMail(administrator, { id: gone })).rejects.toThrow(NotFoundError);
  });

  denied("retryMail", "to a data-protection officer", () => retryMail(officer, { id }));
});
