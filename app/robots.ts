import type { MetadataRoute } from "next";
import { env } from "@/lib/platform/env";
import { metadataRoute } from "@/lib/platform/route";

export const dynamic = "force-dynamic";

/** What search engines may read: public pages, not the reserved area nor links that hold a secret. */
export default metadataRoute(
  "portal.robots",
  (): MetadataRoute.Robots => ({
    rules: {
      userAgent: "*",
      disallow: [
        "/area",
        "/en/area",
        "/api/",
        "/accedi",
        "/en/sign-in",
        "/invito/",
        "/password",
        "/cerca",
        "/en/search",
      ],
    },
    sitemap: `${env().siteUrl}/sitemap.xml`,
  }),
);
