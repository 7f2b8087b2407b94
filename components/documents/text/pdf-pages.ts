import { GlobalWorkerOptions, getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { mostPages } from "@/lib/documents/text/preview";

/** Dots of a page's width at most: sharp enough to be read, and little memory on a phone. */
const widest = 1_400;

// Of our own origin, loaded when the first document is opened.
GlobalWorkerOptions.workerSrc = new URL(
  "pdfjs-dist/legacy/build/pdf.worker.min.mjs",
  import.meta.url,
).toString();

/**
 * Draws the first pages of a PDF into an element, one below the other; what is in the document runs nothing.
 * @param nameOf what a page is called for those who do not see it
 * @returns how many pages were drawn, of how many
 */
export async function drawPages(
  holder: HTMLElement,
  url: string,
  nameOf: (number: number, of: number) => string,
): Promise<{ shown: number; of: number }> {
  const task = getDocument({
    url,
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    enableXfa: false,
  });
  try {
    const document = await task.promise;
    const of = document.numPages;
    const shown = Math.min(of, mostPages);
    for (let number = 1; number <= shown; number += 1) {
      const page = await document.getPage(number);
      const natural = page.getViewport({ scale: 1 });
      const width = Math.min(widest, Math.max(320, holder.clientWidth) * Math.min(2, devicePixelRatio));
      const viewport = page.getViewport({ scale: width / natural.width });
      const canvas = holder.ownerDocument.createElement("canvas");
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      canvas.className = "h-auto w-full border border-hairline bg-white";
      canvas.setAttribute("role", "img");
      canvas.setAttribute("aria-label", nameOf(number, of));
      await page.render({ canvas, viewport }).promise;
      holder.append(canvas);
      page.cleanup();
    }
    return { shown, of };
  } finally {
    await task.destroy();
  }
}
