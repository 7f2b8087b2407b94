import { NotFoundError } from "@/lib/platform/errors";
import { currentActor } from "@/lib/platform/request";
import { exportReadings } from "@/lib/programmes/indicators/export";

type Context = { params: Promise<{ id: string }> };

/** The readings of an indicator as CSV. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  if (!/^[0-9a-f-]{36}$/.test(id)) return new Response(null, { status: 404 });
  try {
    const { filename, csv } = await exportReadings(await currentActor(), id);
    return new Response(csv, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${filename}"`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    if (error instanceof NotFoundError) return new Response(null, { status: 404 });
    throw error;
  }
}
