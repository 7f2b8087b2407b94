import { expect, test } from "vitest";
import { hashPassword, passwordMatches } from "@/lib/people/passwords/hashing";

test("a hash is argon2id, salted, and knows its password", async () => {
  const [one, other] = await Promise.all([hashPassword("la stessa frase"), hashPassword("la stessa frase")]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(other);
  expect(await passwordMatches(one, "la stessa frase")).toBe(true);
  expect(await passwordMatches(one, "la stessa Frase")).toBe(false);
});

test("without a hash, or with a broken one, nothing matches", async () => {
  expect(await passwordMatches(null, "")).toBe(false);
  expect(await passwordMatches(null, "qualsiasi cosa")).toBe(false);
  expect(await passwordMatches("not a hash", "qualsiasi cosa")).toBe(false);
});

test("a crowd is served in turn", async () => {
  const stored = await hashPassword("quella giusta");
  const crowd = Array.from({ length: 12 }, (_, index) =>
    passwordMatches(stored, index % 3 === 0 ? "quella giusta" : "un’altra"),
  );
  expect((await Promise.all(crowd)).filter(Boolean)).toHaveLength(4);
});

test("a crowd without end is told to come back", async () => {
  const stored = await hashPassword("quella giusta");
  const crowd = await Promise.allSettled(
    Array.from({ length: 170 }, () => passwordMatches(stored, "un’altra")),
  );
  const refused = crowd.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(refused.length).toBeGreaterThan(10);
  expect(refused.length).toBeLessThan(25);
  for (const reason of refused) expect(reason).toMatchObject({ code: "tooBusy", params: { seconds: 10 } });
  expect(await passwordMatches(stored, "quella giusta")).toBe(true);
});
