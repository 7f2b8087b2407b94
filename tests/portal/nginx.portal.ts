import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { hasNginx, type Nginx, startNginx } from "../support/nginx";
import {
  freePort,
  openData,
  type PortalData,
  type PortalProcess,
  signIn,
  startWeb,
  submitForm,
} from "../support/portal";

const slug = "camere-nuova-edizione";
const page = `/programmi/${slug}`;

// Without nginx, and without the right to install it, there is nothing to run the configuration with.
describe.skipIf(!hasNginx())("two replicas behind nginx", () => {
  let data: PortalData;
  let replicas: [PortalProcess, PortalProcess];
  let proxy: Nginx;
  let settings: Record<string, string>;

  beforeAll(async () => {
    data = await openData();
    const port = await freePort();
    settings = {
      SITE_URL: `http://localhost:${port}`,
      TRUSTED_PROXIES: "127.0.0.1",
      SPERIMENTA_DEMO: "public",
    };
    replicas = await Promise.all([startWeb(data, settings), startWeb(data, settings)]);
    proxy = await startNginx(port, [replicas[0].url, replicas[1].url]);
  });
  afterAll(() => Promise.all([proxy.stop(), ...replicas.map((replica) => replica.stop())]));

  const portOf = (replica: PortalProcess) => new URL(replica.url).port;

  /** Reads pages one after the other until told to end; a GET that got no answer is asked once more. */
  function readOn() {
    const seen = { answered: 0, again: 0, lost: 0 };
    let isOver = false;
    const ask = () =>
      fetch(proxy.url + page).then(
        async (answer) => answer.status === 200 && (await answer.text()).includes("</html>"),
        () => false,
      );
    const reader = async () => {
      while (!isOver) {
        const atOnce = await ask();
        const atAll = atOnce || (await ask());
        if (!atAll) seen.lost++;
        else if (atOnce) seen.answered++;
        else seen.again++;
      }
    };
    const readers = [reader(), reader()];
    return {
      seen,
      end: async () => {
        isOver = true;
        await Promise.all(readers);
        return seen;
      },
    };
  }
  const progress = (seen: { answered: number }, by: number) => {
    const from = seen.answered;
    return vi.waitFor(() => expect(seen.answered).toBeGreaterThan(from + by), {
      timeout: 20_000,
      interval: 20,
    });
  };

  test("a change made through either is there in both within a second, for people who sign in once", async () => {
    const cookie = await signIn(proxy, "coordinatore");
    const [programme] = await data.rows<{ title: string; shortTitle: string; description: string }>(
      `SELECT title, short_title "shortTitle", description FROM programme WHERE slug = $1`,
      [slug],
    );
    for (let round = 0; round < 3; round++) {
      for (let time = 0; time < 4; time++) await fetch(proxy.url + page).then((answer) => answer.text());
      const fields = { ...programme, summary: `Riassunto ${round} di due repliche` };
      const path = `/area/programmi/${slug}/impostazioni/testo`;
      const answer = await submitForm(proxy, path, fields, { cookie });
      expect(answer.status).toBe(303);
      await vi.waitFor(
        async () => {
          for (const replica of replicas) {
            const text = await fetch(replica.url + page, {
              headers: { "x-forwarded-host": new URL(proxy.url).host },
            }).then((one) => one.text());
            expect(text).toContain(`Riassunto ${round} di due repliche`);
          }
        },
        { timeout: 1_000, interval: 10 },
      );
    }
    expect(new Set(proxy.asked())).toEqual(new Set(replicas.map(portOf)));
  });

  test("the loss of one, and the restart of each, lose no reading request", async () => {
    const reading = readOn();
    await progress(reading.seen, 20);
    await replicas[0].kill();
    await progress(reading.seen, 20);
    replicas[0] = await startWeb(data, { ...settings, PORT: portOf(replicas[0]) });
    await progress(reading.seen, 20);
    expect(await replicas[1].stop()).toBe(0);
    await progress(reading.seen, 20);
    replicas[1] = await startWeb(data, { ...settings, PORT: portOf(replicas[1]) });
    await progress(reading.seen, 20);
    const seen = await reading.end();
    expect(seen.lost).toBe(0);
    // nginx asks the other by itself.
    expect(seen.again).toBeLessThanOrEqual(2);
  });

  test("without any, nginx says when to come again, under the portal's headers", async () => {
    await Promise.all(replicas.map((replica) => replica.kill()));
    const answer = await fetch(proxy.url);
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("5");
    expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(await answer.text()).toContain("torna fra poco");
  });
});
