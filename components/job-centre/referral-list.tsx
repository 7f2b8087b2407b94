import { useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import type { Model, ModelReferral } from "@/lib/job-centre/model/queries";
import { inLanguage } from "@/lib/platform/i18n/bilingual";

type Props = { model: Model; area: string; way: "out" | "in" };

/** The arrows that leave an area, or those that reach it, as a list. */
export function ReferralList({ model, area, way }: Props) {
  const t = useTranslations("job-centre");
  const locale = useLocale();
  const own = referralsOf(model, area, way);
  if (own.length === 0) return <p className="text-muted">{t(way === "out" ? "leadsNowhere" : "noWayIn")}</p>;
  return (
    <ul className="space-y-1">
      {own.map((one) => (
        <li key={one.id}>
          <OtherEnd model={model} referral={one} way={way} />
          {": "}
          {inLanguage(one.label, locale)}
          {one.isReturn ? <span className="text-muted"> {t("isReturn")}</span> : null}
        </li>
      ))}
    </ul>
  );
}

function referralsOf(model: Model, area: string, way: "out" | "in"): ModelReferral[] {
  return model.referrals.filter(({ from, to }) =>
    way === "in" ? to === area : "area" in from && from.area === area,
  );
}

function OtherEnd({ model, referral, way }: { model: Model; referral: ModelReferral; way: "out" | "in" }) {
  const t = useTranslations("job-centre.outside");
  const locale = useLocale();
  const { from, to } = referral;
  if (way === "in" && "outside" in from) return t(from.outside);
  const slug = way === "out" || !("area" in from) ? to : from.area;
  const other = model.areas.find((one) => one.slug === slug);
  if (!other) return null;
  return (
    <AppLink
      href={{ pathname: "/job-services/model/[area]", params: { area: slug } }}
      className="font-semibold hover:underline"
    >
      {inLanguage(other.name, locale)}
    </AppLink>
  );
}
