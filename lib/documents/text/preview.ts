import { bareType } from "@/lib/platform/extraction/formats";

/** Pages of a PDF that are drawn beside its text. */
export const mostPages = 5;

/** How a version is shown on its page; "none": it can only be taken away. */
export type PreviewKind = "image" | "pdf" | "markdown" | "text" | "none";

/** Pictures that a browser shows and that hold no script: their kind was told from their bytes when they came. */
const images = ["image/png", "image/jpeg"];

/**
 * How a kind of content is shown. Office files are shown as their text, PDF by a reader that runs when asked for, with
 * the text beside it.
 */
export function previewKindOf(mimeType: string): PreviewKind {
  const type = bareType(mimeType);
  if (images.includes(type)) return "image";
  if (type === "application/pdf") return "pdf";
  if (type === "text/markdown") return "markdown";
  if (type.startsWith("text/") || /opendocument|openxmlformats/.test(type)) return "text";
  return "none";
}

/** Whether a version may be shown as a picture of a page. */
export function isShownAsImage(mimeType: string): boolean {
  return images.includes(bareType(mimeType));
}
