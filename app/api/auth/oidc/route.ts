import { startAtProvider } from "@/lib/people/providers/oidc";
import { safeNextAddress } from "@/lib/people/sign-in/next-address";
import { env } from "@/lib/platform/env";
import { found } from "@/lib/platform/errors";
import { route } from "@/lib/platform/route";

/**
 * The link to the identity provider. A link and no form: a page's policy on forms holds for every redirect that follows
 * one, and where a provider sends people on to is not ours to list.
 */
export const GET = route({ name: "people.startAtProvider", audience: ["anyone"] }, async (request) => {
  const isForeign = ["cross-site", "same-site"].includes(request.headers.get("sec-fetch-site") ?? "");
  found(isForeign ? null : env().oidc, "identity provider");
  return startAtProvider(safeNextAddress(new URL(request.url).searchParams.get("next")) ?? "/area");
});
