import { describe, expect, test } from "vitest";
import { hasGroup, textsOf } from "@/tests/architecture/message-files";
import { usedKeys } from "@/tests/architecture/message-keys";
import { parse, sourceFiles } from "@/tests/architecture/source";

const texts = textsOf("it");

describe("keys of messages", () => {
  test("each that code asks for exists", () => {
    const used = sourceFiles("app", "components", "lib").flatMap((file) => usedKeys(parse(file)));
    const missing = used.filter(({ key, isGroup }) => !(isGroup ? hasGroup(texts, key) : texts.has(key)));
    expect(missing.map(({ key, where }) => `${where} ${key}`)).toEqual([]);
  });

  test("are found however a translator is made and called", () => {
    const sample = `
      export async function Page() {
        const t = await getTranslations("ui");
        const [forum, { x }] = await Promise.all([getTranslations({ locale, namespace: "forum" }), y()]);
        const inner = () => { const t = useTranslations("people"); return t.rich("name", {}); };
        return [t("save"), forum(\`state.\${state}\`), t(isNew ? "add" : "change"), x("not-a-key")];
      }`;
    expect(
      usedKeys(parse("sample.ts", sample)).map(({ key, isGroup }) => `${key}${isGroup ? ".*" : ""}`),
    ).toEqual(["people.name", "ui.save", "forum.state.*", "ui.add", "ui.change"]);
  });
});
