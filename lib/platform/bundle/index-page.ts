import type { Bundle, Packed } from "@/lib/platform/bundle/bundle";
import { escapeHtml } from "@/lib/platform/html-text";
import { formatInstant, formatSize } from "@/lib/platform/i18n/format";
import type { Translate } from "@/lib/platform/i18n/translator";

/** What the page says beside the lines. */
export type IndexFacts = Pick<Bundle, "title" | "lead" | "madeAt" | "locale"> & {
  /** of the portal */
  site: string;
  packed: number;
  bytes: number;
  leftOut: number;
  damaged: number;
};

/**
 * The index as a page that opens by itself, without the portal: its look stands in it, its links lead to the files
 * beside it. A table for each folder, so that it can be gone through by headings.
 */
export async function* indexPage(
  lines: AsyncIterable<Packed>,
  facts: IndexFacts,
  t: Translate,
): AsyncGenerator<string> {
  yield head(facts, t);
  let folder: string | undefined;
  let sections = 0;
  for await (const line of lines) {
    if (line.folder !== folder) {
      if (folder !== undefined) yield endOfTable;
      folder = line.folder;
      sections += 1;
      yield beginTable(folder || t("top"), `f${sections}`, t);
    }
    yield row(line, facts, t);
  }
  if (folder !== undefined) yield endOfTable;
  yield `<footer><p>${escapeHtml(t("check"))}</p></footer>\n</main>\n</body>\n</html>\n`;
}

function head(facts: IndexFacts, t: Translate): string {
  const { locale, site, packed, bytes } = facts;
  const made = t("made", { at: formatInstant(facts.madeAt, locale), site });
  const sum = t("sum", { count: packed, size: formatSize(bytes, locale) });
  const warnings = [
    ...(facts.leftOut > 0 ? [t("leftOut", { count: facts.leftOut })] : []),
    ...(facts.damaged > 0 ? [t("damaged", { count: facts.damaged })] : []),
  ].map((text) => `<p class="warning"><strong>${escapeHtml(t("warning"))}</strong> ${escapeHtml(text)}</p>`);
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(facts.title)}</title>
<style>${look}</style>
</head>
<body>
<main>
<h1>${escapeHtml(facts.title)}</h1>
<p>${escapeHtml(facts.lead)}</p>
<p>${escapeHtml(made)} ${escapeHtml(sum)}</p>
${warnings.join("\n")}
<p><a href="indice.csv">indice.csv</a> · <a href="SHA256SUMS">SHA256SUMS</a></p>
`;
}

function beginTable(name: string, id: string, t: Translate): string {
  const columns = ["title", "kind", "body", "version", "author", "at", "size", "sha256"];
  const headers = columns.map((key) => `<th scope="col">${escapeHtml(t(`columns.${key}`))}</th>`).join("");
  return `<section aria-labelledby="${id}">
<h2 id="${id}">${escapeHtml(name)}</h2>
<div role="region" tabindex="0" aria-labelledby="${id}"><table>
<thead><tr>${headers}</tr></thead>
<tbody>
`;
}

const endOfTable = "</tbody>\n</table></div>\n</section>\n";

function row(line: Packed, { locale }: IndexFacts, t: Translate): string {
  const title = escapeHtml(line.title);
  const name = line.path
    ? `<a href="${escapeHtml(asAddress(line.path))}">${title}</a><br><small>${escapeHtml(line.path.split("/").at(-1) ?? "")}</small>`
    : title;
  const state =
    line.state === "PACKED" ? "" : `<br><strong>${escapeHtml(t(`states.${line.state}`))}</strong>`;
  const cells = [
    line.kind,
    line.body,
    line.version === null ? "" : String(line.version),
    line.author,
    formatInstant(new Date(line.at), locale),
    formatSize(line.size, locale),
  ].map((text) => `<td>${escapeHtml(text)}</td>`);
  return `<tr><th scope="row">${name}${state}</th>${cells.join("")}<td><code>${line.sha256}</code></td></tr>\n`;
}

/** A path as a link from the page beside it. */
function asAddress(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

const look = `
body{font:1rem/1.5 "Titillium Web",Arial,sans-serif;color:#17324d;background:#fff;margin:0}
main{max-width:80rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1{font-size:1.75rem;line-height:1.2}h2{font-size:1.25rem;margin:2rem 0 .5rem}
a{color:#0059b3}a:focus-visible,[tabindex]:focus-visible{outline:3px solid #17324d;outline-offset:2px}
.warning{border-left:4px solid #a66300;padding:.5rem 1rem;background:#fff8eb}
[role=region]{overflow-x:auto}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.5rem;border-bottom:1px solid #c5cdd5}
tbody th{font-weight:400;min-width:14rem}small,code{font-size:.8125rem;color:#4b6075}code{word-break:break-all;display:block;min-width:16rem}
footer{margin-top:2rem}@media print{[role=region]{overflow:visible}}
`;
