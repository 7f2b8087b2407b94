import { getAttachment } from "@/lib/forum/attachments/queries";
import { sendFile } from "@/lib/platform/downloads";
import { identifierIn, route } from "@/lib/platform/route";

/** Downloads a file of a post: the right is checked at each request, so it ends when the post is hidden. */
export const GET = route<{ id: string }>(
  { name: "forum.downloadAttachment", audience: ["anyone"] },
  async (request, { params, actor }) => {
    const file = await getAttachment(await actor(), identifierIn(params.id));
    return sendFile(request, {
      sha256: file.objectSha256,
      filename: file.filename,
      mimeType: file.mimeType,
      size: Number(file.size),
    });
  },
);
