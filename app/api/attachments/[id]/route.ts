import { z } from "zod";
import { getAttachment } from "@/lib/forum/attachments/queries";
import { sendFile } from "@/lib/platform/downloads";
import { NotFoundError } from "@/lib/platform/errors";
import { currentActor } from "@/lib/platform/request";

type Context = { params: Promise<{ id: string }> };

/** Downloads a file of a post: the right is checked at each request, so it ends when the post is hidden. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) return new Response(null, { status: 404 });
  try {
    const file = await getAttachment(await currentActor(), id);
    return await sendFile(request, {
      sha256: file.objectSha256,
      filename: file.filename,
      mimeType: file.mimeType,
      size: Number(file.size),
    });
  } catch (error) {
    if (error instanceof NotFoundError) return new Response(null, { status: 404 });
    throw error;
  }
}
