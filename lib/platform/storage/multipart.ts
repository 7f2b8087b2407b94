import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import busboy from "busboy";
import { DomainError } from "@/lib/platform/errors";
import { type FormValues, formValues } from "@/lib/platform/form-data";
import { checkContent } from "@/lib/platform/storage/content-kind";
import { cleanFileName } from "@/lib/platform/storage/file-name";
import { fileTooLarge } from "@/lib/platform/storage/staging";
import { type StagedBytes, type StoredBytes, stageObject } from "@/lib/platform/storage/storage";

/** A file that came with a form, stored under its hash. */
export type ReceivedFile = StoredBytes & { filename: string; mimeType: string };

/** A form with its one file; `fields` as an action has them (see formInput). */
export type Upload = { fields: FormValues; file: ReceivedFile };

// What may come beside the file: fields, boundaries, headers of the parts.
const otherBytes = 1024 ** 2;

type Limits = {
  maxBytes: number;
  /** is given what was typed beside the file, also when the file is refused */
  onTyped?: (fields: FormValues) => void;
};

/**
 * Receives a form with one file in constant memory. The file is stored only when the whole form has arrived and its
 * content is of a kind that may be kept; a form that breaks off leaves nothing.
 * @throws DomainError "portal.fileMissing", "portal.fileEmpty", "portal.fileTooLarge", "portal.fileKindForbidden",
 * "portal.oneFileOnly", "portal.uploadBroken", "badRequest"
 */
export async function receiveUpload(request: Request, limits: Limits): Promise<Upload> {
  const { fields, file } = await receiveForm(request, limits);
  if (!file) throw new DomainError("portal.fileMissing");
  return { fields, file };
}

/** The same of a form whose file may be left out. */
export async function receiveForm(
  request: Request,
  limits: Limits,
): Promise<{ fields: FormValues; file: ReceivedFile | null }> {
  if (!request.body) throw new DomainError("badRequest");
  const body = Readable.fromWeb(request.body as NodeReadableStream<Uint8Array>);
  if (Number(request.headers.get("content-length") ?? 0) > limits.maxBytes + otherBytes) {
    drain(body, limits.maxBytes);
    throw fileTooLarge(limits.maxBytes);
  }
  const parts = await parse(body, request.headers.get("content-type") ?? "", limits);
  const { staged, filename } = parts.file ?? { staged: undefined, filename: "" };
  if (!staged) return { fields: formValues(parts.fields), file: null };
  try {
    const { mimeType } = await checkContent(staged.head, filename);
    await staged.keep();
    const { sha256, size, head } = staged;
    return { fields: formValues(parts.fields), file: { sha256, size, head, filename, mimeType } };
  } catch (error) {
    await staged.discard();
    throw error;
  }
}

type Parts = { fields: FormData; file?: { staged: StagedBytes; filename: string } };

async function parse(body: Readable, contentType: string, { maxBytes, onTyped }: Limits): Promise<Parts> {
  const parser = openParser(contentType);
  const fields = new FormData();
  let arriving: Promise<{ staged: StagedBytes; filename: string }> | undefined;
  const finished = new Promise<void>((resolve, reject) => {
    const refuse = (code: string) => () => reject(new DomainError(code));
    parser.on("field", (name, value) => fields.append(name, value));
    parser.on("file", (_name, stream, { filename }) => {
      // A field left empty is sent as a file without a name.
      if (!filename) {
        stream.resume();
        return;
      }
      arriving = stageObject(stream, { maxBytes }).then((staged) => ({
        staged,
        filename: cleanFileName(asTyped(filename)),
      }));
      arriving.catch(reject);
    });
    parser.on("filesLimit", refuse("portal.oneFileOnly"));
    for (const limit of ["fieldsLimit", "partsLimit"] as const) parser.on(limit, refuse("badRequest"));
    parser.on("error", refuse("portal.uploadBroken"));
    body.on("error", refuse("portal.uploadBroken"));
    parser.on("close", resolve);
  });
  body.pipe(parser);
  try {
    await finished;
    const file = await arriving;
    return file ? { fields, file } : { fields };
  } catch (error) {
    body.unpipe(parser);
    drain(body, maxBytes);
    parser.destroy();
    await (await arriving?.catch(() => undefined))?.staged.discard();
    throw error;
  } finally {
    onTyped?.(formValues(fields));
  }
}

// Browsers write these three characters of a name, and no others, in this way.
function asTyped(filename: string): string {
  return filename.replaceAll("%22", '"').replace(/%0[AD]/g, " ");
}

function openParser(contentType: string): busboy.Busboy {
  if (!/^multipart\/form-data\s*;.*boundary=[^\s;]/i.test(contentType)) throw new DomainError("badRequest");
  return busboy({
    headers: { "content-type": contentType },
    defParamCharset: "utf8",
    limits: { files: 1, fields: 50, parts: 60, fieldSize: 256 * 1024, headerPairs: 50 },
  });
}

// A browser reads the answer only when it has sent everything: a refused form is read to its end, up to a bound.
function drain(body: Readable, maxBytes: number): void {
  let left = maxBytes + otherBytes;
  body.on("data", (chunk: Uint8Array) => {
    left -= chunk.byteLength;
    if (left < 0) body.destroy();
  });
  body.on("error", () => undefined);
  body.resume();
}
