import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** What the store is asked with: the same as the portal's settings. */
export const s3Account = {
  bucket: "bucket",
  region: "eu-south-1",
  accessKeyId: "AKIDSPERIMENTA",
  secretAccessKey: "a secret key of the tests alone, not in use",
};

export type S3Server = {
  endpoint: string;
  objects: Map<string, Buffer>;
  /** parts of uploads that came in */
  partsReceived: () => number;
  /** the clock by which links end; it goes with ours until it is set */
  setClock: (at: Date | null) => void;
  close(): Promise<void>;
};

/**
 * A store that speaks S3 as far as our driver does. What comes with a signature in its address (SigV4, "presigned") is
 * given out only if the signature is right for just that address and host, and its time is not over; `find` is asked for
 * objects that nobody put in.
 */
export async function startS3(
  find: (key: string) => Buffer | undefined = () => undefined,
): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  const parts = new Map<string, Buffer[]>();
  let [received, clock]: [number, Date | null] = [0, null];
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    partsReceived: () => received,
    setClock: (at) => {
      clock = at;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://s3");
    const key = pathname.replace(/^\/bucket\/?/, "");
    const body = await buffer(request);
    const refusal = refusalOf(request, searchParams, clock ?? new Date());
    if (refusal) {
      response.statusCode = 403;
      xml(response, `<Error><Code>AccessDenied</Code><Message>${refusal}</Message></Error>`);
    } else if (searchParams.has("uploads") || searchParams.has("uploadId")) {
      takePart(response, { key, body, searchParams, method: request.method ?? "" });
    } else if (request.method === "PUT") {
      objects.set(key, body);
      response.setHeader("ETag", '"whole"').end();
    } else if (request.method === "DELETE") {
      objects.delete(key);
      response.writeHead(204).end();
    } else if (searchParams.has("list-type")) {
      const rows = [...objects.keys()].map(
        (one) =>
          `<Contents><Key>${one}</Key><LastModified>2026-03-23T09:00:00.000Z</LastModified></Contents>`,
      );
      xml(response, `<ListBucketResult><IsTruncated>false</IsTruncated>${rows.join("")}</ListBucketResult>`);
    } else {
      serve(request, response, { found: objects.get(key) ?? find(key), asked: searchParams });
    }
  }

  type Part = { key: string; body: Buffer; searchParams: URLSearchParams; method: string };

  function takePart(response: ServerResponse, { key, body, searchParams, method }: Part): void {
    if (searchParams.has("uploads")) {
      parts.set(key, []);
      xml(
        response,
        `<InitiateMultipartUploadResult><Bucket>bucket</Bucket><Key>${key}</Key><UploadId>u1</UploadId></InitiateMultipartUploadResult>`,
      );
    } else if (method === "PUT") {
      const list = parts.get(key) ?? [];
      list[Number(searchParams.get("partNumber")) - 1] = body;
      received += 1;
      response.setHeader("ETag", '"part"').end();
    } else {
      objects.set(key, Buffer.concat(parts.get(key) ?? []));
      xml(
        response,
        `<CompleteMultipartUploadResult><Key>${key}</Key><ETag>"whole"</ETag></CompleteMultipartUploadResult>`,
      );
    }
  }
}

const xml = (response: ServerResponse, text: string) =>
  response.setHeader("Content-Type", "application/xml").end(text);

/** Who bears neither the account's own signature nor a good link is given nothing. */
function refusalOf(request: IncomingMessage, asked: URLSearchParams, at: Date): string | null {
  if (asked.has("X-Amz-Signature")) return faultOf(request, at);
  return request.headers.authorization?.includes(s3Account.accessKeyId) ? null : "nobody";
}

function serve(
  request: IncomingMessage,
  response: ServerResponse,
  { found, asked }: { found: Buffer | undefined; asked: URLSearchParams },
): void {
  if (!found) {
    response.writeHead(404).end();
    return;
  }
  const [, start, end] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? "") ?? [];
  const bytes = start ? found.subarray(Number(start), Number(end) + 1) : found;
  for (const name of ["content-disposition", "content-type", "cache-control"]) {
    const value = asked.get(`response-${name}`);
    if (value) response.setHeader(name, value);
  }
  response.writeHead(start ? 206 : 200, { "Content-Length": bytes.length });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

const hmac = (key: Buffer | string, text: string) => createHmac("sha256", key).update(text).digest();
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** What is wrong with a signed address: its time, or its signature; null when nothing is. */
function faultOf(request: IncomingMessage, at: Date): string | null {
  const [path = "", query = ""] = (request.url ?? "").split("?");
  const given = new URLSearchParams(query);
  const moment = given.get("X-Amz-Date") ?? "";
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(moment) ?? [];
  const signedAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  const age = (at.getTime() - signedAt) / 1000;
  if (!(age <= Number(given.get("X-Amz-Expires")) && age >= -900)) return "Request has expired";
  const scope = `${moment.slice(0, 8)}/${s3Account.region}/s3/aws4_request`;
  if (given.get("X-Amz-Credential") !== `${s3Account.accessKeyId}/${scope}`) return "InvalidAccessKeyId";
  const names = (given.get("X-Amz-SignedHeaders") ?? "").split(";");
  if (!names.includes("host")) return "host is not signed";
  const canonical = [
    request.method,
    path,
    query
      .split("&")
      .filter((one) => !one.startsWith("X-Amz-Signature="))
      .toSorted()
      .join("&"),
    ...names.map((name) => `${name}:${String(request.headers[name] ?? "").trim()}`),
    "",
    names.join(";"),
    "UNSIGNED-PAYLOAD",
  ].join("\n");
  const toSign = ["AWS4-HMAC-SHA256", moment, scope, sha256(canonical)].join("\n");
  const key = [moment.slice(0, 8), s3Account.region, "s3", "aws4_request"].reduce<Buffer | string>(
    hmac,
    `AWS4${s3Account.secretAccessKey}`,
  );
  return hmac(key, toSign).toString("hex") === given.get("X-Amz-Signature") ? null : "SignatureDoesNotMatch";
}
