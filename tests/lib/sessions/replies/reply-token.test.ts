import { expect, test } from "vitest";
import { identifierOfToken } from "@/lib/platform/mail/inbound/token";
import { isReplyToken, replyToken } from "@/lib/sessions/replies/reply-token";

const invited = {
  id: "01990000-0000-4000-8000-0000000000aa",
  sessionId: "01990000-0000-7000-8000-000000000001",
  personId: "01990000-0000-7000-8000-000000000002",
  email: "ada@ente.test",
};

test("a token names its invitation and holds for it alone", () => {
  const token = replyToken(invited, "page");
  expect(identifierOfToken(token)).toBe(invited.id);
  expect(isReplyToken(token, invited, "page")).toBe(true);
});

test.each([
  ["another invitation of the same person", { id: "01990000-0000-4000-8000-0000000000ab" }],
  ["another session", { sessionId: "01990000-0000-7000-8000-000000000009" }],
  ["another person", { personId: "01990000-0000-7000-8000-000000000009" }],
  ["the person's new address", { email: "ada.nuova@ente.test" }],
])("and not for %s", (_what, other) => {
  expect(isReplyToken(replyToken(invited, "page"), { ...invited, ...other }, "page")).toBe(false);
});

test("the link is no address for replies, nor the other way round", () => {
  expect(isReplyToken(replyToken(invited, "page"), invited, "mail")).toBe(false);
  expect(isReplyToken(replyToken(invited, "mail"), invited, "page")).toBe(false);
});

test.each([
  ["nothing", ""],
  ["some word", "parola-di-prova"],
  ["an identifier alone", "0199000000004000800000000000 0aa"],
])("%s names no invitation", (_what, token) => {
  expect(identifierOfToken(token)).toBeNull();
});

test("one letter more, less or other makes a forgery", () => {
  const token = replyToken(invited, "page");
  const last = token.endsWith("0") ? "1" : "0";
  for (const forged of [`${token}0`, token.slice(0, -1), token.slice(0, -1) + last, token.slice(0, 32)]) {
    expect(isReplyToken(forged, invited, "page")).toBe(false);
  }
});

test("before the @ of an address it leaves room for a name, in any case of letters", () => {
  const token = replyToken(invited, "mail");
  expect(token).toMatch(/^[0-9a-f]+$/);
  expect(`+${token}`.length + 11).toBeLessThanOrEqual(64);
  expect(isReplyToken(token.toUpperCase(), invited, "mail")).toBe(true);
});
