import { useTranslations } from "next-intl";
import { categoryHref, type ForumFace } from "@/components/forum/addresses";
import { useMoment } from "@/components/forum/moment";
import { AppLink } from "@/components/ui/app-link";
import { Count } from "@/components/ui/count";
import { Globe, Users } from "@/components/ui/icons";
import type { ForumCategory } from "@/lib/forum/queries";

type Props = { face: ForumFace; slug: string; categories: ForumCategory[]; at: Date; current?: string };

/** The categories of a forum: what each is about, how much is in it, what is new. */
export function CategoryList({ face, slug, categories, at, current }: Props) {
  const t = useTranslations("forum");
  const moment = useMoment(at);
  return (
    <ul>
      {categories.map((category) => (
        <li key={category.id} className="border-hairline border-b py-3.5">
          <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
            <h3 className="font-semibold text-h4">
              <AppLink
                href={categoryHref(face, slug, category.id)}
                aria-current={category.id === current ? "page" : undefined}
                className="no-underline hover:underline"
              >
                {category.title}
              </AppLink>
            </h3>
            <p className="flex items-center gap-3 text-meta text-muted">
              {t("categories.threads", { count: category.threads })}
              <Count value={category.unread} label={t("categories.unread", { count: category.unread })} />
            </p>
          </div>
          <p className="measure text-muted">{category.description}</p>
          <p className="mt-0.5 flex flex-wrap gap-x-4 text-muted text-sm">
            {category.isPublic && face === "area" ? (
              <span className="inline-flex items-center gap-1.5">
                <Globe className="size-4 shrink-0" />
                {t("marks.public")}
              </span>
            ) : null}
            {category.table ? (
              <span className="inline-flex items-center gap-1.5">
                <Users className="size-4 shrink-0" />
                {t("categories.ofTable", { title: category.table.title })}
              </span>
            ) : null}
            {category.lastPostAt ? (
              <span>{t("categories.last", { when: moment(category.lastPostAt) })}</span>
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  );
}
