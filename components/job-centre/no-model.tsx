import { useTranslations } from "next-intl";
import { Band } from "@/components/layout/band";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";

/** The page of job services while no model is loaded. */
export function NoModel() {
  const t = useTranslations("job-centre");
  return (
    <Band room="tight">
      <div className="space-y-8">
        <PageHead title={t("title")} />
        <EmptyState
          title={t("none.title")}
          action={
            <AppLink href="/programmes" className="font-semibold">
              {t("none.programmes")}
            </AppLink>
          }
        >
          <p>{t("none.next")}</p>
        </EmptyState>
      </div>
    </Band>
  );
}
