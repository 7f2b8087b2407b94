import { recordOpening } from "@/lib/documents/reading/mutations";
import { getImage } from "@/lib/documents/text/queries";
import { sendImage } from "@/lib/platform/downloads";
import { identifierIn, route } from "@/lib/platform/route";

/** A version as a picture of its page: by the right of the download, and it counts as an opening as that does. */
export const GET = route<{ id: string }>(
  { name: "documents.showImage", audience: ["anyone"] },
  async (request, { params, actor }) => {
    const reader = await actor();
    const image = await getImage(reader, identifierIn(params.id));
    await recordOpening(reader, image.id);
    return sendImage(
      request,
      { sha256: image.objectSha256, mimeType: image.mimeType, size: Number(image.size) },
      { isPrivate: true },
    );
  },
);
