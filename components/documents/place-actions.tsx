import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { FolderOpen, Pencil, Plus } from "@/components/ui/icons";

type Props = {
  slug: string;
  /** the body's space and the folder in which one stands; neither at the top of the common space */
  place: Record<string, string>;
  mayAdd: boolean;
  /** the folder that may be renamed, moved and removed */
  manage: string | null;
};

/** What can be done in a place: a new document, a new folder, the folder itself. */
export function PlaceActions({ slug, place, mayAdd, manage }: Props) {
  const t = useTranslations("documents");
  return (
    <>
      {mayAdd ? (
        <ButtonLink
          size={40}
          icon={<Plus />}
          href={{ pathname: "/area/programmes/[slug]/documents/new", params: { slug }, query: place }}
        >
          {t("list.add")}
        </ButtonLink>
      ) : null}
      {mayAdd ? (
        <ButtonLink
          size={40}
          variant="outline"
          icon={<FolderOpen />}
          href={{ pathname: "/area/programmes/[slug]/documents/folders/new", params: { slug }, query: place }}
        >
          {t("folders.add")}
        </ButtonLink>
      ) : null}
      {manage ? (
        <ButtonLink
          size={40}
          variant="outline"
          icon={<Pencil />}
          href={{ pathname: "/area/programmes/[slug]/documents/folders/[id]", params: { slug, id: manage } }}
        >
          {t("folders.manage")}
        </ButtonLink>
      ) : null}
    </>
  );
}
