/** Kinds of files whose text can be read, each by its own reader. */
export const textFormats = ["pdf", "docx", "pptx", "xlsx", "odf", "plain"] as const;
export type TextFormat = (typeof textFormats)[number];

const office = "application/vnd.openxmlformats-officedocument";
const open = "application/vnd.oasis.opendocument";

const formats: Record<string, TextFormat> = {
  "application/pdf": "pdf",
  [`${office}.wordprocessingml.document`]: "docx",
  [`${office}.presentationml.presentation`]: "pptx",
  [`${office}.spreadsheetml.sheet`]: "xlsx",
  [`${open}.text`]: "odf",
  [`${open}.spreadsheet`]: "odf",
  [`${open}.presentation`]: "odf",
  "text/plain": "plain",
  "text/csv": "plain",
  "text/markdown": "plain",
};

/** How the text of a kind of content is read; null where none is: images, archives, signed envelopes. */
export function textFormatOf(mimeType: string): TextFormat | null {
  return formats[bareType(mimeType)] ?? null;
}

/** A kind of content without its parameters: "text/plain; charset=utf-8" is "text/plain". */
export function bareType(mimeType: string): string {
  return (mimeType.split(";")[0] ?? "").trim().toLowerCase();
}
