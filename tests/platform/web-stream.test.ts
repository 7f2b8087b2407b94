import { PassThrough, Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { asWebStream } from "@/lib/platform/web-stream";

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe("a stream as the body of an answer", () => {
  test("gives all its bytes", async () => {
    const body = asWebStream(Readable.from([Buffer.from("uno"), Buffer.from("due")]));
    expect(await new Response(body).text()).toBe("unodue");
  });

  test("fails as its source does, also when that failed before anybody read", async () => {
    const broken = asWebStream(
      Readable.from(
        (async function* () {
          yield Buffer.from("uno");
          throw new Error("the disk is away");
        })(),
      ),
    );
    await expect(new Response(broken).text()).rejects.toThrow("the disk is away");
    const early = new PassThrough();
    const body = asWebStream(early);
    early.destroy(new Error("before"));
    await turn();
    await expect(new Response(body).text()).rejects.toThrow("before");
  });

  test("is not read ahead of its reader", async () => {
    let made = 0;
    const source = new Readable({
      highWaterMark: 1,
      read() {
        made += 1;
        this.push(Buffer.alloc(10));
      },
    });
    const body = asWebStream(source);
    await turn();
    expect(made).toBe(0);
    await body.getReader().read();
    expect(made).toBeLessThan(5);
    source.destroy();
  });

  test("is left at any moment without an error that nobody hears, and its source is closed", async () => {
    // Node's own adapter ends the process here.
    for (let turns = 0; turns < 30; turns += 1) {
      const source = new PassThrough();
      const filling = setInterval(() => source.destroyed || source.write(Buffer.alloc(40_000)), 0);
      source.write(Buffer.alloc(40_000));
      const reader = asWebStream(source).getReader();
      if (turns % 2 === 0) await reader.read();
      const reading = reader.read().catch(() => undefined);
      for (let one = 0; one < turns % 7; one += 1) await turn();
      await reader.cancel();
      await reading;
      clearInterval(filling);
      await turn();
      expect(source.destroyed).toBe(true);
    }
  });

  test("closes a source that nobody began to read", async () => {
    const source = new PassThrough();
    await asWebStream(source).cancel();
    expect(source.destroyed).toBe(true);
  });
});
