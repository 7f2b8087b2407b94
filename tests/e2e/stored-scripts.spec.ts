import type { Page } from "@playwright/test";
import { type Account, expect, test } from "@/tests/support/e2e";
import { rows } from "@/tests/support/e2e-database";
import { hostileLine, hostileTexts } from "@/tests/support/hostile-texts";

const edition = "camere-nuova-edizione";
const area = `/area/programmi/${edition}`;
const all = hostileTexts.join("\n\n");

type Watched = { ran: unknown[]; refused: string[]; elsewhere: string[] };

/** What must not happen on a page: a script of the text that runs, one that the policy stopped, a request to elsewhere. */
async function watch(page: Page): Promise<() => Promise<Watched>> {
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    if (!/^(?:http:\/\/(?:localhost|127\.0\.0\.1)|data:|blob:)/.test(request.url()))
      elsewhere.push(request.url());
  });
  page.on("dialog", (dialog) => dialog.dismiss());
  await page.addInitScript(() => {
    const seen = { ran: [] as unknown[], refused: [] as string[] };
    Object.assign(window, { seen, ran: (what: unknown) => seen.ran.push(what) });
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, sourceFile, blockedURI }) =>
      seen.refused.push(`${violatedDirective} ${blockedURI} ${sourceFile}`),
    );
  });
  return async () => {
    // Images that fail and frames have had their turn when the page is loaded, what waits for a frame of the screen after two.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
    );
    const seen = await page.evaluate(() => (window as unknown as { seen: Omit<Watched, "elsewhere"> }).seen);
    return { ...seen, elsewhere };
  };
}

const nothing: Watched = { ran: [], refused: [], elsewhere: [] };

test("What people write stays text, on every page that shows it, in the preview too", async ({ visit }) => {
  test.setTimeout(180_000);
  const title = `Ostile ${hostileLine}`;
  const author = await visit({ as: "staff.a" });
  const seen = await watch(author);
  await author.goto(`${area}/forum`);
  await author.getByRole("main").getByRole("link", { name: "Domande sul programma" }).first().click();
  await author.getByRole("link", { name: "Apri una discussione" }).first().click();
  await author.getByLabel("Titolo").fill(title);
  await author.getByLabel("Messaggio", { exact: true }).fill(all);
  await author.getByRole("button", { name: "Anteprima" }).click();
  await expect(author.getByRole("region", { name: /Così si leggerà il messaggio/ })).toContainText(
    "constructor.constructor",
  );
  expect(await seen(), "the preview").toEqual(nothing);
  await author.getByRole("button", { name: "Apri la discussione" }).click();
  await expect(author.getByRole("heading", { level: 1 })).toHaveText(title);
  const thread = new URL(author.url()).pathname;
  expect(await seen(), "the thread, to its author").toEqual(nothing);

  const undo = await plant();
  try {
    const [person] = await rows<{ id: string }>("select id from person where email = 'ostile@demo.test'");
    const [space] = await rows<{ id: string }>("select id from document where title = $1", [hostileLine]);
    const read: [Account | "", string[]][] = [
      [
        "amministratore",
        [
          "/area/amministrazione/persone",
          `/area/amministrazione/persone/${person?.id}`,
          "/area/amministrazione/enti",
          "/area/amministrazione/registro",
          "/area/amministrazione/posta",
        ],
      ],
      [
        "coordinatore",
        [
          "/area",
          "/area/forum",
          "/area/notifiche",
          "/area/cerca?q=Ostile",
          thread,
          `${thread}?cita=1`,
          `${thread}/messaggi/1`,
          `${thread}/gestisci`,
          area,
          `${area}/forum`,
          `${area}/incontri`,
          `${area}/consegne`,
          `${area}/documenti`,
          `${area}/documenti/${space?.id}`,
          `${area}/enti`,
        ],
      ],
      [
        "",
        [
          "/",
          `/programmi/${edition}`,
          `/programmi/${edition}/forum`,
          thread.replace("/area", "").replace("/discussioni", ""),
          "/calendario",
          "/cerca?q=Ostile",
        ],
      ],
    ];
    for (const [as, paths] of read) {
      const reader = await visit(as ? { as } : {});
      const found = await watch(reader);
      for (const path of paths) {
        const answer = await reader.goto(path);
        expect(answer?.status(), path).toBe(200);
        expect(await found(), `${path}, to ${as || "a visitor"}`).toEqual(nothing);
        await expectNoWayToScript(reader, path);
      }
    }
  } finally {
    await undo();
  }
});

