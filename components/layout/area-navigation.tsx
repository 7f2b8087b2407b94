import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { NavLink } from "@/components/layout/nav-link";
import { Count } from "@/components/ui/tabs-nav";
import { getPathname, type Href } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";

export type NavItem = {
  href: Href;
  label: string;
  icon: ReactNode;
  /** What waits there. */
  count?: number;
  countLabel?: string;
  /** Folder path below the layout that renders the shell ("programmes/x/sessions"), "" for its own page. */
  match?: string;
  current?: boolean;
};

export type NavGroup = { label?: string; items: NavItem[] };
export type Place = { url: string; label: string; icon: ReactNode };

type Props = {
  groups: NavGroup[];
  places: Place[];
  id?: string;
  /** Stands above the places, inside the landmark. */
  head?: ReactNode;
  /** May shrink to icons over words. */
  rail?: boolean;
};

const line =
  "flex min-h-10 items-center gap-3 rounded px-2.5 py-1.5 font-semibold text-ink no-underline -outline-offset-2 hover:bg-tint hover:no-underline [&_svg]:size-5 [&_svg]:shrink-0 [&_svg]:text-muted";
const here = "aria-[current]:bg-tint-strong aria-[current]:text-link aria-[current]:[&_svg]:text-link";
const shrunk =
  "group-has-[[data-rail]]/shell:relative group-has-[[data-rail]]/shell:flex-col group-has-[[data-rail]]/shell:justify-center group-has-[[data-rail]]/shell:gap-1 group-has-[[data-rail]]/shell:px-0.5 group-has-[[data-rail]]/shell:py-2 group-has-[[data-rail]]/shell:text-center group-has-[[data-rail]]/shell:text-[0.8125rem] group-has-[[data-rail]]/shell:leading-tight";

/** The places of the reserved area, grouped, with what waits in each. */
export function AreaNavigation({ groups, places, id, head, rail }: Props) {
  const t = useTranslations("ui.layout");
  const locale = useLocale() as Locale;
  const look = `${line} ${rail ? shrunk : ""}`;
  const countPlace = rail
    ? "ml-auto group-has-[[data-rail]]/shell:absolute group-has-[[data-rail]]/shell:top-1 group-has-[[data-rail]]/shell:left-1/2 group-has-[[data-rail]]/shell:ml-1"
    : "ml-auto";
  return (
    <nav
      id={id}
      tabIndex={id ? -1 : undefined}
      aria-label={t("areaNavigation")}
      className="flex flex-1 flex-col"
    >
      {head}
      <div
        className={`flex-1 space-y-4 px-3 py-3 ${rail ? "group-has-[[data-rail]]/shell:space-y-0 group-has-[[data-rail]]/shell:px-1.5" : ""}`}
      >
        {groups.map((group, index) => (
          <div key={group.label ?? index}>
            {group.label ? (
              <p
                className={`px-2.5 pb-1 text-meta text-muted ${rail ? "group-has-[[data-rail]]/shell:sr-only" : ""}`}
              >
                {group.label}
              </p>
            ) : null}
            <ul className="space-y-0.5">
              {group.items.map((item) => (
                <li key={item.label}>
                  <NavLink
                    url={getPathname({ href: item.href, locale })}
                    match={item.match}
                    current={item.current}
                    className={`${look} ${here}`}
                  >
                    {item.icon}
                    <span className="min-w-0">{item.label}</span>
                    {item.count ? (
                      <span className={countPlace}>
                        <Count value={item.count} label={item.countLabel} />
                      </span>
                    ) : null}
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <ul className="border-hairline border-t px-3 py-2">
        {places.map((place) => (
          <li key={place.url}>
            <a href={place.url} className={look}>
              {place.icon}
              {place.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
