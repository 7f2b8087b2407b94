import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { watchDatabase } from "@/lib/platform/server/database-watch";

const sockets: Socket[] = [];
let silent: Server;
let port: number;

/** Takes connections, and says nothing. */
beforeEach(async () => {
  silent = createServer((socket) => sockets.push(socket.on("error", () => undefined)));
  silent.listen(0, "127.0.0.1");
  await once(silent, "listening");
  port = (silent.address() as AddressInfo).port;
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  silent.close();
});

const address = () => `postgresql://portal@127.0.0.1:${port}/portal`;

test("a database that answers is not away, whoever complains", async () => {
  const watch = watchDatabase(process.env.DATABASE_URL ?? "");
  expect(await Promise.all([watch.suspect(), watch.suspect()])).toEqual([false, false]);
  expect(watch.isAway()).toBe(false);
});

test("one that refuses connections is", async () => {
  silent.close();
  const watch = watchDatabase(address());
  expect(await watch.suspect()).toBe(true);
  expect(watch.isAway()).toBe(true);
});

test("one that takes them and says nothing is, and one look serves all", async () => {
  const watch = watchDatabase(address());
  expect(await Promise.all([watch.suspect(), watch.suspect(), watch.suspect()])).toEqual([true, true, true]);
  expect(sockets).toHaveLength(1);
  expect(watch.isAway()).toBe(true);
}, 20_000);
