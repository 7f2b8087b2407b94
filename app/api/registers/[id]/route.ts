import { getRegister } from "@/lib/documents/deliverables/register/queries";
import { sendFile } from "@/lib/platform/downloads";
import { identifierIn, route } from "@/lib/platform/route";

/** Downloads the register of a locked deliverable. */
export const GET = route<{ id: string }>(
  {
    name: "documents.downloadRegister",
    audience: ["coordinator", "expert", "observer", "referent", "staff"],
  },
  async (request, { params, actor }) => {
    const { position, sha256, size } = await getRegister(await actor(), identifierIn(params.id));
    return sendFile(request, {
      sha256,
      filename: `registro-consegna-${position}.pdf`,
      mimeType: "application/pdf",
      size,
    });
  },
);
