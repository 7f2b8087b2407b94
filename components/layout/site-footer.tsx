import { useTranslations } from "next-intl";
import type { SiteInfo } from "@/components/layout/site-info";
import { AppLink, type Href } from "@/components/ui/app-link";
import { Wordmark } from "@/components/ui/wordmark";

type FooterLink = {
  label: string;
  href: Href;
  /** the name by which the national validator finds the links that the law requires */
  element?: string;
};

/** The public footer: the body, ways in, and the links that the law requires. */
export function SiteFooter({ site }: { site: SiteInfo }) {
  const t = useTranslations("ui.layout");
  const contacts = contactLinks(site);
  const programmes: FooterLink[] = [
    { label: t("footer.allProgrammes"), href: "/programmes" },
    { label: t("sections.calendar"), href: "/calendar" },
    { label: t("sections.outcomes"), href: "/outcomes" },
    { label: t("sections.reuse"), href: "/reuse" },
    { label: t("footer.newsletter"), href: "/newsletter" },
  ];
  const bodies: FooterLink[] = [
    { label: t("sections.organisations"), href: "/organisations" },
    { label: t("sections.jobServices"), href: "/job-services" },
    { label: t("sections.smartWorking"), href: "/smart-working" },
    { label: t("area"), href: { url: "/area" } },
  ];
  const data: FooterLink[] = [
    { label: t("footer.calendarFeed"), href: { url: "/calendario.ics" } },
    { label: t("footer.news"), href: { url: "/feed.xml" } },
    { label: t("footer.catalogue"), href: { url: "/opendata/catalogo.jsonld" } },
  ];
  if (site.sourceCodeUrl) data.push({ label: t("footer.sourceCode"), href: { url: site.sourceCodeUrl } });
  data.push({ label: t("footer.status"), href: { url: "/api/health" } });
  const law: FooterLink[] = [
    ...(site.transparencyUrl
      ? [{ label: t("footer.transparency"), href: { url: site.transparencyUrl } }]
      : []),
    { label: t("footer.privacy"), href: "/privacy", element: "privacy-policy-link" },
    { label: t("footer.legal"), href: "/legal-notes", element: "legal-notes" },
    {
      label: t("footer.accessibility"),
      href: site.accessibilityStatementUrl ? { url: site.accessibilityStatementUrl } : "/accessibility",
      element: "accessibility-link",
    },
  ];
  return (
    <footer className="on-dark bg-place text-base">
      <div className="page-width py-10 lg:py-12">
        <div className="flex flex-wrap items-start justify-between gap-x-10 gap-y-6 border-white/25 border-b pb-8">
          <Wordmark size={40} tone="white" />
          <address className="text-meta not-italic leading-relaxed lg:text-right">
            {site.bodyName}
            {site.address?.map((line) => (
              <span key={line} className="block">
                {line}
              </span>
            ))}
            {site.taxCode ? (
              <span className="block">{t("footer.taxCode", { code: site.taxCode })}</span>
            ) : null}
          </address>
        </div>
        <div className="no-print grid grid-cols-2 gap-x-6 gap-y-8 py-8 lg:grid-cols-4">
          {contacts.length > 0 ? <FooterColumn title={t("footer.contacts")} links={contacts} /> : null}
          <FooterColumn title={t("sections.programmes")} links={programmes} />
          <FooterColumn title={t("footer.forBodies")} links={bodies} />
          <FooterColumn title={t("footer.data")} links={data} />
        </div>
        <ul className="no-print flex flex-col gap-x-7 gap-y-2 border-white/25 border-t pt-6 text-meta sm:flex-row sm:flex-wrap">
          {law.map((link) => (
            <li key={link.label}>
              <AppLink href={link.href} data-element={link.element} className="inline-block py-1 underline">
                {link.label}
              </AppLink>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}

function FooterColumn({ title, links }: { title: string; links: FooterLink[] }) {
  return (
    <div className="min-w-0">
      <h2 className="font-bold text-base">{title}</h2>
      <ul className="mt-2">
        {links.map((link) => (
          <li key={link.label}>
            <AppLink href={link.href} className="inline-block py-1 [overflow-wrap:anywhere]">
              {link.label}
            </AppLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

function contactLinks(site: SiteInfo): FooterLink[] {
  const mails = [site.email, site.certifiedEmail].filter((mail) => mail !== undefined);
  const links: FooterLink[] = mails.map((mail) => ({ label: mail, href: { url: `mailto:${mail}` } }));
  if (site.phone) links.push({ label: site.phone, href: { url: `tel:${site.phone.replace(/\s/g, "")}` } });
  return links;
}
