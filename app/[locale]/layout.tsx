import "@/app/globals.css";
import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { env } from "@/lib/platform/env";
import { isLocale } from "@/lib/platform/i18n/routing";

// Nothing is rendered at build: that would need the database, and each page carries the nonce of its own request.
export const dynamic = "force-dynamic";

export const viewport: Viewport = { themeColor: "#0066cc", width: "device-width", initialScale: 1 };

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = await getTranslations({ locale, namespace: "ui" });
  return {
    metadataBase: new URL(env().siteUrl),
    title: { default: t("layout.title"), template: "%s | Sperimenta" },
    description: t("layout.description"),
    icons: { icon: ["/favicon.svg", "/favicon.ico"], apple: "/apple-touch-icon.png" },
    manifest: "/site.webmanifest",
    openGraph: { siteName: "Sperimenta", locale: locale === "it" ? "it_IT" : "en_GB", type: "website" },
  };
}

export default async function RootLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  return (
    <html lang={locale}>
      <body>{children}</body>
    </html>
  );
}
