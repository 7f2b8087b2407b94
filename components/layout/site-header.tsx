import { useLocale, useTranslations } from "next-intl";
import { LanguageSwitch } from "@/components/layout/language-switch";
import { NavLink } from "@/components/layout/nav-link";
import type { SiteInfo } from "@/components/layout/site-info";
import { AppLink } from "@/components/ui/app-link";
import { CircleUserRound, FlaskConical, Menu, Search } from "@/components/ui/icons";
import { Wordmark } from "@/components/ui/wordmark";
import { getPathname } from "@/lib/platform/i18n/navigation";
import { type Locale, routing } from "@/lib/platform/i18n/routing";

const sections = [
  { href: "/programmes", key: "programmes" },
  { href: "/calendar", key: "calendar" },
  { href: "/outcomes", key: "outcomes" },
  { href: "/reuse", key: "reuse" },
  { href: "/organisations", key: "organisations" },
  { href: "/job-services", key: "jobServices" },
  { href: "/smart-working", key: "smartWorking" },
] as const;

/** The public header: demonstration notice, body and language, mark and search, navigation. */
export function SiteHeader({ site }: { site: SiteInfo }) {
  const t = useTranslations("ui.layout");
  return (
    <header>
      {site.demo ? (
        <p className="page-width flex items-center gap-2 py-1 text-sm">
          <FlaskConical className="size-[1.125rem] shrink-0" />
          <span>
            <b>{t("demo")}</b> {t("demoNote")}
          </span>
        </p>
      ) : null}
      <BodyBand site={site} />
      <MarkBand />
      <nav
        id="navigation"
        tabIndex={-1}
        aria-label={t("navigation")}
        className="no-print hidden border-hairline border-b lg:block"
      >
        <ul className="page-width flex gap-x-8">
          <Sections className="flex min-h-13 items-center border-transparent border-b-3 pt-[3px] font-semibold text-ink no-underline hover:border-control hover:no-underline aria-[current]:border-action aria-[current]:text-link" />
        </ul>
      </nav>
    </header>
  );
}

function BodyBand({ site }: { site: SiteInfo }) {
  const t = useTranslations("ui.layout");
  const locale = useLocale();
  const short = site.bodyShortName;
  const name = (
    <>
      <span className={short ? "max-sm:hidden" : ""}>{site.bodyName}</span>
      {short ? (
        <abbr title={site.bodyName} className="no-underline sm:hidden">
          {short}
        </abbr>
      ) : null}
    </>
  );
  return (
    <div className="on-dark bg-place text-meta">
      <div className="page-width flex min-h-11 items-stretch justify-between gap-4 max-lg:pr-0!">
        <div className="flex min-w-0 items-center">
          {site.bodyUrl ? <a href={site.bodyUrl}>{name}</a> : name}
        </div>
        <div className="no-print flex shrink-0 items-stretch gap-3">
          <div className="flex items-center">
            <LanguageSwitch
              label={t("language")}
              languages={routing.locales.map((one) => ({
                locale: one,
                short: t(`languages.${one}.short`),
                name: t(`languages.${one}.name`),
                current: one === locale,
              }))}
            />
          </div>
          {/* A full page load: the reserved area has a stricter content policy than the cached pages. */}
          <a
            href={getPathname({ href: "/area", locale: locale as Locale })}
            className="flex items-center gap-2 bg-band px-4 font-semibold text-white no-underline -outline-offset-4 hover:bg-action-strong"
          >
            <CircleUserRound className="size-5" />
            {t("area")}
          </a>
        </div>
      </div>
    </div>
  );
}

function MarkBand() {
  const t = useTranslations("ui.layout");
  const locale = useLocale() as Locale;
  return (
    <div className="on-dark relative bg-band">
      <div className="page-width flex min-h-17 items-center justify-between gap-x-6 lg:min-h-24">
        <div className="flex items-center gap-6">
          <AppLink href="/" className="rounded no-underline hover:no-underline" aria-label={t("home")}>
            <span className="lg:hidden">
              <Wordmark size={40} tone="white" />
            </span>
            <span className="hidden lg:inline">
              <Wordmark size={50} tone="white" />
            </span>
          </AppLink>
          <p className="hidden border-white/60 border-l py-0.5 pl-6 text-meta leading-snug xl:block">
            {t("payoff")}
            <br />
            {t("payoffEnd")}
          </p>
        </div>
        <search className="no-print hidden lg:block">
          <form action={getPathname({ href: "/search", locale })} method="get" className="flex">
            <label htmlFor="site-search" className="sr-only">
              {t("searchLabel")}
            </label>
            <input
              type="search"
              id="site-search"
              name="q"
              placeholder={t("searchHint")}
              aria-keyshortcuts="/"
              className="h-11 w-64 rounded-l bg-paper px-3.5 text-ink xl:w-[19rem]"
            />
            <button
              type="submit"
              className="flex h-11 items-center gap-2 rounded-r bg-place px-4 font-semibold text-white"
            >
              <Search className="size-5" />
              {t("search")}
            </button>
          </form>
        </search>
        <div className="no-print flex items-center gap-1 lg:hidden">
          <AppLink
            href="/search"
            className="flex size-11 items-center justify-center rounded"
            aria-label={t("searchLabel")}
          >
            <Search className="size-6" />
          </AppLink>
          <details data-menu>
            <summary className="no-marker flex min-h-11 items-center gap-2 rounded px-2 font-semibold">
              <Menu className="size-6" />
              <span className="max-[22.5rem]:sr-only">{t("menu")}</span>
            </summary>
            <nav
              aria-label={t("navigation")}
              className="on-light absolute inset-x-0 top-full z-30 border-hairline border-b bg-paper"
            >
              <ul className="page-width py-2">
                <Sections className="block border-hairline border-b py-3 font-semibold text-body text-ink no-underline -outline-offset-2 aria-[current]:text-link" />
              </ul>
            </nav>
          </details>
        </div>
      </div>
    </div>
  );
}

function Sections({ className }: { className: string }) {
  const t = useTranslations("ui.layout.sections");
  const locale = useLocale() as Locale;
  return sections.map(({ href, key }) => (
    <li key={key}>
      <NavLink url={getPathname({ href, locale })} match={href.slice(1)} className={className}>
        {t(key)}
      </NavLink>
    </li>
  ));
}
