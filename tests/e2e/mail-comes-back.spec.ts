import type { APIRequestContext } from "@playwright/test";
import { mailToken } from "@/lib/platform/mail/inbound/token";
import { addressWith } from "@/lib/platform/mail-address";
import { expect, test } from "@/tests/support/e2e";
import { expectAccessible } from "@/tests/support/e2e-axe";
import { mailsAbout, rows } from "@/tests/support/e2e-database";
import { aMail, aReport } from "@/tests/support/inbound-mails";

const forum = "/area/programmi/camere-nuova-edizione/forum";
const { INBOUND_MAIL_ADDRESS: inbound = "", INBOUND_MAIL_SECRET: secret = "" } = process.env;

/** As the body's mail server does. */
async function handOn(request: APIRequestContext, mail: string): Promise<number> {
  const answer = await request.post("/api/inbound/reply", {
    data: Buffer.from(mail),
    headers: { authorization: `Bearer ${secret}`, "content-type": "message/rfc822" },
  });
  return answer.status();
}

/** The journeys' portal keeps its mails: these have left all the same. */
async function sentTo(address: string, about: string): Promise<{ id: string; toAddress: string }> {
  const found = () =>
    rows<{ id: string }>(
      `update mail set state = 'SENT', sent_at = '2026-03-24T07:00Z'
       where id = (select id from mail where to_address = $1 and position($2 in params::text) > 0
         order by created_at desc limit 1) and state in ('KEPT', 'SENT') returning id`,
      [address, about],
    );
  await expect.poll(async () => (await found()).length).toBe(1);
  const [mail] = await found();
  return { id: mail?.id ?? "", toAddress: address };
}

test.describe("Somebody who reads the forum by mail", () => {
  test("answers by mail, and hears by mail when that was not possible", async ({
    page,
    login,
    visit,
    request,
  }) => {
    const title = "Si può rispondere per posta?";
    const email = "staff.a@demo.test";
    await login({ as: "staff.a" });
    await page.goto(forum);
    await page.getByRole("main").getByRole("link", { name: "Schede dei profili" }).first().click();
    await page.getByRole("link", { name: "Apri una discussione" }).first().click();
    await page.getByLabel("Titolo").fill(title);
    await page.getByLabel("Messaggio", { exact: true }).fill("Lo chiedo perché sono spesso in viaggio.");
    await page.getByRole("button", { name: "Apri la discussione" }).click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    const thread = page.url();

    const coordinator = await visit({ as: "coordinatore" });
    await coordinator.goto(thread);
    await coordinator.getByLabel("La vostra risposta").fill("Sì: scrivete sopra la riga.");
    await coordinator.getByRole("button", { name: "Pubblica la risposta" }).click();
    await expect(coordinator.getByRole("article")).toHaveCount(2);

    const mail = await sentTo(email, title);
    const to = addressWith(mailToken(mail, "reply"), inbound);
    const text = "Grazie, **provo subito**.\r\n\r\nIl giorno mar 24 mar 2026 Sperimenta ha scritto:\r\n> Sì";
    expect(await handOn(request, aMail({ from: email, to, text }))).toBe(202);
    expect(await handOn(request, aMail({ from: "altri@demo.test", to, text, messageId: "<b@x.test>" }))).toBe(
      202,
    );
    await page.goto(thread);
    await expect(page.getByRole("article")).toHaveCount(3);
    await expect(page.getByRole("article").last()).toContainText("Grazie, provo subito.");
    await expect(page.getByRole("article").last()).not.toContainText("ha scritto");

    await rows("update thread set locked_at = '2026-03-24T08:00Z' where title = $1", [title]);
    expect(await handOn(request, aMail({ from: email, to, text, messageId: "<c@x.test>" }))).toBe(202);
    await expect
      .poll(async () => (await mailsAbout(title, "forum.answerRefused")).map((one) => one.params.reason))
      .toEqual(["threadLocked"]);
  });
});

test.describe("Somebody whose mail comes back", () => {
  test.afterAll(() => rows("delete from mail_address"));

  test("reads so in the area, and the administrator in the lists", async ({
    page,
    login,
    visit,
    request,
  }) => {
    const email = "staff.b@demo.test";
    for (const time of [1, 2, 3]) {
      const [mail] = await rows<{ id: string }>(
        `insert into mail (id, dedupe_key, template, locale, to_address, params, state, sent_at)
         values (gen_random_uuid(), $1, 'notifications.posted', 'it', $2, '{}', 'SENT', '2026-03-24T07:00Z') returning id`,
        [`journey: a mail that comes back ${time}`, email],
      );
      const to = addressWith(mailToken({ id: mail?.id ?? "", toAddress: email }, "return"), inbound);
      expect(await handOn(request, aReport({ to, about: email }))).toBe(202);
    }
    await login({ as: "staff.b" });
    await page.goto("/area");
    await expect(page.getByRole("main")).toContainText(`La posta a ${email} torna indietro`);
    await expectAccessible(page);
    await page.goto("/en/area");
    await expect(page.getByRole("main")).toContainText(`Mail to ${email} comes back`);

    const administrator = await visit({ as: "amministratore" });
    await administrator.goto("/area/amministrazione/persone");
    await administrator.getByLabel("Stato").selectOption({ label: "la posta torna indietro" });
    await administrator.getByRole("button", { name: "Filtra" }).click();
    await expect(administrator.getByRole("row", { name: new RegExp(email) })).toContainText(
      "la posta torna indietro",
    );
    await administrator.goto("/area/amministrazione/posta?state=RETURNED");
    await expect(administrator.getByRole("row", { name: new RegExp(email) }).first()).toContainText(
      "Tornato indietro",
    );
  });
});
