import { connection } from "next/server";
import { readHealth } from "@/lib/platform/health";

/** Whether the portal works: 200 when it answers people, 503 when it cannot. */
export async function GET(): Promise<Response> {
  await connection();
  const health = await readHealth();
  return Response.json(health, {
    status: health.status === "down" ? 503 : 200,
    headers: { "Cache-Control": "no-store" },
  });
}
