import { expect, test } from "vitest";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import { sessionName } from "@/lib/sessions/session-row";
import { read, sourceFiles } from "@/tests/architecture/source";

/** Of one thing among several: below the programme, or with a name of its own in the administration. */
const isOfOne = (file: string) => /\/\[(?:id|point|number|decision)\]\/|organisations\/\[slug\]\//.test(file);

/** Its title says more than what kind of page it is. */
const namesIt = (text: string) => {
  const [, title] = /return \{\s+title: ([^;]*?),?\s+\};/.exec(text) ?? [];
  return title !== undefined && !/^t\("[^"]+"(?:, \{[^}]*\})?\)$/.test(title);
};

test("each reserved page of one thing names it in its title", () => {
  const pages = sourceFiles("app/[locale]/(reserved)").filter((file) => file.endsWith("/page.tsx"));
  const ofOne = pages.filter(isOfOne);
  expect(ofOne.length).toBeGreaterThan(30);
  expect(ofOne.filter((file) => !namesIt(read(file)))).toEqual([]);
});

test("a title that says only the kind of page is seen", () => {
  expect(namesIt('return { title: t("title") };')).toBe(false);
  expect(namesIt('return { title: t("post.title", { number }) };')).toBe(false);
  expect(namesIt('return { title: pageTitle(t("title"), document.title) };')).toBe(true);
});

test("a session is named with its day, after the page that is about it", () => {
  const session = { title: "Avvio", startsAt: new Date("2012-07-09T08:00:00Z") };
  expect(pageTitle("Verbale", sessionName(session, "it"))).toBe("Verbale · Avvio, 9 luglio 2012");
  expect(sessionName(session, "en")).toBe("Avvio, 9 July 2012");
});
