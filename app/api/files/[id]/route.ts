import { z } from "zod";
import { getDownload } from "@/lib/documents/queries";
import { sendFile } from "@/lib/platform/downloads";
import { NotFoundError } from "@/lib/platform/errors";
import { currentActor } from "@/lib/platform/request";

type Context = { params: Promise<{ id: string }> };

/** Downloads a version: the right is checked at each request, so it ends with the membership. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) return new Response(null, { status: 404 });
  try {
    const version = await getDownload(await currentActor(), id);
    return await sendFile(request, {
      sha256: version.objectSha256,
      filename: version.filename,
      mimeType: version.mimeType,
      size: Number(version.size),
    });
  } catch (error) {
    if (error instanceof NotFoundError) return new Response(null, { status: 404 });
    throw error;
  }
}
