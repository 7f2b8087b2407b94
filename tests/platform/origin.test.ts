import { describe, expect, test } from "vitest";
import { ForbiddenError } from "@/lib/platform/errors";
import { assertSameOrigin, provenance } from "@/lib/platform/origin";

const host = "127.0.0.1:3000";

describe("provenance without SITE_URL", () => {
  test.each([
    [{ origin: "http://localhost:3000", host: "localhost:3000" }, "own"],
    [{ origin: "http://127.0.0.1:4000", host: "127.0.0.1:4000" }, "own"],
    [{ origin: "http://localhost:3000", host, fetchSite: "same-origin" }, "own"],
    [{ host, fetchSite: "same-origin" }, "own"],
    [{ host }, "unknown"],
    [{ host, fetchSite: "none" }, "unknown"],
    [{ origin: "null", host }, "foreign"],
    [{ origin: "https://evil.example", host }, "foreign"],
    [{ origin: "http://127.0.0.1:4001", host: "127.0.0.1:4000" }, "foreign"],
    [{ origin: "http://evil.example", host: "evil.example" }, "foreign"],
    [{ origin: "http://localhost.evil.example", host: "localhost.evil.example" }, "foreign"],
    [{ origin: "http://localhost:3000", host, fetchSite: "cross-site" }, "foreign"],
    [{ host, fetchSite: "same-site" }, "foreign"],
  ])("%j is %s", (said, wanted) => {
    expect(provenance(said)).toBe(wanted);
  });
});

test("a route handler refuses what does not say where it comes from", () => {
  const request = (headers: Record<string, string>) => new Request("http://x/", { method: "POST", headers });
  expect(() => assertSameOrigin(request({}))).toThrow(ForbiddenError);
  expect(() => assertSameOrigin(request({ origin: "https://evil.example" }))).toThrow(ForbiddenError);
  expect(() => assertSameOrigin(request({ origin: "http://localhost:3000" }))).not.toThrow();
});
