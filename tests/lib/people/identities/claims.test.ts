import { describe, expect, test } from "vitest";
import { readClaims } from "@/lib/people/identities/claims";

const strong = ["https://www.spid.gov.it/SpidL2"];
const raw = { iss: "https://id.ente.test", sub: "s-1", email: "Ada@Ente.test ", email_verified: true };

describe("readClaims", () => {
  test("takes what counts and leaves the rest", () => {
    expect(readClaims({ ...raw, given_name: " Ada ", family_name: "Neri", picture: "x" }, strong)).toEqual({
      issuer: "https://id.ente.test",
      subject: "s-1",
      verifiedEmail: "ada@ente.test",
      givenName: "Ada",
      familyName: "Neri",
      acr: null,
      amr: [],
      secondFactor: false,
    });
  });

  test.each([[false], ["false"], [undefined], [null], ["maybe"], [1]])(
    "an address is worth nothing with email_verified %j",
    (email_verified) => {
      expect(readClaims({ ...raw, email_verified }, strong)?.verifiedEmail).toBeNull();
    },
  );

  test("an address that is none is no address", () => {
    expect(readClaims({ ...raw, email: "ada" }, strong)?.verifiedEmail).toBeNull();
  });

  test.each([
    [{ acr: strong[0] }, true],
    [{ acr: "https://www.spid.gov.it/SpidL1" }, false],
    [{ amr: ["pwd", "mfa"] }, true],
    [{ amr: ["pwd"] }, false],
    [{ amr: "mfa" }, false],
    [{}, false],
  ])("%j is with a second factor: %j", (said, wanted) => {
    expect(readClaims({ ...raw, ...said }, strong)?.secondFactor).toBe(wanted);
  });

  test.each([[{ iss: "x" }], [{ ...raw, sub: "" }], [{ ...raw, sub: 7 }], [null], ["text"]])(
    "%j is about nobody",
    (said) => {
      expect(readClaims(said, strong)).toBeNull();
    },
  );
});
