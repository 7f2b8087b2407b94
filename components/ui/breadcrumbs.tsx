import { useTranslations } from "next-intl";
import { AppLink, type Href } from "@/components/ui/app-link";
import { ChevronRight } from "@/components/ui/icons";

export type Crumb = { label: string; href?: Href };

/** Where this page lies; the last crumb is the page itself and has no link. */
export function Breadcrumbs({ items }: { items: Crumb[] }) {
  const t = useTranslations("ui");
  return (
    <nav aria-label={t("breadcrumbs")} className="no-print">
      <ol className="flex flex-wrap items-center gap-x-2 text-meta">
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: folders within each other may have one name
          <li key={index} className="flex items-center gap-2">
            {item.href && index < items.length - 1 ? (
              <AppLink href={item.href} className="py-1">
                {item.label}
              </AppLink>
            ) : (
              <span
                aria-current={index === items.length - 1 ? "page" : undefined}
                className="py-1 text-muted"
              >
                {item.label}
              </span>
            )}
            {index < items.length - 1 ? <ChevronRight className="size-4 shrink-0 text-control" /> : null}
          </li>
        ))}
      </ol>
    </nav>
  );
}
