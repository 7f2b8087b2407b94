import { buffer } from "node:stream/consumers";
import { bearsSignatures } from "@/lib/documents/signatures/kinds";
import { readSignatures } from "@/lib/documents/signatures/read";
import { openObject } from "@/lib/platform/storage/storage";
import type { Seeding } from "./store";

/** Reads who signed the demonstration's own files at once, as `seedTexts` does with what they say. */
export async function seedSignatures({ tx }: Seeding): Promise<void> {
  const versions = await tx.documentVersion.findMany({
    distinct: ["objectSha256"],
    select: { objectSha256: true, mimeType: true },
  });
  for (const { objectSha256: sha256, mimeType } of versions) {
    if (!bearsSignatures(mimeType)) continue;
    const { stream } = await openObject(sha256);
    const signatures = await readSignatures(Uint8Array.from(await buffer(stream)), mimeType);
    await tx.storedObject.update({ where: { sha256 }, data: { signing: "READ" } });
    await tx.objectSignature.createMany({
      data: signatures.map((signature, index) => ({ ...signature, sha256, position: index + 1 })),
    });
  }
}
