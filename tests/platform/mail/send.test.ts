import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { queueMail } from "@/lib/platform/mail/queue";
import { sendMail } from "@/lib/platform/mail/send";
import { DeliveryError, deliver } from "@/lib/platform/mail/transport";
import { startSmtpServer } from "@/tests/support/smtp-server";

const at = new Date("2026-11-23T09:00:00Z");
const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);
let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
let settings: { smtpUrl?: string; from: string };
let count = 0;

beforeAll(async () => {
  smtp = await startSmtpServer();
  settings = { smtpUrl: smtp.url, from: "Sperimenta <portale@ente.test>" };
});
afterAll(() => smtp.close());
beforeEach(() => {
  smtp.mood = "accept";
  smtp.received.length = 0;
});

const base = {
  template: "notifications.requestCreated",
  locale: "it",
  to: { address: "referente@ente.test" },
  params: {
    name: "Ada",
    programme: "Profili professionali",
    request: "Scheda di analisi",
    due: "30 novembre 2026, 23:59",
    body: "Valfiorita",
    link: "/area/programmi/x/consegne",
  },
} as const;

async function aMail(changes: Partial<Parameters<typeof queueMail>[1]> = {}): Promise<string> {
  count += 1;
  const id = await db.$transaction((tx) =>
    queueMail(tx, { ...base, dedupeKey: `test:${count}`, ...changes }),
  );
  if (!id) throw new Error("was not queued");
  await db.mail.update({ where: { id }, data: { createdAt: at } });
  return id;
}

const stateOf = (id: string) =>
  db.mail.findUniqueOrThrow({
    where: { id },
    select: { state: true, attempts: true, lastError: true, sentAt: true, params: true },
  });
const jobsOf = (id: string) =>
  db.$queryRaw<{ run_at: Date }[]>`select run_at from graphile_worker.jobs where key = ${`mail:${id}`}`;

describe("queueMail", () => {
  test("writes the mail and its job together, and neither when the change fails", async () => {
    const id = await aMail();
    expect(await jobsOf(id)).toHaveLength(1);
    const failing = db.$transaction(async (tx) => {
      await queueMail(tx, { ...base, dedupeKey: "test:rolled-back" });
      throw new Error("the change failed");
    });
    await expect(failing).rejects.toThrow("the change failed");
    expect(await db.mail.count({ where: { dedupeKey: "test:rolled-back" } })).toBe(0);
  });

  test("writes one mail per key", async () => {
    const write = () => db.$transaction((tx) => queueMail(tx, { ...base, dedupeKey: "test:same" }));
    const ids = await Promise.all([write(), write(), write()]);
    expect(ids.filter(Boolean)).toHaveLength(1);
  });
});