test("The net would catch what runs", async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const seen = await watch(page);
  await page.goto("about:blank");
  for (const text of hostileTexts.slice(0, 45)) await page.setContent(`<div>${text}</div>`);
  // Without an origin an address needs its scheme.
  await page.setContent("<img src=https://evil.example/1.png>");
  const { ran, elsewhere } = await seen();
  expect(new Set(ran).size, "what runs where nothing is done about it").toBeGreaterThan(10);
  expect(elsewhere).toEqual(["https://evil.example/1.png"]);
  await context.close();
});

// A link that is a script runs only when it is followed: none may stand there.
async function expectNoWayToScript(page: Page, path: string): Promise<void> {
  const ways = await page.evaluate(() =>
    [...document.querySelectorAll("[href], [src], [action], [formaction], [data], [srcdoc]")]
      .flatMap((element) =>
        ["href", "src", "action", "formaction", "data", "srcdoc", "xlink:href"].map(
          (name) => element.getAttribute(name) ?? "",
        ),
      )
      .filter((value) => /^(?:javascript|vbscript|data:text)/i.test(value.replace(/[^!-~]/g, ""))),
  );
  expect(ways, path).toEqual([]);
  const handlers = await page.evaluate(() =>
    [...document.querySelectorAll("body *")].flatMap((element) =>
      [...element.attributes].filter(({ name }) => /^on/i.test(name)).map(({ name }) => name),
    ),
  );
  expect(handlers, path).toEqual([]);
}

/** Puts such texts where only other forms would: names of people and bodies, titles of sessions, points and documents. */
async function plant(): Promise<() => Promise<void>> {
  const places = [
    ["session", "title", "programme_id = (select id from programme where slug = $1)"],
    [
      "agenda_item",
      "title",
      "session_id in (select s.id from session s join programme p on p.id = s.programme_id where p.slug = $1)",
    ],
    [
      "document",
      "title",
      "programme_id = (select id from programme where slug = $1) and removed_at is null and kind <> 'DELIVERABLE' and space_id in (select id from document_space where organisation_id is null)",
    ],
    ["deliverable_request", "title", "programme_id = (select id from programme where slug = $1)"],
    ["programme", "summary", "slug = $1"],
  ] as const;
  const kept: { table: string; column: string; id: string; text: string }[] = [];
  for (const [table, column, where] of places) {
    const [row] = await rows<{ id: string; text: string }>(
      `select id, "${column}" as text from "${table}" where ${where} order by id limit 1`,
      [edition],
    );
    if (!row) throw new Error(`the demonstration has no ${table}`);
    kept.push({ table, column, ...row });
    await rows(`update "${table}" set "${column}" = $1 where id = $2`, [hostileLine, row.id]);
  }
  await rows(
    `insert into person (id, given_name, family_name, email, is_demo)
     values (gen_random_uuid(), $1, $1, 'ostile@demo.test', true) on conflict do nothing`,
    [hostileLine],
  );
  await rows(
    `insert into organisation (id, slug, name, short_name, kind)
     values (gen_random_uuid(), 'ostile', $1, $1, 'COMPANY') on conflict do nothing`,
    [hostileLine],
  );
  return async () => {
    for (const { table, column, id, text } of kept)
      await rows(`update "${table}" set "${column}" = $1 where id = $2`, [text, id]);
    await rows("delete from person where email = 'ostile@demo.test'");
    await rows("delete from organisation where slug = 'ostile'");
  };
}
