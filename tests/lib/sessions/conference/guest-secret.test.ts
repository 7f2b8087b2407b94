import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { guestSecret, idOfGuestSecret } from "@/lib/sessions/conference/guest-secret";

const id = randomUUID();

test("a secret opens what it was made for", () => {
  const secret = guestSecret("guest link", id);
  expect(secret).toMatch(/^[\w-]{75}$/);
  expect(idOfGuestSecret("guest link", secret)).toBe(id);
});

test.each([
  ["made for something else", guestSecret("guest", id)],
  ["of another identifier", randomUUID().replaceAll("-", "") + guestSecret("guest link", id).slice(32)],
  ["cut short", guestSecret("guest link", id).slice(0, -1)],
  ["made longer", `${guestSecret("guest link", id)}A`],
  ["an identifier alone", id],
  ["nothing", ""],
])("one that is %s opens nothing", (_what, secret) => {
  expect(idOfGuestSecret("guest link", secret)).toBeNull();
});
