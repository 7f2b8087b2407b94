import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { proxyList } from "@/lib/platform/server/client-address";
import { createFront } from "@/lib/platform/server/front";
import { stopServer } from "@/lib/platform/server/graceful-stop";

let front: Server;
let url: string;
beforeAll(async () => {
  const handle = async (_request: unknown, response: { end: () => unknown }) => {
    response.end();
  };
  front = createFront(handle, { isDev: false, isHttps: false, trusted: proxyList([]) });
  front.listen(0, "127.0.0.1");
  await once(front, "listening");
  url = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
});
afterAll(() => stopServer(front, 100));

const secret = `/api/unsubscribe/${"0a".repeat(16)}-FORUM-${"f1".repeat(20)}`;

test.each([
  ["one click in a reader of mail, which does not say where it comes from", secret, {}, 200],
  ["one in a newsletter", secret.replace("FORUM", "NEWSLETTER"), {}, 200],
  ["one that another site makes", secret, { origin: "https://evil.example" }, 403],
  ["one to an address below", `${secret}/def`, {}, 403],
  ["one without a secret", "/api/unsubscribe", {}, 403],
  ["one with what is no secret of ours", "/api/unsubscribe/abc", {}, 403],
])("%s", async (_what, path, headers, status) => {
  const answer = await fetch(url + path, { method: "POST", body: "List-Unsubscribe=One-Click", headers });
  expect(answer.status).toBe(status);
});
