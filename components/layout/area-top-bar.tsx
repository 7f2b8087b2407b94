import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { LiveCount } from "@/components/layout/live-count";
import { AppLink, type Href } from "@/components/ui/app-link";
import { Avatar } from "@/components/ui/avatar";
import { DetailsMenu, menuItemClass } from "@/components/ui/details-menu";
import { Bell, ChevronDown, ChevronsUpDown, LogOut, Route, Search, UserRound } from "@/components/ui/icons";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";

export type AreaTopBarProps = {
  /** The programmes the person belongs to; the current one names the switcher. */
  programmes: { href: Href; label: string; current?: boolean }[];
  person: { name: string /** For whom they act: "Camera di Valfiorita, personale". */; role?: string };
  signOutAction: FormAction;
  notifications?: { href: Href; count: number };
  /** More lines of the person's menu. */
  personLinks?: { href: Href; label: string; icon?: ReactNode }[];
};

/** The bar of the reserved area: programme, search, notifications, person. */
export function AreaTopBar({ menu, programmes, person, ...rest }: AreaTopBarProps & { menu: ReactNode }) {
  const t = useTranslations("ui.layout");
  const locale = useLocale() as Locale;
  return (
    <header className="no-print relative z-20 flex min-h-14 items-center gap-2 border-hairline border-b bg-paper px-2 sm:gap-4 sm:px-6">
      {menu}
      <div className="mr-auto min-w-0">
        <ProgrammeSwitcher programmes={programmes} />
      </div>
      <search className="hidden md:block">
        <form action={getPathname({ href: "/area/search", locale })} method="get" className="relative">
          <label htmlFor="area-search" className="sr-only">
            {t("searchLabel")}
          </label>
          <Search className="pointer-events-none absolute top-2 left-3 size-5 text-muted" />
          <input
            type="search"
            id="area-search"
            name="q"
            placeholder={t("searchEverywhere")}
            aria-keyshortcuts="/"
            className="h-9 w-48 rounded border border-control bg-paper pr-9 pl-10 text-meta xl:w-60"
          />
          <kbd className="pointer-events-none absolute top-1.5 right-1.5 rounded border border-control px-2 font-sans text-sm">
            /
          </kbd>
        </form>
      </search>
      <AppLink
        href="/area/search"
        aria-label={t("searchLabel")}
        className="flex size-11 shrink-0 items-center justify-center rounded text-ink md:hidden"
      >
        <Search className="size-5" />
      </AppLink>
      {rest.notifications ? (
        <AppLink
          href={rest.notifications.href}
          className="flex min-h-11 shrink-0 items-center gap-2 px-1 font-semibold text-ink text-meta no-underline"
        >
          <Bell className="size-5" />
          <span className="max-xl:sr-only">{t("notifications")}</span>
          <LiveCount of={{ name: "notices" }} value={rest.notifications.count} />
        </AppLink>
      ) : null}
      <PersonMenu person={person} {...rest} />
    </header>
  );
}

function ProgrammeSwitcher({ programmes }: Pick<AreaTopBarProps, "programmes">) {
  const t = useTranslations("ui.layout");
  if (programmes.length === 0) return null;
  const current = programmes.find((programme) => programme.current);
  return (
    <DetailsMenu
      inBar
      align="left"
      panelClass="w-80"
      summaryClass="min-h-11 font-semibold text-meta"
      summary={
        <>
          <Route className="size-5 shrink-0 text-action max-sm:hidden" />
          <span className="sr-only">{t("programmeSwitcher")}</span>
          <span className="max-w-[10rem] truncate sm:max-w-[22rem]">
            {current?.label ?? t("chooseProgramme")}
          </span>
          <ChevronsUpDown className="size-4 shrink-0 text-muted" />
        </>
      }
    >
      <ul>
        {programmes.map((programme) => (
          <li key={programme.label}>
            <AppLink
              href={programme.href}
              aria-current={programme.current ? "true" : undefined}
              className={menuItemClass}
            >
              {programme.label}
            </AppLink>
          </li>
        ))}
      </ul>
      <AppLink
        href="/area/programmes"
        className={`${menuItemClass} mt-1.5 border-hairline border-t text-link`}
      >
        {t("allProgrammes")}
      </AppLink>
    </DetailsMenu>
  );
}

function PersonMenu({
  person,
  personLinks = [],
  signOutAction,
}: Pick<AreaTopBarProps, "person" | "personLinks" | "signOutAction">) {
  const t = useTranslations("ui.layout");
  return (
    <DetailsMenu
      inBar
      summaryClass="min-h-11 text-left"
      summary={
        <>
          <Avatar name={person.name} size={32} />
          <span className="max-w-56 max-lg:sr-only">
            <span className="block truncate font-semibold text-meta leading-tight">{person.name}</span>
            {person.role ? (
              <span className="block truncate text-muted text-sm leading-tight">{person.role}</span>
            ) : null}
          </span>
          <ChevronDown className="size-4 shrink-0 max-lg:hidden" />
        </>
      }
    >
      <div className="border-hairline border-b px-4 pb-2 lg:hidden">
        <p className="font-semibold">{person.name}</p>
        {person.role ? <p className="text-meta text-muted">{person.role}</p> : null}
      </div>
      <AppLink href="/area/profile" className={menuItemClass}>
        <UserRound />
        {t("profile")}
      </AppLink>
      {personLinks.map((link) => (
        <AppLink key={link.label} href={link.href} className={menuItemClass}>
          {link.icon}
          {link.label}
        </AppLink>
      ))}
      <ActionForm action={signOutAction} id="sign-out" className="mt-1.5 border-hairline border-t pt-1.5">
        <button type="submit" className={menuItemClass}>
          <LogOut />
          {t("signOut")}
        </button>
      </ActionForm>
    </DetailsMenu>
  );
}
