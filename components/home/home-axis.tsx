import { useLocale, useTranslations } from "next-intl";
import { Band } from "@/components/layout/band";
import { ButtonLink } from "@/components/ui/button";
import { ProgrammeAxis } from "@/components/ui/programme-axis";
import { romeDay } from "@/lib/platform/rome-time";
import type { AxisProgramme } from "@/lib/programmes/home/queries";
import { periodInWords } from "@/lib/programmes/period";

type Props = { programmes: AxisProgramme[]; at: Date };

/** What the portal is, in one sentence and one drawing made from its data. */
export function HomeAxis({ programmes, at }: Props) {
  const t = useTranslations("site.home");
  const words = useTranslations("programmes");
  const locale = useLocale();
  const period = {
    noBegin: words("period.noBegin"),
    noEnd: words("period.noEnd"),
    none: words("period.none"),
  };
  const open = programmes.find((one) => one.isJoined && one.begin !== null && one.end === null);
  return (
    <Band ground="head" room="none">
      <ProgrammeAxis
        programmes={programmes.map((one) => ({
          id: one.slug,
          title: one.shortTitle,
          start: one.begin,
          end: one.end,
          when: periodInWords(one, locale, period),
          state: words(`state.${one.state}`),
          running: one.state === "RUNNING",
          href: { pathname: "/programmes/[slug]", params: { slug: one.slug } },
        }))}
        today={romeDay(at)}
        lineFrom={open?.begin?.from ?? open?.begin?.to}
        listTitle={t("axisTitle", { count: programmes.length })}
      >
        <h1 className="text-display">{t("title")}</h1>
        <p className="mt-4 max-w-[28em] text-lead">{t("lead")}</p>
        <div className="mt-7 flex flex-col gap-3 sm:flex-row">
          <ButtonLink href="/programmes">{t("seeProgrammes")}</ButtonLink>
          <ButtonLink href={{ pathname: "/programmes", query: { state: "CALL_OPEN" } }} variant="outline">
            {t("join")}
          </ButtonLink>
        </div>
      </ProgrammeAxis>
    </Band>
  );
}
