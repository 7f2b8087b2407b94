import { fileTypeFromBuffer } from "file-type";
import { DomainError } from "@/lib/platform/errors";
import { extensionOf } from "@/lib/platform/storage/file-name";

type Kind = {
  mimeType: string;
  /** how the bytes are recognised */
  bytes: "exact" | "package" | "text" | "signed";
};

const office = "application/vnd.openxmlformats-officedocument";
const open = "application/vnd.oasis.opendocument";

/** What may be stored, by extension. Programs, pages, drawings with scripts and macro formats are not in the list. */
const kinds: Record<string, Kind> = {
  pdf: { mimeType: "application/pdf", bytes: "exact" },
  docx: { mimeType: `${office}.wordprocessingml.document`, bytes: "package" },
  xlsx: { mimeType: `${office}.spreadsheetml.sheet`, bytes: "package" },
  pptx: { mimeType: `${office}.presentationml.presentation`, bytes: "package" },
  odt: { mimeType: `${open}.text`, bytes: "package" },
  ods: { mimeType: `${open}.spreadsheet`, bytes: "package" },
  odp: { mimeType: `${open}.presentation`, bytes: "package" },
  zip: { mimeType: "application/zip", bytes: "package" },
  txt: { mimeType: "text/plain; charset=utf-8", bytes: "text" },
  csv: { mimeType: "text/csv; charset=utf-8", bytes: "text" },
  md: { mimeType: "text/markdown; charset=utf-8", bytes: "text" },
  png: { mimeType: "image/png", bytes: "exact" },
  jpg: { mimeType: "image/jpeg", bytes: "exact" },
  jpeg: { mimeType: "image/jpeg", bytes: "exact" },
  p7m: { mimeType: "application/pkcs7-mime", bytes: "signed" },
};

/** Extensions that may be uploaded, in the order in which a message names them. */
export const allowedExtensions: readonly string[] = Object.keys(kinds);

/** For the `accept` of a file field. */
export const acceptedFiles = allowedExtensions.map((extension) => `.${extension}`).join(",");

/**
 * Refuses a name that no content could agree with, before a byte of it comes.
 * @throws DomainError "portal.fileKindForbidden" with the `allowed` extensions
 */
export function checkName(filename: string): void {
  const kind = kindOf(filename);
  if (!kind || (kind.bytes === "signed" && !wrapsAllowed(filename))) throw forbiddenKind();
}

/**
 * Decides what a file is from its first bytes and its name, which have to agree.
 * @throws DomainError "portal.fileKindForbidden" with the `allowed` extensions
 */
export async function checkContent(head: Uint8Array, filename: string): Promise<{ mimeType: string }> {
  const extension = extensionOf(filename);
  const kind = kindOf(filename);
  if (!kind || !(await agrees(kind, extension, head, filename))) throw forbiddenKind();
  return { mimeType: kind.mimeType };
}

function kindOf(filename: string): Kind | undefined {
  const extension = extensionOf(filename);
  return Object.hasOwn(kinds, extension) ? kinds[extension] : undefined;
}

function forbiddenKind(): DomainError {
  return new DomainError("portal.fileKindForbidden", { allowed: allowedExtensions.join(", ") });
}

async function agrees(kind: Kind, extension: string, head: Uint8Array, filename: string): Promise<boolean> {
  if (kind.bytes === "text") return isPlainText(head);
  if (kind.bytes === "signed") return isSignedEnvelope(head) && wrapsAllowed(filename);
  const found = (await fileTypeFromBuffer(head))?.ext;
  if (kind.bytes === "package") {
    // Only the beginning is at hand: a package whose parts stand in an unusual order is told as a plain archive.
    return (
      startsWith(head, [0x50, 0x4b, 0x03, 0x04]) &&
      (found === undefined || found === "zip" || found === extension)
    );
  }
  return found === (extension === "jpeg" ? "jpg" : extension);
}

const markup = /^(?:\ufeff)?\s*<(?:!doctype|html|head|body|script|svg|iframe|\?xml|\?php|mjml)\b|^#!/i;

function isPlainText(head: Uint8Array): boolean {
  return !head.includes(0) && !markup.test(new TextDecoder("utf-8").decode(head).slice(0, 512));
}

// PKCS#7 signedData: its object identifier 1.2.840.113549.1.7.2 stands at the beginning, in DER or as base64 text.
const signedData = Buffer.from([0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02]);

function isSignedEnvelope(head: Uint8Array): boolean {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  if (bytes[0] === 0x30) return bytes.subarray(0, 64).includes(signedData);
  const text = bytes.toString("latin1").replace(/^-----BEGIN [A-Z0-9 ]+-----/, "");
  const first = /^[A-Za-z0-9+/\s]+={0,2}\s*/.exec(text)?.[0].replace(/\s/g, "").slice(0, 88);
  return first !== undefined && Buffer.from(first, "base64").includes(signedData);
}

// "relazione.pdf.p7m" holds a pdf; what is inside has to be allowed too.
function wrapsAllowed(filename: string): boolean {
  const inner = extensionOf(filename.slice(0, -".p7m".length));
  return inner === "" || (Object.hasOwn(kinds, inner) && inner !== "p7m");
}

function startsWith(bytes: Uint8Array, wanted: number[]): boolean {
  return wanted.every((byte, index) => bytes[index] === byte);
}
