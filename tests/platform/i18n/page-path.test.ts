import { expect, test } from "vitest";
import { pagePath } from "@/lib/platform/i18n/page-path";

test.each([
  ["/", {}, "/", "/en"],
  ["/privacy", {}, "/privacy", "/en/privacy"],
  ["/area", {}, "/area", "/en/area"],
  ["/programmes/[slug]", { slug: "camere" }, "/programmi/camere", "/en/programmes/camere"],
  [
    "/area/programmes/[slug]/sessions/[id]",
    { slug: "camere", id: "7" },
    "/area/programmi/camere/incontri/7",
    "/en/area/programmes/camere/sessions/7",
  ],
] as const)("%s with %j is %s, in English %s", (page, params, italian, english) => {
  expect(pagePath(page, params, "it")).toBe(italian);
  expect(pagePath(page, params, "en")).toBe(english);
});

test("a parameter cannot leave its segment", () => {
  expect(pagePath("/programmes/[slug]", { slug: "../a b?c" }, "it")).toBe("/programmi/..%2Fa%20b%3Fc");
});
