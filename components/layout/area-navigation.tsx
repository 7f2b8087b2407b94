import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { NavGroups, type ShownGroup, type ShownPlace } from "@/components/layout/nav-groups";
import { lineClass, railClass } from "@/components/layout/nav-look";
import type { Href } from "@/lib/platform/i18n/navigation";

export type NavItem = Omit<ShownPlace, "url"> & { href: Href };
export type NavGroup = { label?: string; items: NavItem[] };
export type Place = { url: string; label: string; icon: ReactNode };

type Props = {
  groups: ShownGroup[];
  places: Place[];
  id?: string;
  /** Stands above the places, inside the landmark. */
  head?: ReactNode;
  /** May shrink to icons over words. */
  rail?: boolean;
};

/** The places of the reserved area, grouped, with what waits in each. */
export function AreaNavigation({ groups, places, id, head, rail }: Props) {
  const t = useTranslations("ui.layout");
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
        <NavGroups groups={groups} rail={rail} />
      </div>
      <ul className="border-hairline border-t px-3 py-2">
        {places.map((place) => (
          <li key={place.url}>
            <a href={place.url} className={`${lineClass} ${rail ? railClass : ""}`}>
              {place.icon}
              {place.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
