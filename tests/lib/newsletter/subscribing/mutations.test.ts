import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sweepNewsletter } from "@/lib/newsletter/subscribing/jobs";
import {
  askForNewsletter,
  confirmSubscription,
  endSubscription,
} from "@/lib/newsletter/subscribing/mutations";
import { findRequest, findSubscription } from "@/lib/newsletter/subscribing/queries";
import { askForNewsletterSchema } from "@/lib/newsletter/subscribing/schema";
import { endingToken, subscriptionOfToken } from "@/lib/newsletter/subscribing/token";
import { systemActor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { type DomainError, ForbiddenError } from "@/lib/platform/errors";
import type { MailParams } from "@/lib/platform/mail/queue";
import { renderMail } from "@/lib/platform/mail/render";
import { denied } from "@/tests/support/denied";
import { aProgramme, moment } from "@/tests/support/factories";
import { mailedToken } from "@/tests/support/interest-factories";
import { anUnreachable, aSubscription, askForm } from "@/tests/support/newsletter-factories";

const visitor = visitorActor(moment);
let programme: Awaited<ReturnType<typeof aProgramme>>;
let draft: { id: string };
let count = 0;
let email: string;
const from = () => ({ client: `198.51.100.${count}` });

beforeAll(async () => {
  draft = await aProgramme({ state: "DRAFT" });
});
beforeEach(async () => {
  count += 1;
  email = `lettrice-${count}@fuori.test`;
  programme = await aProgramme();
});

const ask = (fields: Record<string, unknown> = {}) =>
  askForNewsletter(visitor, askForm({ email, programme: programme.id, ...fields }), from());
const confirm = async (token?: string, actor = visitor) =>
  confirmSubscription(actor, { token: token ?? (await mailedToken(email)) }, from());
const requests = () => db.newsletterRequest.findMany({ where: { email } });
const subscriptions = () => db.newsletterSubscription.findMany({ where: { email } });
const mailsTo = (address: string) => db.mail.findMany({ where: { toAddress: address } });
const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: unknown) => error as DomainError,
  );

