const office = "application/vnd.openxmlformats-officedocument";
const open = "application/vnd.oasis.opendocument";

/** Kinds of files by the European list, which has none for Markdown: that is a text. */
const fileTypes: Record<string, string> = {
  "application/pdf": "PDF",
  [`${office}.wordprocessingml.document`]: "DOCX",
  [`${office}.spreadsheetml.sheet`]: "XLSX",
  [`${office}.presentationml.presentation`]: "PPTX",
  [`${open}.text`]: "ODT",
  [`${open}.spreadsheet`]: "ODS",
  [`${open}.presentation`]: "ODP",
  "application/zip": "ZIP",
  "text/plain": "TXT",
  "text/csv": "CSV",
  "text/markdown": "TXT",
  "image/png": "PNG",
  "image/jpeg": "JPEG",
};

/** A stored kind of content as a catalogue names it; what the European list does not hold is bytes to it. */
export function formatOf(mimeType: string): { mediaType: string; fileType: string } {
  const mediaType = mimeType.split(";")[0]?.trim() ?? mimeType;
  return { mediaType, fileType: fileTypes[mediaType] ?? "OCTET" };
}
