import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { systemActor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { DomainError } from "@/lib/platform/errors";
import type { MailParams } from "@/lib/platform/mail/queue";
import { renderMail } from "@/lib/platform/mail/render";
import { sweepDeclarations } from "@/lib/reuse/declarations/jobs";
import { showDeclaration } from "@/lib/reuse/declarations/moderation/mutations";
import { answerDeclaration, declareReuse } from "@/lib/reuse/declarations/mutations";
import { findMailedDeclaration, getDeclarable, listDeclarations } from "@/lib/reuse/declarations/queries";
import { declareReuseSchema } from "@/lib/reuse/declarations/schema";
import { withdrawItem } from "@/lib/reuse/mutations";
import { getItem } from "@/lib/reuse/queries";
import { denied } from "@/tests/support/denied";
import { aWorkingGroup, type WorkingGroup } from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";
import { mailedToken } from "@/tests/support/interest-factories";
import { anItem, declarationForm } from "@/tests/support/reuse-factories";

let group: WorkingGroup;
let item: Awaited<ReturnType<typeof anItem>>;
let gone: Awaited<ReturnType<typeof anItem>>;
const visitor = visitorActor(moment);
let client = 0;
const from = () => {
  client += 1;
  return { client: `198.51.100.${client}` };
};
beforeAll(async () => {
  group = await aWorkingGroup();
  gone = await anItem(group);
  await withdrawItem(group.coordinator, { id: gone.id, version: 1, reason: "OUTDATED", note: "" });
});
let address = 0;
beforeEach(async () => {
  address += 1;
  item = await anItem(group);
});

const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: unknown) => error as DomainError,
  );
const form = (fields: Record<string, unknown> = {}, of: { id: string } = item) =>
  declarationForm(of, { email: `riuso-${address}@fuori.test`, ...fields });
const states = async () => {
  const { rows } = await listDeclarations(group.coordinator, group.programme.id, { item: item.id });
  return rows.map(({ state }) => state);
};