describe("sendMail", () => {
  test("sends once, with a stable identifier, as text and page", async () => {
    const id = await aMail();
    await sendMail(id, at, settings);
    await sendMail(id, later(1), settings);
    expect(smtp.received).toHaveLength(1);
    const [mail] = smtp.received;
    expect(mail?.to).toEqual(["referente@ente.test"]);
    expect(mail?.raw).toContain(`Message-ID: <${id}@localhost>`);
    expect(mail?.raw).toContain("text/plain");
    expect(mail?.raw).toContain("text/html");
    expect(mail?.raw).toContain("http://localhost:3000/area/programmi/x/consegne");
    expect(await stateOf(id)).toMatchObject({ state: "SENT", attempts: 1, sentAt: at });
  });

  test("two workers send it once", async () => {
    const id = await aMail();
    await Promise.all([sendMail(id, at, settings), sendMail(id, at, settings), sendMail(id, at, settings)]);
    expect(smtp.received).toHaveLength(1);
  });

  test("a worker that was killed while sending leaves it to another when its time is over", async () => {
    const id = await aMail();
    await db.mail.update({ where: { id }, data: { leasedTo: later(60), attempts: 1 } });
    await db.$executeRaw`select graphile_worker.remove_job(${`mail:${id}`})`;
    await sendMail(id, later(30), settings);
    expect(smtp.received).toHaveLength(0);
    // The job that came too early has ended: another has to come when the time is over.
    expect((await jobsOf(id)).map((job) => job.run_at)).toEqual([later(60)]);
    await sendMail(id, later(61), settings);
    expect(smtp.received).toHaveLength(1);
  });

  test("carries a calendar with its method", async () => {
    const content = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";
    const id = await aMail({ calendar: { content, method: "REQUEST" } });
    await sendMail(id, at, settings);
    expect(smtp.received[0]?.raw).toMatch(/text\/calendar; charset=utf-8; method=REQUEST/i);
    // It may name the address by which its reader replies: the outbox keeps no copy.
    expect(await db.mail.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "SENT",
      calendar: null,
    });
  });

  test("keeps a mail when no server is set", async () => {
    const id = await aMail();
    await sendMail(id, at, { from: settings.from });
    expect(await stateOf(id)).toMatchObject({ state: "KEPT" });
  });

  test("forgets the secret of a link once it has left, and keeps it until then", async () => {
    const link = "/invito/a-secret-of-one-person";
    const id = await aMail({ params: { ...base.params, link } });
    smtp.mood = "busy";
    await sendMail(id, at, settings);
    expect((await stateOf(id)).params).toMatchObject({ link });
    smtp.mood = "accept";
    await sendMail(id, later(10), settings);
    expect(smtp.received[0]?.raw).toContain("a-secret-of-one-person");
    expect(JSON.stringify(await stateOf(id))).not.toContain("a-secret-of-one-person");
  });

  test("tries again after a temporary refusal, with growing pauses of at most four minutes", async () => {
    const id = await aMail();
    smtp.mood = "busy";
    const pauses: number[] = [];
    let moment = at;
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await sendMail(id, moment, settings);
      const [job] = await jobsOf(id);
      pauses.push(((job?.run_at ?? moment).getTime() - moment.getTime()) / 1000);
      moment = new Date(moment.getTime() + 300_000);
    }
    expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 240, 240]);
    expect(await stateOf(id)).toMatchObject({
      state: "FAILED",
      attempts: 8,
      lastError: "temporary: EENVELOPE 451",
    });
    smtp.mood = "accept";
    await sendMail(id, moment, settings);
    expect(await stateOf(id)).toMatchObject({ state: "SENT", lastError: null });
  });

  test("gives up after 48 hours", async () => {
    const id = await aMail();
    smtp.mood = "busy";
    await sendMail(id, later(48 * 3600 + 1), settings);
    expect(await stateOf(id)).toMatchObject({ state: "DEAD" });
  });

  test("a permanent refusal makes it dead at once, and says why without an address", async () => {
    const id = await aMail();
    smtp.mood = "refuse";
    await sendMail(id, at, settings);
    expect(await stateOf(id)).toMatchObject({ state: "DEAD", lastError: "permanent: EENVELOPE 550" });
  });

  test("a template without texts is dead, not half a mail", async () => {
    const id = await aMail({ template: "notifications.noSuchThing" });
    await sendMail(id, at, settings);
    expect(smtp.received).toHaveLength(0);
    expect(await stateOf(id)).toMatchObject({ state: "DEAD" });
  });
});

const plain = {
  messageId: "<a@b>",
  from: "a@b.test",
  to: "c@d.test",
  locale: "it",
  subject: "s",
  text: "t",
  html: "h",
};

test("a server that says nothing is left after a while", async () => {
  smtp.mood = "silent";
  const patience = { connectionTimeout: 200, greetingTimeout: 200, socketTimeout: 200 };
  await expect(deliver(smtp.url, plain, patience)).rejects.toMatchObject({ kind: "temporary" });
});

test("a server that is not there is a temporary fault", async () => {
  const gone = await startSmtpServer();
  await gone.close();
  const failure = await deliver(gone.url, plain).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(DeliveryError);
  expect(failure).toMatchObject({ kind: "temporary" });
});
