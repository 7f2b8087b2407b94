import { connection } from "next/server";
import { readHealth } from "@/lib/platform/health";
import { route } from "@/lib/platform/route";

/** Whether the portal works: 200 when it answers people, 503 when it cannot. */
export const GET = route({ name: "portal.health", audience: ["anyone"] }, async () => {
  await connection();
  const health = await readHealth();
  return Response.json(health, {
    status: health.status === "down" ? 503 : 200,
    headers: { "Cache-Control": "no-store" },
  });
});
