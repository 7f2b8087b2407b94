import { useTranslations } from "next-intl";

const look =
  "sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded focus:bg-paper focus:px-4 focus:py-2.5 focus:font-semibold";

/** The first stops of the keyboard: content and navigation. */
export function SkipLinks({ navigationId }: { navigationId: string }) {
  const t = useTranslations("ui.layout");
  return (
    <>
      <a href="#content" className={look}>
        {t("skipToContent")}
      </a>
      <a href={`#${navigationId}`} className={`${look} max-lg:hidden`}>
        {t("skipToNavigation")}
      </a>
    </>
  );
}
