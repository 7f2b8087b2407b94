import { describe, expect, test } from "vitest";
import { literalTexts } from "@/tests/architecture/literal-text";
import { parse, sourceFiles } from "@/tests/architecture/source";

describe("literal text", () => {
  test("none stands on a page: all text comes from the messages", () => {
    const files = sourceFiles("app", "components", "lib").filter((file) => file.endsWith(".tsx"));
    expect(files.flatMap((file) => literalTexts(parse(file)))).toEqual([]);
  });

  test("is seen wherever it hides", () => {
    const sample = `
      export const metadata = { title: "Programmi" };
      const page = <p title={isNew ? "Nuovo" : t("old")} className="mt-2" lang="it">
        Ciao <b>{state === "DRAFT" ? t("draft") : "altro"}</b> {\`\${n} punti\`} · 12 {t("end")} {a ?? "nulla"}
      </p>;`;
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the template as it is written in the sample
    const template = "`${n} punti`";
    const seen = literalTexts(parse("sample.tsx", sample)).map((one) => one.replace(/^\S+ /, ""));
    expect(seen.sort()).toEqual(['"Nuovo"', '"Programmi"', '"altro"', '"nulla"', "Ciao", template].sort());
  });
});
