import { expect, test } from "vitest";
import { securityContact } from "@/lib/platform/security-contact";

test("says whom to tell, until when, in which languages and by which rules", () => {
  const text = securityContact({
    contact: "mailto:sicurezza@ente.test",
    siteUrl: "https://sperimenta.ente.test",
    at: new Date("2026-03-24T17:45:00Z"),
  });
  expect(text).toBe(`Contact: mailto:sicurezza@ente.test
Expires: 2026-09-20T00:00:00Z
Preferred-Languages: it, en
Canonical: https://sperimenta.ente.test/.well-known/security.txt
Policy: https://sperimenta.ente.test/note-legali#security
`);
});
