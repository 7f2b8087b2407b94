import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { FolderOpen } from "@/components/ui/icons";

type Props = {
  slug: string;
  folders: readonly { id: string; name: string }[];
};

/** The folders of a place, by name; nothing where there are none. */
export function FolderList({ slug, folders }: Props) {
  const t = useTranslations("documents.folders");
  if (folders.length === 0) return null;
  return (
    <section aria-labelledby="folders">
      <h2 id="folders" className="sr-only">
        {t("list")}
      </h2>
      <ul className="grid gap-x-8 border-hairline border-t sm:grid-cols-2 lg:grid-cols-3">
        {folders.map(({ id, name }) => (
          <li key={id} className="flex items-start gap-2.5 border-hairline border-b py-2.5">
            <FolderOpen className="mt-1 size-5 shrink-0 text-action" />
            <AppLink
              href={{
                pathname: "/area/programmes/[slug]/documents",
                params: { slug },
                query: { folder: id },
              }}
              className="min-w-0 py-0.5 font-semibold [overflow-wrap:anywhere]"
            >
              {name}
            </AppLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
