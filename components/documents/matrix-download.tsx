import { useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";

type Props = { slug: string; filters: Record<string, string | undefined> };

/** The matrix as it is seen, as a document to be printed or put on file. */
export function MatrixDownload({ slug, filters }: Props) {
  const t = useTranslations("deliverables.matrix");
  const given = Object.entries(filters).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const query = new URLSearchParams([...given, ["locale", useLocale()]]);
  return (
    <p className="print:hidden">
      <AppLink href={{ url: `/api/matrix/${slug}?${query}` }} download>
        {t("pdf")}
      </AppLink>
    </p>
  );
}
