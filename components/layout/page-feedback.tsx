import { Flag, Mail, ThumbsDown, ThumbsUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { AppLink, type Href } from "@/components/ui/app-link";
import { Button } from "@/components/ui/button";

type Props = {
  /** Receives `page` and `useful` ("yes" or "no"); must end in a redirect, since cached pages cannot answer a post. */
  action: (data: FormData) => Promise<void>;
  /** Which page is judged. */
  page: string;
  reportHref?: Href;
  contactHref?: Href;
};

/** "Was this page useful?" and the ways to tell the office more; the last stripe of a public page. */
export function PageFeedback({ action, page, reportHref, contactHref }: Props) {
  const t = useTranslations("ui.feedback");
  return (
    <aside aria-label={t("label")} className="no-print border-hairline border-t">
      <div className="page-width flex flex-wrap items-center justify-between gap-x-8 gap-y-4 py-5 text-base">
        <form action={action} className="flex flex-wrap items-center gap-3">
          <input type="hidden" name="page" value={page} />
          <p className="font-semibold max-sm:basis-full">{t("question")}</p>
          <Button name="useful" value="yes" variant="outline" size={40} icon={<ThumbsUp />}>
            {t("yes")}
          </Button>
          <Button name="useful" value="no" variant="outline" size={40} icon={<ThumbsDown />}>
            {t("no")}
          </Button>
        </form>
        <div className="flex flex-wrap gap-x-7 gap-y-2 [&_a]:inline-flex [&_a]:items-center [&_a]:gap-2 [&_a]:py-1 [&_a]:font-semibold [&_svg]:size-5">
          {reportHref ? (
            <AppLink href={reportHref}>
              <Flag />
              {t("report")}
            </AppLink>
          ) : null}
          {contactHref ? (
            <AppLink href={contactHref}>
              <Mail />
              {t("contact")}
            </AppLink>
          ) : null}
        </div>
      </div>
    </aside>
  );
}
