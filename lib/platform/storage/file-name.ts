const maxLength = 200;
const fallback = "file";

// Control characters, soft hyphen, marks that turn the direction of text ("gnp.exe" shown as "exe.png"), invisible ones.
const unseen =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/gu;
const extensionOfName = /(?:\.[A-Za-z0-9]{1,10}){1,2}$/;

/** A file's name as a person gave it, without path, control and direction characters, at most 200 characters long. */
export function cleanFileName(name: string): string {
  const visible = name.normalize("NFC").replace(unseen, "");
  const last = visible.split(/[/\\]/).at(-1) ?? "";
  const tidy = last
    .replace(/\s+/g, " ")
    .replace(/[ .]+$/, "")
    .trim();
  const extension = endingOf(tidy);
  const stem = tidy.slice(0, tidy.length - extension.length).replace(/^[ .]+/, "") || fallback;
  const room = maxLength - extension.length;
  return [...stem].slice(0, room).join("").trimEnd() + extension;
}

/** What a name ends in, "relazione.pdf.p7m" in ".pdf.p7m"; "" when it ends in no extension. */
export function endingOf(name: string): string {
  return extensionOfName.exec(name)?.[0] ?? "";
}

/** The last extension of a name in lower case, without dot; "" when there is none. */
export function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? "";
}

/** `Content-Disposition` of a download by RFC 6266: always an attachment, the exact name by RFC 8187. */
export function contentDisposition(name: string): string {
  const clean = cleanFileName(name);
  const ascii = clean
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^ -~]|["\\%]/g, "_");
  const exact = encodeURIComponent(clean).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${exact}`;
}
