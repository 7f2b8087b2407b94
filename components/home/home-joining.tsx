import { useTranslations } from "next-intl";
import { Band } from "@/components/layout/band";
import { ButtonLink } from "@/components/ui/button";
import { Steps } from "@/components/ui/steps";

const steps = ["choose", "apply", "wait", "name"] as const;

/** How a body joins, in four steps that hold for every programme. */
export function HomeJoining() {
  const t = useTranslations("site.home.joining");
  return (
    <Band as="section" ground="ground" labelledBy="join">
      <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,4fr)_minmax(0,8fr)]">
        <div>
          <h2 id="join" className="text-h2">
            {t("title")}
          </h2>
          <p className="mt-3">{t("text")}</p>
          <div className="mt-6">
            <ButtonLink href="/programmes">{t("button")}</ButtonLink>
          </div>
        </div>
        <Steps
          items={steps.map((step) => ({ key: step, title: t(`${step}.title`), body: t(`${step}.text`) }))}
        />
      </div>
    </Band>
  );
}
