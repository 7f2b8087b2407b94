import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { FaqFields, useFaqLabels } from "@/components/forum/faq-fields";
import { AppLink } from "@/components/ui/app-link";
import type { FaqPlace } from "@/lib/forum/faq/queries";

type Props = {
  slug: string;
  thread: { id: string; title: string };
  place: FaqPlace;
  action: FormAction;
};

/** On the page of a solved thread: that it is asked often, or the form that says so. */
export function PutIntoFaq({ slug, thread, place, action }: Props) {
  const t = useTranslations("answers.faq");
  const locale = useLocale();
  const labels = useFaqLabels();
  if (!place.isCurrent && !place.mayPut) return null;
  return (
    <section id="faq" aria-labelledby="faq-title" className="no-print border-hairline border-b py-4">
      <h2 id="faq-title" className="mb-2.5 font-semibold text-base">
        {t("title")}
      </h2>
      {place.isCurrent ? (
        <p className="text-meta">
          <AppLink href={{ pathname: "/area/programmes/[slug]/forum/faq", params: { slug } }}>
            {t("isThere")}
          </AppLink>
        </p>
      ) : (
        <>
          {place.question ? <p className="mb-2 text-meta text-muted">{t("otherAnswer")}</p> : null}
          <ActionForm
            action={action}
            id="put-into-faq"
            hidden={{ threadId: thread.id, lang: locale }}
            fieldLabels={labels}
            className="space-y-3"
          >
            <FaqFields sections={place.sections} question={place.question ?? thread.title} />
            <SubmitButton variant="outline" size={40}>
              {t("putDo")}
            </SubmitButton>
          </ActionForm>
        </>
      )}
    </section>
  );
}
