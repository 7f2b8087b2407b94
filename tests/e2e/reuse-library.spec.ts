import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/e2e";
import { mailsAbout, rows } from "@/tests/support/e2e-database";
import { textFile } from "@/tests/support/e2e-files";
import { declare, showDeclaration } from "@/tests/support/e2e-reuse";

const slug = "camere-nuova-edizione";

/** An approved deliverable that nobody has published yet. */
async function anApproved(): Promise<string> {
  const [found] = await rows<{ id: string }>(
    `select d.id from deliverable d join deliverable_request r on r.id = d.request_id
       join programme p on p.id = r.programme_id left join reuse_item i on i.document_id = d.document_id
     where p.slug = $1 and d.state in ('APPROVED', 'LOCKED') and i.id is null order by d.id limit 1`,
    [slug],
  );
  if (!found) throw new Error("the demonstration has no approved deliverable left");
  return found.id;
}

async function publish(page: Page, title: string): Promise<void> {
  await page.goto(`/area/programmi/${slug}/consegne/${await anApproved()}`);
  await page.getByRole("link", { name: "Pubblica nella biblioteca del riuso" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Pubblica nella biblioteca" })).toBeVisible();
  // The body that wrote it stands there already.
  await expect(page.getByLabel("Autori")).toHaveValue(/Camera di Commercio/);
  await page.getByLabel("Titolo", { exact: true }).fill(title);
  await page.getByRole("button", { name: "Pubblica", exact: true }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Scegliete almeno un argomento");
  await page.getByLabel("In breve").fill("Come si è fatto, passo per passo.");
  await page.getByRole("checkbox", { name: "Profili professionali" }).check();
  await page.getByRole("checkbox", { name: "Formazione" }).check();
  // A cover that is no picture is refused, and the rest of the form stays.
  await page.getByLabel("Immagine di copertina").setInputFiles(textFile("nota.txt", "non è un’immagine"));
  await page.getByRole("button", { name: "Pubblica", exact: true }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "La copertina è un’immagine PNG o JPEG",
  );
  await expect(page.getByRole("checkbox", { name: "Formazione" })).toBeChecked();
  await expect(page.getByLabel("Titolo", { exact: true })).toHaveValue(title);
  await page.getByLabel("Immagine di copertina").setInputFiles([]);
  await page.getByRole("button", { name: "Pubblica", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Edizione 1");
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "The reuse library" : "The reuse library, by plain forms", () => {
    test.use({ javaScriptEnabled });
    const title = javaScriptEnabled ? "Guida alla mappatura degli uffici" : "Guida scritta senza script";
    const reuser = javaScriptEnabled
      ? { organisation: "Comune di Valle Quieta", email: "nora@vallequieta.test" }
      : { organisation: "Comune di Monte Quieto", email: "nora@montequieto.test" };

    test("takes an approved deliverable, gives it to everybody, and shows who reuses it", async ({
      page,
      login,
      browser,
    }) => {
      test.setTimeout(300_000);
      await login({ as: "coordinatore" });
      await publish(page, title);

      const visitor = await browser.newContext({ javaScriptEnabled });
      const open = await visitor.newPage();
      await open.goto("/riuso");
      await open.getByLabel("Parole", { exact: true }).fill("guide");
      await open.getByLabel("Argomenti").selectOption("Formazione");
      await open.getByRole("button", { name: "Filtra" }).click();
      await open.getByRole("link", { name: title }).click();
      await expect(open.getByRole("heading", { level: 1, name: title })).toBeVisible();
      const address = open.url();
      const arriving = open.waitForEvent("download");
      await open.getByRole("link", { name: "Scarica", exact: true }).click();
      const bytes = readFileSync(await (await arriving).path());
      await expect(open.getByRole("main")).toContainText(createHash("sha256").update(bytes).digest("hex"));

      await declare(open, title, reuser);
      await open.goto(address);
      await expect(open.getByRole("main")).not.toContainText(reuser.organisation);

      await showDeclaration(page, slug, reuser);
      await open.goto(address);
      await expect(open.getByRole("main")).toContainText("Per i nostri colloqui di inizio anno.");
      await expect(open.getByRole("main")).not.toContainText(/Acerbi|nora@/);
      await expect.poll(async () => (await mailsAbout(title, "reuse.declarationShown")).length).toBe(1);

      // One download, whoever looked at its head or went on with it.
      const [release] = await rows<{ id: string; downloads: number }>(
        "select r.id, r.downloads from reuse_release r join reuse_item i on i.id = r.item_id where i.title = $1",
        [title],
      );
      expect(release?.downloads).toBe(1);
      const file = `/api/reuse/releases/${release?.id}`;
      expect((await open.request.head(file)).status()).toBe(200);
      expect((await open.request.get(file, { headers: { range: "bytes=10-" } })).status()).toBe(206);
      const answer = await open.request.get(file);
      expect(answer.headers()["content-disposition"]).toMatch(/^attachment/);
      expect(answer.headers()["set-cookie"]).toBeUndefined();
      const counted = await rows<{ downloads: number }>("select downloads from reuse_release where id = $1", [
        release?.id,
      ]);
      expect(counted).toEqual([{ downloads: 2 }]);

      // Withdrawn, it says why, and gives nothing any more.
      await page.goto(`/area/programmi/${slug}/riuso`);
      await page.getByRole("link", { name: title }).click();
      await page.getByRole("link", { name: "Ritira dalla biblioteca" }).click();
      await page.getByRole("radio", { name: "È superato" }).check();
      await page.getByLabel("Altre parole per chi trova la pagina").fill("Arriva la nuova guida.");
      await page.getByRole("button", { name: "Ritira", exact: true }).click();
      await expect(page.getByRole("button", { name: "Rimetti nella biblioteca" })).toBeVisible();
      await open.goto(address);
      await expect(open.getByRole("main")).toContainText("Arriva la nuova guida.");
      await expect(open.getByRole("link", { name: "Scarica", exact: true })).toHaveCount(0);
      expect((await open.request.get(file)).status()).toBe(404);
      await visitor.close();
    });
  });
}

test("The catalogue is JSON-LD with a mark by which it is known", async ({ request }) => {
  const first = await request.get("/opendata/catalogo.jsonld");
  expect(first.headers()["content-type"]).toContain("application/ld+json");
  const graph = (await first.json())["@graph"] as Record<string, unknown>[];
  expect(JSON.stringify(graph)).toContain("/riuso/kit-di-riuso-del-progetto-vela");
  expect(JSON.stringify(graph)).not.toContain("modello-per-il-censimento-dei-profili");
  const { etag } = first.headers();
  const again = await request.get("/opendata/catalogo.jsonld", { headers: { "if-none-match": etag ?? "" } });
  expect(again.status()).toBe(304);
});
