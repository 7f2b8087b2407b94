import { useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";

type Props = {
  /** name of the list in the registry of exports */
  list: string;
  /** what the page's list is narrowed by */
  filters: Record<string, string | undefined>;
};

/** The list of a page as a file, narrowed as on the page. */
export function ListDownload({ list, filters }: Props) {
  const t = useTranslations("portal.export");
  const locale = useLocale();
  const given = Object.entries(filters).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const address = (format: string) =>
    `/api/export/${list}?${new URLSearchParams([...given, ["format", format], ["locale", locale]])}`;
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-2 print:hidden">
      {(["csv", "xlsx"] as const).map((format) => (
        <AppLink key={format} href={{ url: address(format) }} download>
          {t(format)}
        </AppLink>
      ))}
    </p>
  );
}
