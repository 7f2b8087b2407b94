import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/e2e";
import { rows } from "@/tests/support/e2e-database";
import { textFile } from "@/tests/support/e2e-files";

const form = "/area/programmi/camere-nuova-edizione/documenti/nuovo";
const list = "/area/programmi/camere-nuova-edizione/documenti";

let folder: string;

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sperimenta-large-"));
});
test.afterAll(() => rmSync(folder, { recursive: true }));

/** A text of three parts and a bit, on the disk. */
function largeFile(name: string, size = 26_000_000): { path: string; sha256: string } {
  const line = `${randomBytes(24).toString("hex")}\n`;
  const bytes = Buffer.alloc(size, line);
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return { path, sha256: createHash("sha256").update(bytes).digest("hex") };
}

async function slowLine(page: Page, bytesPerSecond: number) {
  const line = await page.context().newCDPSession(page);
  await line.send("Network.enable");
  const set = (speed: number) =>
    line.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: speed,
    });
  await set(bytesPerSecond);
  return set;
}

const uploadOf = async (filename: string) =>
  (
    await rows<{ state: string; received: number }>(
      "SELECT state::text AS state, received::int AS received FROM upload WHERE filename = $1",
      [filename],
    )
  )[0];
const versionOf = (title: string) =>
  rows<{ sha256: string; filename: string }>(
    `SELECT object_sha256 AS sha256, filename FROM document_version v JOIN document d ON d.id = v.document_id
     WHERE d.title = $1`,
    [title],
  );
const refusal = (page: Page) => page.getByRole("alert").filter({ has: page.getByRole("heading") });
const send = (page: Page) => page.getByRole("button", { name: "Carica il documento" }).click();

