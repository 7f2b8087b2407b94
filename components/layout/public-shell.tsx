import type { ReactNode } from "react";
import { PageKeys } from "@/components/layout/page-keys";
import { SiteFooter } from "@/components/layout/site-footer";
import { SiteHeader } from "@/components/layout/site-header";
import type { SiteInfo } from "@/components/layout/site-info";
import { SkipLinks } from "@/components/layout/skip-links";

/** Everything around a public page; belongs in the layout of the public group. Pages bring their own bands. */
export function PublicShell({ site, children }: { site: SiteInfo; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLinks navigationId="navigation" />
      <SiteHeader site={site} />
      <main id="content" tabIndex={-1} className="flex-1 text-body">
        {children}
      </main>
      <SiteFooter site={site} />
      <PageKeys />
    </div>
  );
}
