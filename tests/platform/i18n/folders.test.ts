import { describe, expect, test } from "vitest";
import { folderOf, oneAddressOf } from "@/lib/platform/i18n/folders";
import { getPathname, type Href } from "@/lib/platform/i18n/navigation";
import { pathnames } from "@/lib/platform/i18n/routing";

const names = Object.keys(pathnames) as (keyof typeof pathnames)[];
const filled = (pathname: string, value: string) => pathname.replace(/\[\w+\]/g, value);

function addressOf(pathname: keyof typeof pathnames, locale: "it" | "en"): string {
  const params = [...pathname.matchAll(/\[(\w+)\]/g)].map(([, name = ""]) => [name, "un-nome"]);
  return getPathname({ href: { pathname, params: Object.fromEntries(params) } as Href, locale });
}

describe("where Next finds a page", () => {
  test("by its Italian address: the folder of its English name, below the language", () => {
    for (const name of names) {
      const folder = name === "/" ? "/it" : `/it${filled(name, "un-nome")}`;
      expect([name, folderOf(addressOf(name, "it"))]).toEqual([name, folder]);
    }
  });

  test("by its English address: where the address says", () => {
    for (const name of names) expect([name, folderOf(addressOf(name, "en"))]).toEqual([name, null]);
  });

  test("a word is no value of a parameter, and a parameter keeps what it was", () => {
    expect(folderOf("/enti/citt%C3%A0%20e%20altro")).toBe("/it/organisations/citt%C3%A0%20e%20altro");
    expect(folderOf("/area/programmi/x/incontri/nuovo")).toBe("/it/area/programmes/x/sessions/new");
    expect(folderOf("/area/programmi/x/incontri/1")).toBe("/it/area/programmes/x/sessions/1");
  });

  test("what is no page, or none that is known, is left to Next", () => {
    for (const path of [
      "/api/health",
      "/_next/static/x.js",
      "/favicon.ico",
      "/en",
      "/it/calendario",
      "/en/x",
    ])
      expect(folderOf(path)).toBeNull();
    expect(folderOf("/non/esiste")).toBe("/it/non/esiste");
    expect(folderOf("/calendario/")).toBe("/it/calendario/");
  });
});

describe("one address a page", () => {
  test("the folder's name leads to the Italian address, with and without the language", () => {
    for (const name of names) {
      const internal = filled(name, "un-nome");
      const italian = addressOf(name, "it");
      if (internal !== italian) expect([name, oneAddressOf(internal)]).toEqual([name, italian]);
      expect([name, oneAddressOf(name === "/" ? "/it" : `/it${internal}`)]).toEqual([name, italian]);
    }
  });

  test("an address that is the right one, English ones among them, leads nowhere", () => {
    for (const name of names) {
      expect([name, oneAddressOf(addressOf(name, "it"))]).toEqual([name, null]);
      expect([name, oneAddressOf(addressOf(name, "en"))]).toEqual([name, null]);
    }
    for (const path of ["/", "/italia", "/api/health", "/non/esiste"]) expect(oneAddressOf(path)).toBeNull();
    expect(oneAddressOf("/it/non/esiste")).toBe("/non/esiste");
  });
});
