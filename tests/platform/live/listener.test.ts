import { afterEach, describe, expect, inject, test, vi } from "vitest";
import { withClient } from "@/lib/platform/database/connection";
import { type Listener, openListener } from "@/lib/platform/live/listener";

const url = process.env.DATABASE_URL ?? "";
let listener: Listener | undefined;

afterEach(() => listener?.close());

const announce = (channel: string, payload: string) =>
  withClient(url, (client) => client.query("SELECT pg_notify($1, $2)", [channel, payload]));

function notes() {
  const said: string[] = [];
  const subscriber = {
    heard: (payload: string) => void said.push(payload),
    connected: () => void said.push("connected"),
    lost: () => void said.push("lost"),
  };
  return { said, subscriber };
}

describe("the listener", () => {
  test("hears each channel for its own subscribers", async () => {
    listener = openListener(url);
    const [first, second] = [notes(), notes()];
    listener.listen("one", first.subscriber);
    await vi.waitFor(() => expect(first.said).toEqual(["connected"]));
    const end = listener.listen("two", second.subscriber);
    await vi.waitFor(() => expect(second.said).toEqual(["connected"]));
    await announce("one", "a");
    await announce("two", "b");
    await vi.waitFor(() =>
      expect([first.said, second.said]).toEqual([
        ["connected", "a"],
        ["connected", "b"],
      ]),
    );
    end();
    await announce("two", "c");
    await announce("one", "d");
    await vi.waitFor(() => expect(first.said).toContain("d"));
    expect(second.said).not.toContain("c");
  });

  test("says when it hears nothing, and hears again by itself", async () => {
    listener = openListener(url);
    const { said, subscriber } = notes();
    listener.listen("one", subscriber);
    await vi.waitFor(() => expect(said).toEqual(["connected"]));
    await withClient(inject("testServer").migrationUrl, (client) =>
      client.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND application_name = 'sperimenta listener'",
        [new URL(url).pathname.slice(1)],
      ),
    );
    await vi.waitFor(() => expect(said).toEqual(["connected", "lost", "connected"]), { timeout: 10_000 });
    await announce("one", "after");
    await vi.waitFor(() => expect(said).toContain("after"));
  });

  test("ends", async () => {
    listener = openListener(url);
    const { said, subscriber } = notes();
    listener.listen("one", subscriber);
    await vi.waitFor(() => expect(said).toEqual(["connected"]));
    await listener.close();
    expect(said).toEqual(["connected", "lost"]);
  });
});