test.describe("A large file", () => {
  test("comes in parts, rests, goes on after a reload, and is received", async ({ page, login }) => {
    await login({ as: "coordinatore" });
    await page.goto(form);
    const file = largeFile("registrazioni.txt");
    const speed = await slowLine(page, 4_000_000);
    await page.getByLabel("Titolo").fill("Le registrazioni del semestre");
    await page.getByLabel("File", { exact: true }).setInputFiles(file.path);
    await send(page);
    await expect(page.getByRole("progressbar", { name: "registrazioni.txt" })).toBeVisible();
    await expect(page.getByText(/^\d[\d,]* di 26,0 MB \(\d+ %\)$|MB di 26,0 MB/)).toBeVisible();
    await expect(
      page.getByRole("status").filter({ hasText: /Caricato il \d0? % di 26,0 MB/ }),
    ).toBeAttached();
    await expect.poll(async () => (await uploadOf("registrazioni.txt"))?.received).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Sospendi registrazioni.txt" }).click();
    await expect(page.getByText("Sospeso. Quello che è arrivato resta per un giorno").first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Riprendi registrazioni.txt" })).toBeVisible();

    await page.goto(list);
    const own = page.getByRole("listitem").filter({ hasText: "registrazioni.txt" });
    await expect(own).toContainText("In arrivo");
    await own.getByRole("link", { name: "scegliete di nuovo lo stesso file" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Carica un documento" })).toBeVisible();
    const before = (await uploadOf("registrazioni.txt"))?.received ?? 0;
    await speed(-1);
    await page.getByLabel("Titolo").fill("Le registrazioni di un anno");
    await page.getByLabel("File", { exact: true }).setInputFiles(file.path);
    await send(page);
    await expect(page.getByRole("heading", { level: 1, name: "Le registrazioni di un anno" })).toBeVisible();
    await expect(page.getByRole("main")).toContainText(file.sha256);
    expect(before).toBeGreaterThan(0);
    expect(await versionOf("Le registrazioni del semestre")).toEqual([]);
    expect(await versionOf("Le registrazioni di un anno")).toEqual([
      { sha256: file.sha256, filename: "registrazioni.txt" },
    ]);
    await page.goto(list);
    await expect(page.getByRole("heading", { name: "I vostri caricamenti in corso" })).toHaveCount(0);
  });

  test("of a forbidden kind is refused once it is looked at, with what was typed kept", async ({
    page,
    login,
  }) => {
    await login({ as: "coordinatore" });
    await page.goto(form);
    const path = join(folder, "pagina.txt");
    writeFileSync(path, Buffer.concat([Buffer.from("<!doctype html><html>"), Buffer.alloc(9_000_000, "a")]));
    await page.getByLabel("Titolo").fill("Una pagina travestita");
    await page.getByLabel("File", { exact: true }).setInputFiles(path);
    await send(page);
    await expect(refusal(page)).toContainText("Questo tipo di file non si può caricare");
    await expect(refusal(page)).toBeFocused();
    await expect(page.getByLabel("Titolo")).toHaveValue("Una pagina travestita");
    expect(await versionOf("Una pagina travestita")).toEqual([]);
    await page.goto(list);
    const own = page.getByRole("listitem").filter({ hasText: "pagina.txt" });
    await expect(own).toContainText("Non accolto");
    await own.getByRole("button", { name: "Togli il caricamento di pagina.txt" }).click();
    await expect(own).toHaveCount(0);
  });

  test("is given up", async ({ page, login }) => {
    await login({ as: "coordinatore" });
    await page.goto(form);
    await slowLine(page, 2_000_000);
    await page.getByLabel("Titolo").fill("Un ripensamento");
    await page.getByLabel("File", { exact: true }).setInputFiles(largeFile("ripensato.txt").path);
    await send(page);
    await expect.poll(async () => (await uploadOf("ripensato.txt"))?.state).toBe("ARRIVING");
    await page.getByRole("button", { name: "Interrompi ripensato.txt" }).click();
    await expect(refusal(page)).toContainText("Caricamento interrotto");
    await expect.poll(() => uploadOf("ripensato.txt")).toBeUndefined();
  });

  test("comes with others, each a document of its own, those that are refused apart", async ({
    page,
    login,
  }) => {
    await login({ as: "coordinatore" });
    await page.goto(form);
    await page
      .getByLabel("File", { exact: true })
      .setInputFiles([
        textFile("Primo verbale.txt", "Il primo."),
        textFile("Secondo verbale.txt", "Il secondo."),
        textFile("Terzo.html", "<html>"),
      ]);
    await expect(page.getByText("Avete scelto 3 file")).toBeVisible();
    await expect(page.getByLabel("Titolo")).toBeHidden();
    await send(page);
    await expect(page.getByRole("status").filter({ hasText: "Ricevuti 2 file su 3" })).toBeAttached();
    await expect(page.getByRole("link", { name: "Apri Primo verbale.txt" })).toBeVisible();
    await expect(page.getByText("Questo tipo di file non si può caricare")).toBeVisible();
    await page.getByRole("button", { name: "Torna al modulo" }).click();
    await expect(page.getByRole("button", { name: "Carica il documento" })).toBeVisible();
    expect(await versionOf("Secondo verbale")).toHaveLength(1);
    await page.goto(list);
    await expect(page.getByRole("link", { name: "Primo verbale" })).toBeVisible();
  });
});

test.describe("Without JavaScript a large file", () => {
  test.use({ javaScriptEnabled: false });

  test("comes with its form", async ({ page, login }) => {
    await login({ as: "coordinatore" });
    await page.goto(form);
    const file = largeFile("senza script.txt", 12_000_000);
    await page.getByLabel("Titolo").fill("Grande senza script");
    await page.getByLabel("File", { exact: true }).setInputFiles(file.path);
    await send(page);
    await expect(page.getByRole("heading", { level: 1, name: "Grande senza script" })).toBeVisible();
    expect(await versionOf("Grande senza script")).toMatchObject([{ sha256: file.sha256 }]);
  });
});
