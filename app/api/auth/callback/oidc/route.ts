import type { NextRequest } from "next/server";
import { returnFromProvider } from "@/lib/people/providers/oidc";
import { env } from "@/lib/platform/env";
import { found } from "@/lib/platform/errors";
import { route } from "@/lib/platform/route";

/** Where the identity provider sends people back. */
export const GET = route({ name: "people.returnFromProvider", audience: ["anyone"] }, async (request) => {
  found(env().oidc, "identity provider");
  return returnFromProvider(request as NextRequest);
});
