import { getDownload } from "@/lib/documents/queries";
import { recordOpening } from "@/lib/documents/reading/mutations";
import { sendFile } from "@/lib/platform/downloads";
import { identifierIn, route } from "@/lib/platform/route";

/** Downloads a version: the right is checked at each request, so it ends with the membership. */
export const GET = route<{ id: string }>(
  { name: "documents.download", audience: ["anyone"] },
  async (request, { params, actor }) => {
    const reader = await actor();
    const version = await getDownload(reader, identifierIn(params.id));
    await recordOpening(reader, version.id);
    return sendFile(request, {
      sha256: version.objectSha256,
      filename: version.filename,
      mimeType: version.mimeType,
      size: Number(version.size),
    });
  },
);
