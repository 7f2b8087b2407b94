import { expect, test } from "vitest";
import { safeNextAddress } from "@/lib/people/sign-in/next-address";

test.each([
  "/area",
  "/area/programmi/camere-nuova-edizione/consegne?stato=late#riga-3",
  "/en/area",
  "/cerca?q=https://altro.example",
  "/area?next=//altro.example",
])("%s is a page of the portal", (address) => {
  expect(safeNextAddress(address)).toBe(address);
});

test.each([
  "https://evil.example",
  "http://localhost:3000/area",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/\r\n/evil.example",
  "\t//evil.example",
  " //evil.example",
  "/ /evil.example",
  "https:evil.example",
  "https:/evil.example",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "data:text/html,x",
  "/%2f/evil.example",
  "/%2Fevil.example",
  "/%5Cevil.example",
  "%2f%2fevil.example",
  "/..//evil.example",
  "/.//evil.example",
  "/area/..//evil.example",
  "@evil.example",
  "//user@evil.example",
  "/\u2028/evil.example",
  "/\u0000/evil.example",
  "area",
  "",
  "?next=/area",
  "#",
  "/api/auth/signout",
  "/API/files/1",
  "/_next/static/x",
  `/${"a".repeat(2001)}`,
  undefined,
  null,
  42,
  ["/area"],
  { toString: () => "/area" },
])("%j is none", (address) => {
  expect(safeNextAddress(address)).toBeNull();
});

test("what passes always stays on the origin", () => {
  const odd = [
    "/\u3000/evil",
    "/;//evil",
    "/a/../../b",
    "/:80",
    "/@evil.example",
    "/．．／evil",
    "/／evil.example",
  ];
  for (const address of odd) {
    const safe = safeNextAddress(address);
    if (safe === null) continue;
    expect(new URL(safe, "https://portal.example").origin).toBe("https://portal.example");
  }
});
