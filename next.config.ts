import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { folderRewrite } from "./lib/platform/i18n/rewrites";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./lib/platform/i18n/request.ts",
  experimental: {
    // Messages are read once, at the build: at run time each request would read each of its messages anew.
    messages: {
      path: "./lib/platform/i18n/messages",
      format: "json",
      locales: ["it", "en"],
      precompile: true,
    },
  },
});

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
      { source: "/opendata/catalogo.jsonld", destination: "/api/reuse/catalogue" },
      { source: "/.well-known/security.txt", destination: "/api/security-contact" },
      folderRewrite,
    ],
    afterFiles: [],
    fallback: [],
  }),
};

export default withNextIntl(config);
