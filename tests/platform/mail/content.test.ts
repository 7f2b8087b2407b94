import { expect, test } from "vitest";
import { mailText } from "@/lib/platform/mail/content";
import { renderMarkdown } from "@/lib/platform/markdown";

const site = "https://pilota.ente.test";
const made = (markdown: string) => mailText(renderMarkdown(markdown).html, site);

test("links become whole ones, and stand behind their words in the text", () => {
  const { html, text } = made("Si vedano [gli esiti](/esiti) e https://altro.test/a.");
  expect(html).toContain('href="https://pilota.ente.test/esiti"');
  expect(html).toContain('href="https://altro.test/a"');
  expect(text).toBe("Si vedano gli esiti (https://pilota.ente.test/esiti) e https://altro.test/a.");
});

test("an address of mail is not said twice, a place in the text has none", () => {
  expect(made("[a@ente.test](mailto:a@ente.test)").text).toBe("a@ente.test");
  expect(mailText('<p><a href="#qui">qui</a></p>', site)).toEqual({
    html: '<p><a href="#qui">qui</a></p>',
    text: "qui",
  });
});

test("paragraphs, headings, lists, tables and code keep their shape in the text", () => {
  const { text } = made(
    "## Capitolo\n\nUno\ndue\n\n- primo\n- secondo\n\n1. a\n2. b\n\n| x | y |\n| - | - |\n| 1 | 2 |\n\n> detto\n\n---\n\nfine",
  );
  expect(text).toBe(
    "Capitolo\n\nUno due\n\n- primo\n- secondo\n\n1. a\n2. b\n\nx y\n1 2\n\ndetto\n\n---\n\nfine",
  );
});

test("what a reader could take for markup stays text", () => {
  const { html, text } = made("1 < 2 & `<b>`");
  expect(html).not.toContain("<b>");
  expect(text).toBe("1 < 2 & <b>");
});
