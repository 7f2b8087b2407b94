import { createNavigation } from "next-intl/navigation";
import { describe, expect, test } from "vitest";
import { getPathname, type Href } from "@/lib/platform/i18n/navigation";
import { pathnames, routing } from "@/lib/platform/i18n/routing";

const theirs = createNavigation(routing).getPathname;
const values = [
  "camere-nuova-edizione",
  "019d058d-4e80-7fbf-9b8a-76ccd0d43fa2",
  "città e altro/sopra",
  "50%",
];
const queries = [undefined, {}, { q: "più e meno", page: 2 }, { state: ["OPEN", "SOLVED"], after: "" }];

describe("addresses are those of next-intl", () => {
  for (const pathname of Object.keys(pathnames) as (keyof typeof pathnames)[]) {
    test(pathname, () => {
      for (const value of values) {
        const names = [...pathname.matchAll(/\[(\w+)\]/g)].map(([, name]) => name ?? "");
        const params = names.length > 0 ? Object.fromEntries(names.map((name) => [name, value])) : undefined;
        for (const query of queries) {
          const href = { pathname, ...(params && { params }), ...(query && { query }) } as Href;
          for (const locale of routing.locales) {
            expect(getPathname({ href, locale })).toBe(theirs({ href, locale }));
          }
        }
      }
    });
  }

  test("of a bare pathname", () => {
    for (const locale of routing.locales)
      expect(getPathname({ href: "/", locale })).toBe(theirs({ href: "/", locale }));
  });
});
