import { expect, test } from "vitest";
import { createLog } from "@/lib/platform/log";

function written(work: (log: ReturnType<typeof createLog>) => void): string[] {
  const lines: string[] = [];
  work(createLog("info", { write: (line) => lines.push(line) }));
  return lines;
}

test("a line is JSON with its level in words and the moment", () => {
  const [line = ""] = written((log) => log.info({ programme: "x" }, "done"));
  expect(JSON.parse(line)).toMatchObject({
    level: "info",
    msg: "done",
    programme: "x",
    time: expect.stringMatching(/Z$/),
  });
});

test("secrets do not reach it, wherever they stand", () => {
  const lines = written((log) => {
    log.info({ password: "canary", token: "canary", tokenHash: "canary" });
    log.info({ headers: { cookie: "canary", authorization: "canary", "set-cookie": ["canary"] } });
    log.info({ request: { headers: { cookie: "canary" } }, input: { password: "canary", secret: "canary" } });
  });
  expect(lines).toHaveLength(3);
  expect(lines.join("")).not.toContain("canary");
});

test("an error of the database tells no values of a row", () => {
  const error = new Error(
    "Invalid `db.person.create()` invocation:\n{ email: 'canary@ente.test' }\n\nUnique constraint failed",
  );
  error.name = "PrismaClientKnownRequestError";
  Object.assign(error, { code: "P2002", cause: new Error("detail: canary@ente.test") });
  const [line = ""] = written((log) => log.error({ err: error }, "failed"));
  expect(line).not.toContain("canary");
  expect(JSON.parse(line).err).toMatchObject({
    type: error.name,
    code: "P2002",
    message: "Unique constraint failed",
  });
});

test("what is below the level is not written", () => {
  expect(written((log) => log.debug("quiet"))).toEqual([]);
});
