import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { personActor, systemActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { receiveReport } from "@/lib/platform/mail/inbound/mutations";
import { findAnsweredMail } from "@/lib/platform/mail/inbound/queries";
import { mailToken } from "@/lib/platform/mail/inbound/token";
import { queueMail } from "@/lib/platform/mail/queue";
import { sendMail } from "@/lib/platform/mail/send";
import { addressWith } from "@/lib/platform/mail-address";
import { atOnce } from "@/tests/support/at-once";
import { denied } from "@/tests/support/denied";
import { moment } from "@/tests/support/factories";
import { startSmtpServer } from "@/tests/support/smtp-server";

const system = systemActor("inbound-mail", moment);
const later = (days: number) => systemActor("inbound-mail", new Date(moment.getTime() + days * 86_400_000));
const gone = [{ action: "failed", status: "5.1.1" }];
const inbound = { address: "risposte@ente.test", secret: "x" };
let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
let count = 0;
let address: string;
let untouched: { id: string; toAddress: string };

beforeAll(async () => {
  smtp = await startSmtpServer();
  Object.assign(env(), { inbound });
  untouched = await aSent(`mai-${Math.random()}@ente.test`);
});
afterAll(async () => {
  Object.assign(env(), { inbound: null });
  await smtp.close();
});
beforeEach(() => {
  count += 1;
  address = `ada-${count}-${Math.random().toString(36).slice(2)}@ente.test`;
  smtp.mood = "accept";
  smtp.received.length = 0;
});

async function aQueued(to = address, facts: { insists?: boolean } = {}): Promise<string> {
  count += 1;
  const id = await db.$transaction((tx) =>
    queueMail(tx, {
      dedupeKey: `return:${count}:${Math.random()}`,
      template: "notifications.requestCreated",
      locale: "it",
      to: { address: to },
      params: { name: "Ada", programme: "P", request: "R", due: "D", body: "B", link: "/area" },
      ...facts,
    }),
  );
  return id ?? "";
}
const send = (id: string, at = moment) =>
  sendMail(id, at, { smtpUrl: smtp.url, from: "Portale <p@ente.test>" });
async function aSent(to = address): Promise<{ id: string; toAddress: string }> {
  const id = await aQueued(to);
  await send(id);
  return { id, toAddress: to };
}
const stateOf = async (id: string) =>
  await db.mail.findUniqueOrThrow({
    where: { id },
    select: { state: true, lastError: true, returnedAt: true },
  });
const knownOf = () => db.mailAddress.findUnique({ where: { address } });

describe("a mail that left", () => {
  test("names to its servers the address under which it comes back, another for each", async () => {
    const { id } = await aSent();
    const from = addressWith(mailToken({ id, toAddress: address }, "return"), inbound.address);
    expect(smtp.received[0]?.from).toBe(from);
    expect(smtp.received[0]?.raw).toContain("From: Portale <p@ente.test>");
    const token = mailToken({ id, toAddress: address }, "return");
    expect(await findAnsweredMail(system, token)).toMatchObject({ use: "return", mail: { id } });
  });

  test("and came back is shown so, in the log too; the same message twice counts once", async () => {
    const mail = await aSent();
    expect(await receiveReport(system, mail, gone)).toBe("returned");
    expect(await stateOf(mail.id)).toEqual({
      state: "RETURNED",
      lastError: "returned: 5.1.1",
      returnedAt: moment,
    });
    expect(await receiveReport(system, mail, gone)).toBe("duplicate");
    expect(await knownOf()).toMatchObject({ failures: 1, unreachableAt: null });
    const events = await db.event.findMany({ where: { subjectId: mail.id } });
    expect(events.map(({ kind, data }) => ({ kind, data }))).toEqual([
      { kind: "portal.mailReturned", data: { status: "5.1.1", unreachable: false } },
    ]);
  });

  test("and is said to have come back twice at once counts once", async () => {
    const mail = await aSent();
    const outcomes = await atOnce({ table: "mail", id: mail.id }, [
      () => receiveReport(system, mail, gone),
      () => receiveReport(system, mail, gone),
    ]);
    expect(outcomes.toSorted()).toEqual(["duplicate", "returned"]);
    expect(await knownOf()).toMatchObject({ failures: 1 });
  });

  test.each([
    ["what is for now alone", [{ action: "delayed", status: "4.2.2" }], "passing"],
    ["what was delivered", [{ action: "delivered", status: "2.0.0" }], "passing"],
    ["a mail that is no such message", [], "noReport"],
  ] as const)("is as it was after %s", async (_what, reports, outcome) => {
    const mail = await aSent();
    expect(await receiveReport(system, mail, reports)).toBe(outcome);
    expect(await stateOf(mail.id)).toMatchObject({ state: "SENT" });
    expect(await knownOf()).toBeNull();
  });

  test("comes back under no token that is forged, nor before it left", async () => {
    const waiting = { id: await aQueued(), toAddress: address };
    expect(await findAnsweredMail(system, mailToken(waiting, "return"))).toBeNull();
    const mail = await aSent();
    expect(
      await findAnsweredMail(system, mailToken({ ...mail, toAddress: "x@y.test" }, "return")),
    ).toBeNull();
    expect(await findAnsweredMail(system, "parola-di-prova")).toBeNull();
  });
});

describe("an address", () => {
  const fail = async (actor = system, reports = gone) => receiveReport(actor, await aSent(), reports);

  test("from which three mails came back gets no more, but what somebody asks for", async () => {
    const waiting = await aQueued();
    for (const _one of [1, 2]) await fail();
    expect(await knownOf()).toMatchObject({ unreachableAt: null });
    await fail();
    expect(await knownOf()).toMatchObject({ failures: 3, unreachableAt: moment });
    smtp.received.length = 0;
    await send(waiting);
    expect(await stateOf(waiting)).toMatchObject({ state: "UNREACHABLE" });
    expect(smtp.received).toHaveLength(0);
    const asked = await aQueued(address, { insists: true });
    await send(asked);
    expect(await stateOf(asked)).toMatchObject({ state: "SENT" });
  });

  test("counts mails that come back at the same moment each", async () => {
    const mails = [await aSent(), await aSent(), await aSent()];
    await Promise.all(mails.map((mail) => receiveReport(system, mail, gone)));
    expect(await knownOf()).toMatchObject({ failures: 3, unreachableAt: moment });
  });

  test("is forgiven what lies longer back than the rule says", async () => {
    await fail();
    await fail();
    await fail(later(31));
    expect(await knownOf()).toMatchObject({ failures: 1, unreachableAt: null });
  });

  test("is not charged with what servers think of the text or the sender", async () => {
    for (const _one of [1, 2, 3]) await fail(system, [{ action: "failed", status: "5.7.1" }]);
    expect(await knownOf()).toBeNull();
  });

  test("that the first server knows not counts the same", async () => {
    smtp.mood = "refuse";
    for (const _one of [1, 2, 3]) await aSent();
    expect(await knownOf()).toMatchObject({ failures: 3, unreachableAt: moment });
  });

  test("is not charged with a server that is busy", async () => {
    smtp.mood = "busy";
    await aSent();
    expect(await knownOf()).toBeNull();
  });
});

denied("receiveReport", "to a person", () =>
  receiveReport(personActor({ personId: untouched.id, assignments: [] }, moment), untouched, gone),
);
