import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { localeRedirects, localeRewrites } from "./lib/platform/i18n/rewrites";

const withNextIntl = createNextIntlPlugin("./lib/platform/i18n/request.ts");

const config: NextConfig = {
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  reactStrictMode: true,
  trailingSlash: false,
  images: { unoptimized: true },
  // npm run check reads the types; a first start need not wait for it a second time.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "pdfkit",
    "@node-rs/argon2",
    "pg",
    "graphile-worker",
    "file-type",
    "prom-client",
    "date-holidays",
    "@touch4it/ical-timezones",
  ],
  experimental: {
    // A post of 1 MB must reach its schema to be told why it is refused.
    serverActions: { bodySizeLimit: "4mb" },
    // Pages kept on disk would outlive the database they were made from: a restore, another data directory.
    isrFlushToDisk: false,
  },
  rewrites: async () => ({
    beforeFiles: [
      { source: "/calendario.ics", destination: "/api/calendar/public" },
      { source: "/calendar.ics", destination: "/api/calendar/public" },
      { source: "/programmi/:slug/calendario.ics", destination: "/api/calendar/programme/:slug" },
      { source: "/en/programmes/:slug/calendar.ics", destination: "/api/calendar/programme/:slug" },
      { source: "/calendario/:token.ics", destination: "/api/calendar/personal/:token" },
      { source: "/feed.xml", destination: "/api/feed" },
      { source: "/.well-known/security.txt", destination: "/api/security-contact" },
      ...localeRewrites(),
    ],
    afterFiles: [],
    fallback: [],
  }),
  redirects: async () => localeRedirects(),
};

export default withNextIntl(config);
