import { expect, test } from "vitest";
import {
  type Ending,
  endingOfToken,
  isUnsubscribeToken,
  unsubscribeToken,
} from "@/lib/notifications/unsubscribing/token";
import { holdsSecret, withoutSecrets } from "@/lib/platform/secret-paths";

const ending: Ending = {
  personId: "01990000-0000-7000-8000-000000000002",
  email: "ada@ente.test",
  of: "FORUM",
};

test("a token names whose mails it ends, and holds for these alone", () => {
  const token = unsubscribeToken(ending);
  expect(endingOfToken(token)).toEqual({ personId: ending.personId, of: "FORUM" });
  expect(isUnsubscribeToken(token, ending)).toBe(true);
});

test.each([
  ["another group", { of: "MINUTES" as const }],
  ["the digests", { of: "DIGEST" as const }],
  ["another person", { personId: "01990000-0000-7000-8000-000000000003" }],
  ["the person's new address", { email: "ada.nuova@ente.test" }],
])("and not for %s", (_what, other) => {
  expect(isUnsubscribeToken(unsubscribeToken(ending), { ...ending, ...other })).toBe(false);
});

test.each([
  ["nothing", ""],
  ["a word", "parola"],
  ["mails that always come", unsubscribeToken(ending).replace("FORUM", "CONVOCATIONS")],
  ["one letter more", `${unsubscribeToken(ending)}0`],
])("%s ends nothing", (_what, token) => {
  expect(endingOfToken(token)).toBeNull();
});

test.each(["/disiscrizione/", "/en/unsubscribe/", "/api/unsubscribe/"])(
  "the log does not hold it: %s",
  (path) => {
    const address = path + unsubscribeToken(ending);
    expect(holdsSecret(address)).toBe(true);
    expect(withoutSecrets(address)).toBe(`${path}…`);
  },
);
