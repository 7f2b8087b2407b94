import { useTranslations } from "next-intl";
import { PathProgress } from "@/components/ui/path-progress";

/** Where one is on the way from the facts to the convening. */
export function StepNote({ step }: { step: 1 | 2 }) {
  const t = useTranslations("sessions.form");
  return (
    <PathProgress
      done={step}
      total={2}
      label={t.rich("step", {
        step,
        what: step === 1 ? t("stepFacts") : t("stepReview"),
        b: (text) => <b className="font-semibold">{text}</b>,
      })}
    />
  );
}
