import { createHash } from "node:crypto";
import { edition, type RouteRow } from "./route-row";
import { type Demo, others } from "./row";

const bytes = "Una parte di un file.";
const tus = { "tus-resumable": "1.0.0" };
const checksum = `sha256 ${createHash("sha256").update(bytes).digest("base64")}`;
const base64 = (text: string) => Buffer.from(text).toString("base64");

/** An upload of the staff of a body, of which nothing has come yet. */
export async function anUpload(demo: Demo) {
  return demo.edition<"id">(
    `insert into upload (id, person_id, entry, target, fields, filename, size, created_at, expires_at)
     select gen_random_uuid(), a.id, 'documents.add', jsonb_build_object('programme', p.slug), '{}', 'nota.txt', 1000,
       now(), '2100-01-01'
     from person a, programme p where a.email = 'staff.a@demo.test' and p.id = $1 returning id`,
  );
}

const ofOwner = { right: "staff.a", hiddenFrom: others("staff.a", "nobody") } as const;
const asked =
  (more: (path: string) => Awaited<ReturnType<RouteRow["input"]>>): RouteRow["input"] =>
  async (demo) =>
    more(`/api/upload/parts/${(await anUpload(demo)).id}`);

/** Files that come in parts: begun by whoever may send the form, known to nobody else. */
export const uploadRequests: Record<string, RouteRow> = {
  "the beginning of an upload": {
    entry: "portal.beginUpload",
    right: "referente.a",
    also: ["coordinatore", "esperto", "staff.a", "referente.b", "staff.b"],
    isRecorded: true,
    input: async (demo) => {
      const { slug } = await edition(demo);
      const fields = JSON.stringify({ kind: "EXCHANGE_MATERIAL", title: "Un documento a parti" });
      return {
        path: `/api/upload/parts?to=documents.add&programme=${slug}`,
        method: "POST",
        headers: {
          ...tus,
          "upload-length": "1000",
          "upload-metadata": `filename ${base64("nota.txt")},fields ${base64(fields)}`,
        },
      };
    },
  },
  "how far an upload is": {
    entry: "portal.followUpload",
    ...ofOwner,
    input: asked((path) => ({ path })),
  },
  "where an upload goes on": {
    entry: "portal.resumeUpload",
    ...ofOwner,
    input: asked((path) => ({ path, method: "HEAD", headers: tus })),
  },
  "a part of an upload": {
    entry: "portal.sendPart",
    ...ofOwner,
    isRecorded: true,
    input: asked((path) => ({
      path,
      method: "PATCH",
      body: bytes,
      headers: {
        ...tus,
        "content-type": "application/offset+octet-stream",
        "upload-offset": "0",
        "upload-checksum": checksum,
      },
    })),
  },
  "an upload taken back": {
    entry: "portal.removeUpload",
    ...ofOwner,
    isRecorded: true,
    input: asked((path) => ({ path, method: "DELETE", headers: tus })),
  },
};
