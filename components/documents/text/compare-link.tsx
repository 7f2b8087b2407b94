import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";

type Props = { slug: string; documentId: string; versions: number };

/** The way to the comparison, where there is something to compare. */
export function CompareLink({ slug, documentId, versions }: Props) {
  const t = useTranslations("file-text.preview");
  if (versions < 2) return null;
  return (
    <p className="no-print">
      <AppLink
        href={{
          pathname: "/area/programmes/[slug]/documents/[id]/compare",
          params: { slug, id: documentId },
        }}
        className="py-1 font-semibold"
      >
        {t("compare")}
      </AppLink>
    </p>
  );
}
