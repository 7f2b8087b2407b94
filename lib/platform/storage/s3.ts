import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import type { Readable } from "node:stream";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  S3Client,
} from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { StorageDriver } from "@/lib/platform/storage/driver";

/** What the store needs to know: any service that speaks S3. */
export type S3Settings = {
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  endpoint?: string;
  /** downloads are sent on to the store; `endpoint` is where browsers reach it, where that is another address */
  redirect?: { endpoint?: string };
};

const prefix = "objects/";
const partSize = 8 * 1024 ** 2;
/** Seconds for which a link is good: to begin with, however long the download then takes. */
const linkLasts = 60;

/** Objects as `objects/<hash>` in a bucket; large ones travel in parts, with constant memory. */
export function s3Driver(settings: S3Settings): StorageDriver {
  const client = clientAt(settings, settings.endpoint);
  const at = (sha256: string) => ({ Bucket: settings.bucket, Key: prefix + sha256 });
  return {
    async keep(path, sha256) {
      const params = { ...at(sha256), Body: createReadStream(path), ContentType: "application/octet-stream" };
      await new Upload({ client, params, partSize, queueSize: 2 }).done();
      await rm(path, { force: true });
    },
    async open(sha256, range) {
      const head = await unlessMissing(client.send(new HeadObjectCommand(at(sha256))));
      if (!head) return null;
      const Range = range ? `bytes=${range.start}-${range.end}` : undefined;
      const answer = await client.send(new GetObjectCommand({ ...at(sha256), Range }));
      return { stream: answer.Body as Readable, size: head.ContentLength ?? 0 };
    },
    has: async (sha256) => (await unlessMissing(client.send(new HeadObjectCommand(at(sha256))))) !== null,
    async remove(sha256) {
      await client.send(new DeleteObjectCommand(at(sha256)));
    },
    async *list() {
      let token: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsV2Command({ Bucket: settings.bucket, Prefix: prefix, ContinuationToken: token }),
        );
        for (const { Key, LastModified } of page.Contents ?? []) {
          if (Key && LastModified) yield { sha256: Key.slice(prefix.length), modifiedAt: LastModified };
        }
        token = page.NextContinuationToken;
      } while (token);
    },
    ...(settings.redirect ? { link: linker(settings, at) } : {}),
  };
}

function clientAt(settings: S3Settings, endpoint: string | undefined): S3Client {
  return new S3Client({
    region: settings.region,
    credentials: { accessKeyId: settings.accessKeyId, secretAccessKey: settings.secretAccessKey },
    // Services other than Amazon's are reached by path; newer checksums are not known to all of them.
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
}

// Signed for the host that the browser asks: the store then takes the link for nothing else, and neither another object
// nor another name or kind.
function linker(
  settings: S3Settings,
  at: (sha256: string) => { Bucket: string; Key: string },
): NonNullable<StorageDriver["link"]> {
  const client = clientAt(settings, settings.redirect?.endpoint ?? settings.endpoint);
  return (sha256, { disposition, mimeType }) =>
    getSignedUrl(
      client,
      new GetObjectCommand({
        ...at(sha256),
        ResponseContentDisposition: disposition,
        ResponseContentType: mimeType,
        ResponseCacheControl: "private, no-store",
      }),
      { expiresIn: linkLasts },
    );
}

async function unlessMissing<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if ((error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 404) return null;
    throw error;
  }
}
