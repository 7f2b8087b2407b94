import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/e2e";
import { rows } from "@/tests/support/e2e-database";

/** Opens a page whose scripts come late: only once the function that is returned has been called. */
async function openSlowly(page: Page, address: string): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(address, { waitUntil: "commit" });
  return release;
}

test.describe("What is typed while the page is loading", () => {
  test("is kept as notes of a session, over an empty text and over one that is there", async ({
    page,
    login,
  }) => {
    const [session] = await rows<{ id: string }>(
      `insert into session (id, programme_id, kind, title, starts_at, ends_at, mode, place, audience, state, convened_at, updated_at)
       select gen_random_uuid(), id, 'TABLE', 'Tavolo che si apre piano', '2026-03-24T07:30Z', '2026-03-24T12:00Z', 'IN_PERSON',
         'Sala Adunanze', 'PROGRAMME', 'CONVENED', '2026-03-10', now()
       from programme where slug = 'camere-nuova-edizione' returning id`,
    );
    await login({ as: "coordinatore" });
    const address = `/area/programmi/camere-nuova-edizione/incontri/${session?.id}/in-corso`;
    for (const text of ["Scritto prima degli script", "Riscritto prima degli script"]) {
      const release = await openSlowly(page, address);
      await page.getByLabel("Note: Premessa").fill(text);
      release();
      await expect(page.getByRole("main").getByText(/^Salvato alle/)).toBeVisible();
      await expect(page.getByLabel("Note: Premessa")).toHaveValue(text);
      await page.unrouteAll({ behavior: "wait" });
    }
  });

  test("stays in a form that came with a text", async ({ page, login }) => {
    const [post] = await rows<{ thread: string; number: number }>(
      `insert into post (id, thread_id, number, author_id, markdown, html, renderer_version)
       select gen_random_uuid(), thread.id, (select max(number) + 1 from post where thread_id = thread.id), person.id, 'Com’era', '', 0
       from thread join person on person.id = thread.author_id where person.email = 'staff.a@demo.test' limit 1
       returning thread_id as thread, number`,
    );
    await login({ as: "staff.a" });
    const release = await openSlowly(
      page,
      `/area/programmi/camere-nuova-edizione/forum/discussioni/${post?.thread}/messaggi/${post?.number}`,
    );
    const text = page.getByLabel("Testo del messaggio");
    await expect(text).toHaveValue("Com’era");
    await text.fill("Scritto prima degli script");
    release();
    await expect(page.getByRole("button", { name: "Grassetto" })).toBeVisible();
    await expect(text).toHaveValue("Scritto prima degli script");
  });
});