describe("an organisation that reuses an item", () => {
  test("is read by the coordinator once it has followed the mailed link, and by nobody before", async () => {
    const input = form({ url: "https://ente.example.org/riuso" });
    expect(await declareReuse(visitor, input, from())).toEqual({ slug: item.slug });
    expect(await states()).toEqual([]);
    const mail = await db.mail.findFirstOrThrow({ where: { toAddress: input.email } });
    const { text } = await renderMail({ ...mail, params: mail.params as MailParams });
    expect(text).toMatch(/http:\/\/localhost:3000\/dichiarazione\/[\w-]{40,}/);
    expect(text).toContain(input.organisationName);
    const token = await mailedToken(input.email);
    const row = await db.reuseDeclaration.findFirstOrThrow({ where: { email: input.email } });
    expect(row.tokenHash).not.toBe(token);
    // Looking at it changes nothing.
    expect(await findMailedDeclaration(visitor, token)).toMatchObject({ state: "PENDING" });
    await answerDeclaration(visitor, { token, answer: "confirm" }, from());
    await answerDeclaration(visitor, { token, answer: "confirm" }, from());
    expect(await states()).toEqual(["WAITING"]);
    // Waiting is not shown.
    expect((await getItem(visitor, item.slug)).declarations).toEqual([]);
    const events = await db.event.findMany({ where: { subjectId: item.id }, orderBy: { seq: "asc" } });
    expect(events.map(({ kind, data }) => [kind, data])).toEqual([
      ["reuse.published", expect.anything()],
      ["reuse.declared", { declarationId: row.id }],
      ["reuse.declarationConfirmed", { declarationId: row.id }],
    ]);
  });

  test("takes it back by the same link, and what was shown disappears", async () => {
    const input = form();
    await declareReuse(visitor, input, from());
    const token = await mailedToken(input.email);
    await answerDeclaration(visitor, { token, answer: "confirm" }, from());
    const { id, version } = await db.reuseDeclaration.findFirstOrThrow({ where: { email: input.email } });
    await showDeclaration(group.coordinator, { id, version });
    const [shown] = (await getItem(visitor, item.slug)).declarations;
    expect(shown).toMatchObject({ organisationName: input.organisationName });
    expect(JSON.stringify(shown)).not.toMatch(/Corbezzoli|fuori\.test/);
    await answerDeclaration(visitor, { token, answer: "withdraw" }, from());
    expect((await getItem(visitor, item.slug)).declarations).toEqual([]);
    expect(await states()).toEqual(["WITHDRAWN"]);
  });

  test("is not changed by who knows its address once it was confirmed", async () => {
    await declareReuse(visitor, form(), from());
    const first = await mailedToken(form().email);
    await declareReuse(visitor, form({ purpose: "Corretto." }), from());
    const second = await mailedToken(form().email);
    expect(await findMailedDeclaration(visitor, first)).toEqual({ state: "unknown" });
    await answerDeclaration(visitor, { token: second, answer: "confirm" }, from());
    await declareReuse(visitor, form({ purpose: "Altro", organisationName: "Altri" }), from());
    const row = await db.reuseDeclaration.findFirstOrThrow({ where: { itemId: item.id } });
    expect(row).toMatchObject({ purpose: "Corretto.", state: "WAITING" });
    expect(await db.reuseDeclaration.count({ where: { itemId: item.id } })).toBe(1);
  });

  test("is too late after a week, and when the item was withdrawn", async () => {
    await declareReuse(visitor, form(), from());
    const token = await mailedToken(form().email);
    const afterAWeek = visitorActor(new Date(moment.getTime() + 7 * 86_400_000));
    expect(await findMailedDeclaration(afterAWeek, token)).toMatchObject({ state: "EXPIRED" });
    expect((await refusal(answerDeclaration(afterAWeek, { token, answer: "confirm" }, from())))?.code).toBe(
      "reuse.linkExpired",
    );
    await withdrawItem(group.coordinator, { id: item.id, version: 1, reason: "RIGHTS", note: "" });
    expect((await refusal(answerDeclaration(visitor, { token, answer: "confirm" }, from())))?.code).toBe(
      "reuse.withdrawn",
    );
  });

  test("cannot have a stranger's letter box filled", async () => {
    for (let time = 0; time < 4; time += 1) await declareReuse(visitor, form(), from());
    expect((await refusal(declareReuse(visitor, form(), from())))?.code).toBe("tooManyAttempts");
    expect(await db.mail.count({ where: { toAddress: form().email } })).toBe(4);
  });

  test.each([
    [{ organisationName: "Vincete su https://male.example" }, "organisationName", "reuse.plainName"],
    [{ contactName: "a@b.it" }, "contactName", "reuse.plainName"],
    [{ email: "nessuno" }, "email", "people.emailInvalid"],
    [{ url: "javascript:alert(1)" }, "url", "reuse.pageAddress"],
    [{ url: "ente.it/pagina" }, "url", "reuse.pageAddress"],
    [{ purpose: "" }, "purpose", "required"],
    [{ purpose: "x".repeat(1_001) }, "purpose", "tooLong"],
  ])("does not send %j", (fields, path, code) => {
    const whole = { ...form(), url: undefined, ...fields };
    const issue = declareReuseSchema.safeParse(whole).error?.issues.find((one) => one.path[0] === path);
    expect(issue?.message).toBe(code);
  });

  test("leaves contact and address behind when it is over", async () => {
    await declareReuse(visitor, form(), from());
    const token = await mailedToken(form().email);
    const other = form({ email: `mai-${address}@fuori.test` });
    await declareReuse(visitor, other, from());
    await answerDeclaration(visitor, { token, answer: "confirm" }, from());
    await answerDeclaration(visitor, { token, answer: "withdraw" }, from());
    const sweep = (at: string) => sweepDeclarations(systemActor("sweep", new Date(at)));
    await sweep("2026-04-15T00:00:00Z");
    expect(await db.reuseDeclaration.findMany({ where: { itemId: item.id } })).toMatchObject([
      { state: "WITHDRAWN", contactName: "Bice Corbezzoli" },
    ]);
    await sweep("2026-10-15T00:00:00Z");
    expect(await db.reuseDeclaration.findMany({ where: { itemId: item.id } })).toMatchObject([
      { contactName: null, email: null, tokenHash: null, organisationName: "Unione dei Comuni di Prova" },
    ]);
  });

  test("does not find the form of what was withdrawn", async () => {
    expect(await refusal(getDeclarable(visitor, gone.slug))).toMatchObject({ name: "NotFoundError" });
  });

  denied("declareReuse", "of an item that was withdrawn", () =>
    declareReuse(visitor, form({}, gone), from()),
  );
  denied("answerDeclaration", "by a link that was forged", () =>
    answerDeclaration(visitor, { token: "x".repeat(43), answer: "confirm" }, from()),
  );
});