describe("asking", () => {
  test("sends a link, and there is no subscription before it is followed and confirmed", async () => {
    await ask({ locale: "en" });
    const token = await mailedToken(email);
    const [request] = await requests();
    expect(request).toMatchObject({ programmeId: programme.id, lang: "en", requestedAt: moment });
    expect(request?.tokenHash).not.toBe(token);
    const [mail] = await mailsTo(email);
    expect(mail).toMatchObject({ insists: true, listId: `${programme.slug}.newsletter` });
    const { text } = await renderMail({
      ...mail,
      template: mail?.template ?? "",
      locale: "en",
      params: mail?.params as MailParams,
    });
    expect(text).toMatch(/http:\/\/localhost:3000\/en\/newsletter\/confirm\/[\w-]{43}/);
    expect(text).toContain("the programme “Prova ");
    // Looking at it changes nothing.
    expect(await findRequest(visitor, token)).toMatchObject({ isExpired: false });
    expect(await subscriptions()).toEqual([]);
    await confirm(token);
    expect(await requests()).toEqual([]);
    const [subscription] = await subscriptions();
    expect(subscription).toMatchObject({
      programmeId: programme.id,
      lang: "en",
      requestedAt: moment,
      confirmedAt: moment,
    });
    expect(await findRequest(visitor, token)).toBeNull();
    const kinds = await db.event.findMany({
      where: { subjectId: { in: [request?.id ?? "", subscription?.id ?? ""] } },
      orderBy: { seq: "asc" },
    });
    expect(kinds.map(({ kind, data }) => [kind, data])).toEqual([
      ["newsletter.asked", {}],
      ["newsletter.subscribed", {}],
    ]);
  });

  test("again makes the first link worthless; who is subscribed gets a link as everybody", async () => {
    await ask();
    const first = await mailedToken(email);
    await ask();
    expect(await findRequest(visitor, first)).toBeNull();
    await confirm();
    await ask({ locale: "en" });
    expect(await mailsTo(email)).toHaveLength(3);
    expect(await subscriptions()).toMatchObject([{ lang: "it" }]);
    await confirm();
    expect(await subscriptions()).toMatchObject([{ lang: "en", confirmedAt: moment }]);
  });

  test("for all programmes takes the place of each; one more is then none", async () => {
    const other = await aProgramme();
    for (const one of [programme.id, other.id, undefined]) {
      await ask({ programme: one });
      await confirm();
    }
    expect(await subscriptions()).toMatchObject([{ programmeId: null }]);
    await ask();
    await confirm();
    expect(await subscriptions()).toMatchObject([{ programmeId: null }]);
  });

  test("and confirming twice at once is one subscription", async () => {
    await ask();
    const token = await mailedToken(email);
    const results = await Promise.allSettled([confirm(token), confirm(token)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await subscriptions()).toHaveLength(1);
  });

  test("is too late after two days, and gone with the sweep, the mail too", async () => {
    await ask();
    const token = await mailedToken(email);
    const late = visitorActor(new Date("2026-03-25T09:00:00Z"));
    expect(await findRequest(late, token)).toMatchObject({ isExpired: true });
    expect((await refusal(confirm(token, late)))?.code).toBe("newsletter.linkExpired");
    await sweepNewsletter(systemActor("sweep", new Date("2026-03-25T08:59:59Z")));
    expect(await requests()).toHaveLength(1);
    await sweepNewsletter(systemActor("sweep", late.at));
    expect(await requests()).toEqual([]);
    expect(await mailsTo(email)).toEqual([]);
  });

  test("cannot have a stranger's letter box filled", async () => {
    for (let time = 0; time < 4; time += 1) await ask();
    expect((await refusal(ask()))?.code).toBe("tooManyAttempts");
    expect(await mailsTo(email)).toHaveLength(4);
  });

  test.each([
    [{ email: "nessuno" }, "email", "people.emailInvalid"],
    [{ programme: "tutti" }, "programme", "chooseOne"],
  ])("with %j is refused", (fields, path, code) => {
    const parsed = askForNewsletterSchema.safeParse({ email, ...fields });
    expect(parsed.error?.issues.find((one) => one.path[0] === path)?.message).toBe(code);
  });

  denied("askForNewsletter", "for a programme that is not public", () => ask({ programme: draft.id }));
  denied("confirmSubscription", "by a link that was forged", () => confirm("x".repeat(43)));
});

describe("ending", () => {
  const over = (id: string) => endSubscription(visitor, { token: endingToken(id) }, from());

  test("leaves nothing behind, and is no fault when asked again", async () => {
    await ask();
    await confirm();
    await ask();
    const [{ id } = { id: "" }] = await subscriptions();
    expect(await findSubscription(visitor, endingToken(id))).toMatchObject({ isOver: false });
    await over(id);
    await over(id);
    expect([await subscriptions(), await requests(), await mailsTo(email)]).toEqual([[], [], []]);
    expect(await findSubscription(visitor, endingToken(id))).toEqual({ isOver: true });
    const events = await db.event.findMany({ where: { subjectId: id, kind: "newsletter.ended" } });
    expect(events).toMatchObject([{ actorKind: "visitor", data: { reason: "asked" } }]);
    expect(JSON.stringify(events.map(({ seq: _seq, ...event }) => event))).not.toContain(email);
  });

  test("one of several leaves the others, and their mails", async () => {
    const other = await aProgramme();
    await ask();
    await confirm();
    await ask({ programme: other.id });
    await confirm();
    const ended = (await subscriptions()).find((one) => one.programmeId === programme.id);
    await over(ended?.id ?? "");
    expect(await subscriptions()).toMatchObject([{ programmeId: other.id }]);
    expect(await mailsTo(email)).toMatchObject([{ listId: `${other.slug}.newsletter` }]);
  });

  test("comes by itself where mail is not sent any more, as for people", async () => {
    const lost = await aSubscription(programme.id, { email });
    const kept = await aSubscription(programme.id);
    await anUnreachable(email);
    await sweepNewsletter(systemActor("sweep", moment));
    expect(await subscriptions()).toEqual([]);
    expect(await db.newsletterSubscription.count({ where: { id: kept.id } })).toBe(1);
    const events = await db.event.findMany({ where: { subjectId: lost.id } });
    expect(events).toMatchObject([{ kind: "newsletter.ended", data: { reason: "unreachable" } }]);
    await expect(sweepNewsletter(visitor)).rejects.toThrow(ForbiddenError);
    // Asked for anew and confirmed, the address counts as reached.
    await ask();
    await confirm();
    expect(await db.mailAddress.count({ where: { address: email } })).toBe(0);
  });

  test("a token tells its subscription, and one that was changed tells nothing", () => {
    const id = "01990000-0000-7000-8000-000000000001";
    const token = endingToken(id);
    expect(subscriptionOfToken(token)).toBe(id);
    expect(subscriptionOfToken(token.replace("-NEWSLETTER-", "-FORUM-"))).toBeNull();
    expect(subscriptionOfToken(`f${token.slice(1)}`)).toBeNull();
    expect(subscriptionOfToken(token.replace(/.{40}$/, "0".repeat(40)))).toBeNull();
  });

  let forged: string;
  beforeEach(async () => {
    const { id } = await aSubscription(programme.id);
    forged = endingToken(id).replace(/.{40}$/, "0".repeat(40));
  });
  denied("endSubscription", "by a link that was forged", () =>
    endSubscription(visitor, { token: forged }, from()),
  );
});
