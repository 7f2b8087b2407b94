import { z } from "zod";
import { getReceipt } from "@/lib/documents/deliverables/queries";
import { sendFile } from "@/lib/platform/downloads";
import { NotFoundError } from "@/lib/platform/errors";
import { currentActor } from "@/lib/platform/request";

type Context = { params: Promise<{ id: string }> };

/** Downloads the receipt of a submission. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) return new Response(null, { status: 404 });
  try {
    const receipt = await getReceipt(await currentActor(), id);
    const filename = `ricevuta-${receipt.year}-${receipt.number}.pdf`;
    return await sendFile(request, {
      sha256: receipt.sha256,
      filename,
      mimeType: "application/pdf",
      size: receipt.size,
    });
  } catch (error) {
    if (error instanceof NotFoundError) return new Response(null, { status: 404 });
    throw error;
  }
}
