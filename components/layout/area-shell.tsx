import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AreaNavigation, type NavGroup } from "@/components/layout/area-navigation";
import { AreaTopBar, type AreaTopBarProps } from "@/components/layout/area-top-bar";
import { PageKeys } from "@/components/layout/page-keys";
import { SkipLinks } from "@/components/layout/skip-links";
import { SoftNavigation } from "@/components/layout/soft-navigation";
import { AppLink } from "@/components/ui/app-link";
import { CircleQuestionMark, Globe, Menu } from "@/components/ui/icons";
import { Wordmark } from "@/components/ui/wordmark";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = AreaTopBarProps & {
  navigation: NavGroup[];
  helpUrl?: string;
  children: ReactNode;
};

/**
 * Everything around a reserved page: navigation on the left, a bar on top. A page that needs the width puts `data-rail`
 * on one of its elements (or uses `WideContent`) and the navigation shrinks to a rail.
 */
export function AreaShell({ navigation, helpUrl, children, ...top }: Props) {
  const t = useTranslations("ui.layout");
  const locale = useLocale() as Locale;
  const groups = navigation.map(({ label, items }) => ({
    label,
    places: items.map(({ href, ...item }) => ({ ...item, url: getPathname({ href, locale }) })),
  }));
  // Plain addresses: the public pages have another content policy.
  const places = [{ url: getPathname({ href: "/", locale }), label: t("publicSite"), icon: <Globe /> }];
  if (helpUrl) places.push({ url: helpUrl, label: t("help"), icon: <CircleQuestionMark /> });
  return (
    <div className="group/shell min-h-dvh lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] lg:has-[[data-rail]]:grid-cols-[5.5rem_minmax(0,1fr)] print:block">
      <SkipLinks navigationId="navigation" />
      <div className="no-print sticky top-0 hidden h-dvh flex-col overflow-y-auto border-hairline border-r bg-ground lg:flex">
        <AreaNavigation id="navigation" groups={groups} places={places} head={<Home />} rail />
      </div>
      <div className="flex min-w-0 flex-col">
        <AreaTopBar
          {...top}
          menu={
            <details data-menu className="lg:hidden">
              <summary
                aria-label={t("menu")}
                className="no-marker flex size-11 items-center justify-center rounded"
              >
                <Menu className="size-6" />
              </summary>
              <div className="absolute inset-x-0 top-full z-30 flex max-h-[calc(100dvh-3.5rem)] flex-col overflow-y-auto border-control border-b bg-ground">
                <AreaNavigation groups={groups} places={places} />
              </div>
            </details>
          }
        />
        <main
          id="content"
          tabIndex={-1}
          className="w-full max-w-[79rem] flex-1 px-4 pt-5 pb-14 group-has-[[data-rail]]/shell:max-w-none sm:px-6 lg:px-8 group-has-[[data-rail]]/shell:lg:px-6"
        >
          {children}
        </main>
      </div>
      <SoftNavigation />
      <PageKeys />
    </div>
  );
}

function Home() {
  return (
    <AppLink
      href="/area"
      className="flex min-h-14 items-center rounded px-6 no-underline -outline-offset-3 group-has-[[data-rail]]/shell:justify-center group-has-[[data-rail]]/shell:px-0"
    >
      <span className="group-has-[[data-rail]]/shell:hidden">
        <Wordmark size={28} />
      </span>
      <span className="hidden group-has-[[data-rail]]/shell:inline">
        <Wordmark variant="mark" size={40} />
      </span>
    </AppLink>
  );
}

/** Content that uses the whole width: tables and the matrix. Turns the navigation into a rail. */
export function WideContent({ children }: { children: ReactNode }) {
  return <div data-rail>{children}</div>;
}
