import { getReceipt } from "@/lib/documents/deliverables/one/queries";
import { sendFile } from "@/lib/platform/downloads";
import { identifierIn, route } from "@/lib/platform/route";

/** Downloads the receipt of a submission. */
export const GET = route<{ id: string }>(
  { name: "documents.downloadReceipt", audience: ["coordinator", "expert", "observer", "referent", "staff"] },
  async (request, { params, actor }) => {
    const { year, number, sha256, size } = await getReceipt(await actor(), identifierIn(params.id));
    return sendFile(request, {
      sha256,
      filename: `ricevuta-${year}-${number}.pdf`,
      mimeType: "application/pdf",
      size,
    });
  },
);
