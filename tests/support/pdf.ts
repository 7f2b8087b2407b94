import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";

/** What a reader of the screen is given of a document: its title and language, its elements in order, its text by page. */
export type ReadPdf = {
  title: unknown;
  language: unknown;
  isMarked: boolean;
  /** elements of the structure in the order of reading, such as "H1", "P", "TH" */
  tags: string[];
  pages: string[];
  text: string;
};

type Node = { role?: string; children?: Node[] };

/** Opens a PDF with a parser that is not the library that wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
  });
  const document = await task.promise;
  const { info } = await document.getMetadata();
  const facts = info as Record<string, unknown>;
  const tags: string[] = [];
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    tags.push(...rolesIn((await page.getStructTree()) as Node | null));
    const { items } = await page.getTextContent();
    pages.push(
      items
        .map((item) => ("str" in item ? item.str : ""))
        .join(" ")
        .replace(/\s+/g, " "),
    );
  }
  const isMarked = (await document.getMarkInfo())?.Marked === true;
  await task.destroy();
  return { title: facts.Title, language: facts.Language, isMarked, tags, pages, text: pages.join(" ") };
}

function rolesIn(node: Node | null): string[] {
  if (!node) return [];
  const own = node.role && node.role !== "Root" ? [node.role] : [];
  return [...own, ...(node.children ?? []).flatMap(rolesIn)];
}
