import { db } from "@/lib/platform/db";
import { putObject } from "@/lib/platform/storage/storage";

/** Stores the bytes of every file that the factories only registered: of such a file they are its name. */
export async function storeNamedFiles(): Promise<void> {
  const versions = await db.documentVersion.findMany({ select: { filename: true } });
  for (const name of new Set(versions.map((one) => one.filename))) await putObject(Buffer.from(name));
}
