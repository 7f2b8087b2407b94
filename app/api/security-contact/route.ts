import { connection } from "next/server";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { found } from "@/lib/platform/errors";
import { route } from "@/lib/platform/route";
import { securityContact } from "@/lib/platform/security-contact";

/** `/.well-known/security.txt`, once the body has said who hears of a weakness. */
export const GET = route({ name: "portal.securityContact", audience: ["anyone"] }, async () => {
  await connection();
  const { SECURITY_CONTACT, siteUrl } = env();
  const contact = found(SECURITY_CONTACT, "security contact");
  return new Response(securityContact({ contact, siteUrl, at: now() }), {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "public, max-age=3600" },
  });
});
