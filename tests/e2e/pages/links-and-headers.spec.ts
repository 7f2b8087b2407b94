import type { APIRequestContext, APIResponse } from "@playwright/test";
import { type Account, expect, test } from "@/tests/support/e2e";

/** So many addresses of one shape are enough: months of the calendar go on for ever. */
const enough = 4;

test.describe("Every link leads somewhere, and every answer bears its protection:", () => {
  test("for a visitor", async ({ page }) => {
    await crawl(page.request, ["/", "/en"], 200);
  });

  for (const as of ["coordinatore", "staff.a", "amministratore"] satisfies Account[]) {
    test(`for ${as}`, async ({ page, login }) => {
      await login({ as });
      await crawl(page.request, ["/area", "/en/area"], 120, /^\/(?:en\/)?(?:area|api)(?:\/|\?|$)/);
    });
  }

  test("what is not there, and what is no page", async ({ request }) => {
    const wanted: [string, number][] = [
      ["/non-esiste", 404],
      ["/en/nothing-here", 404],
      ["/programmi/non-esiste", 404],
      ["/_next/static/chunks/non-esiste.js", 404],
      ["/api/non-esiste", 404],
      ["/api/files/019b0000-0000-7000-8000-000000000000", 404],
      ["/api/health", 200],
      ["/robots.txt", 200],
      ["/sitemap.xml", 200],
      ["/feed.xml", 200],
      ["/opendata/catalogo.jsonld", 200],
      ["/calendario.ics", 200],
    ];
    for (const [path, status] of wanted) {
      const answer = await request.get(path, { maxRedirects: 0 });
      expect.soft(answer.status(), path).toBe(status);
      expectHeaders(path, answer);
    }
    const foreign = await request.post("/api/upload/deliverable", {
      headers: { origin: "https://altrove.example" },
      multipart: { note: "x" },
    });
    expect(foreign.status()).toBe(403);
    expectHeaders("/api/upload/deliverable", foreign);
  });
});

async function crawl(
  request: APIRequestContext,
  starts: string[],
  most: number,
  within = /^\//,
): Promise<void> {
  const seen = new Set(starts);
  const shapes = new Map<string, number>();
  const open = starts.map((path) => ({ path, from: "" }));
  for (let next = open.shift(); next && seen.size < most; next = open.shift()) {
    const { path, from } = next;
    const answer = await request.get(path);
    expect.soft(answer.status(), `${path}, linked on ${from}`).toBeLessThan(400);
    expectHeaders(path, answer);
    if (!answer.headers()["content-type"]?.startsWith("text/html")) continue;
    const html = await answer.text();
    expect.soft(html, `${path} names a message that has no text`).not.toMatch(/>[a-z-]+(?:\.[a-zA-Z]+){2,}</);
    for (const found of linksOf(html, new URL(answer.url()))) {
      const shape = shapeOf(found);
      const count = shapes.get(shape) ?? 0;
      if (seen.has(found) || count >= enough || !(within.test(found) || found.startsWith("/_next/")))
        continue;
      shapes.set(shape, count + 1);
      seen.add(found);
      open.push({ path: found, from: path });
    }
  }
  expect(seen.size, "addresses found").toBeGreaterThan(30);
}

/** Addresses on this portal that a page names: links, scripts, styles, pictures. */
function linksOf(html: string, page: URL): string[] {
  return [...html.matchAll(/\s(?:href|src)="([^"#]+)/g)].flatMap(([, value = ""]) => {
    const address = new URL(value.replaceAll("&amp;", "&"), page);
    const ends = /^\/api\/(?:auth|export)\//.test(address.pathname);
    return address.origin === page.origin && !ends ? [`${address.pathname}${address.search}`] : [];
  });
}

function shapeOf(path: string): string {
  return path.replace(/[0-9a-f-]{36}/g, "id").replace(/=[^&]*/g, "=");
}

function expectHeaders(path: string, answer: APIResponse): void {
  const headers = answer.headers();
  const policy = headers["content-security-policy"] ?? "";
  expect.soft(headers["x-content-type-options"], path).toBe("nosniff");
  expect.soft(headers["x-frame-options"], path).toBe("DENY");
  expect.soft(headers["referrer-policy"], path).toBe("same-origin");
  expect.soft(policy, path).toContain("default-src");
  expect.soft(policy, path).toContain("frame-ancestors 'none'");
  expect.soft(policy, path).not.toContain("unsafe");
}
