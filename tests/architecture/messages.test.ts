import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { namespaces } from "@/lib/platform/i18n/load-messages";
import { argumentsOf, locales, messagesOf, namespacesOf, textsOf } from "@/tests/architecture/message-files";

const texts = { it: textsOf("it"), en: textsOf("en") };

/** Faults of a text that the portal's own formatter finds, whatever the parameters. */
function faults(messages: Record<string, unknown>, locale: string, key: string): string[] {
  const found: string[] = [];
  const translate = createTranslator({
    locale,
    messages,
    timeZone: "Europe/Rome",
    onError: (error) => {
      if (error.code !== "FORMATTING_ERROR") found.push(`${locale} ${key}: ${error.code} ${error.message}`);
    },
  }) as unknown as { rich(key: string, values: Record<string, unknown>): unknown };
  translate.rich(key, {});
  return found;
}

describe("messages", () => {
  test("each namespace has its file in both languages, and each file is loaded", () => {
    expect(namespacesOf("it")).toEqual([...namespaces].sort());
    expect(namespacesOf("en")).toEqual([...namespaces].sort());
  });

  test("both languages have the same keys", () => {
    const missing = (from: Map<string, string>, to: Map<string, string>) =>
      [...from.keys()].filter((key) => !to.has(key));
    expect({ en: missing(texts.it, texts.en), it: missing(texts.en, texts.it) }).toEqual({ en: [], it: [] });
  });

  test("no text is empty or starts or ends with a space", () => {
    const blank = locales.flatMap((locale) =>
      [...texts[locale]]
        .filter(([, text]) => text === "" || text !== text.trim())
        .map(([key]) => `${locale} ${key}`),
    );
    expect(blank).toEqual([]);
  });

  test("each text parses", () => {
    const broken = locales.flatMap((locale) => {
      const messages = messagesOf(locale);
      return [...texts[locale].keys()].flatMap((key) => faults(messages, locale, key));
    });
    expect(broken).toEqual([]);
  });

  test("both languages use the same parameters", () => {
    const different = [...texts.it].flatMap(([key, italian]) => {
      const [one, other] = [argumentsOf(italian), argumentsOf(texts.en.get(key) ?? "")];
      const odd = [...one, ...other].filter((name) => !(one.has(name) && other.has(name)));
      return odd.length > 0 ? [`${key}: ${odd.join(", ")}`] : [];
    });
    expect(different).toEqual([]);
  });

  test("the checks see a broken text and its parameters", () => {
    expect(faults({ a: "{count, plural, one {x}" }, "it", "a")).toHaveLength(1);
    const text = "{who} {count, plural, one {un <b>{what}</b>} other {# cose}} {at, date, ::dMMMM}";
    expect([...argumentsOf(text)].sort()).toEqual(["<b>", "at", "count", "what", "who"]);
  });
});
