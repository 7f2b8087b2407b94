import { afterAll, beforeAll, expect, test } from "vitest";
import { crashAgainAndAgain, sendWhatWaits, type Victim } from "../support/crash-rounds";
import { type DurableData, openDurable } from "../support/durable";
import { type ReceivedMail, startSmtpServer } from "../support/smtp-server";

/** `npm run proof -- crash` kills ten times as often, while mails leave. */
const isProof = process.env.SPERIMENTA_PROOF === "1";
// A web server and a worker take seconds of a processor to start, the database next to nothing.
const databases: Victim[] = ["database", "database", "database", "database"];
const order: Victim[] = ["web", ...databases, "worker", ...databases];
const victims = Array.from(
  { length: isProof ? 200 : 20 },
  (_, round) => order[round % order.length] ?? "web",
);

let data: DurableData;

beforeAll(async () => {
  data = await openDurable();
});
afterAll(() => data.close());

test("nothing that was acknowledged is lost and nothing is half done, whatever is killed", {
  timeout: isProof ? 7_200_000 : 300_000,
}, async () => {
  const smtp = isProof ? await startSmtpServer() : null;
  const report = await crashAgainAndAgain(data, victims, smtp ? { SMTP_URL: smtp.url } : {});
  const { acknowledged, unanswered, ...wrong } = report;
  console.log({ kills: victims.length, acknowledged, unanswered });
  expect(wrong).toEqual({ lost: [], doubled: [], broken: [] });
  expect(acknowledged).toBeGreaterThan(victims.length);
  expect(unanswered).toBeGreaterThan(0);
  if (!smtp) return;
  await sendWhatWaits(data, smtp.url);
  await smtp.close();
  await expectEachMailSent(smtp.received);
});

async function expectEachMailSent(received: ReceivedMail[]): Promise<void> {
  const identifiers = received.map(({ raw }) => /^message-id: (.*)$/im.exec(raw)?.[1] ?? "");
  const sent = new Set(identifiers);
  const again = identifiers.length - sent.size;
  const [mails] = await data.rows<{ n: number }>("select count(*)::int as n from mail");
  console.log({ mails: mails?.n, sentAgain: again });
  expect(sent.size).toBe(mails?.n);
  // The worker sends two at a time; those that were under way when it or its database was killed may go out again.
  expect(again).toBeLessThanOrEqual(2 * victims.filter((victim) => victim !== "web").length);
}
