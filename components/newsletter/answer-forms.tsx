import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import type { Scope } from "@/lib/newsletter/subscribing/queries";

type ConfirmProps = { action: FormAction; token: string; programme: Scope };

/** Behind the mailed link: following it has changed nothing yet, since programs that look for viruses follow links too. */
export function ConfirmForm({ action, token, programme }: ConfirmProps) {
  const t = useTranslations("newsletter.confirm");
  return (
    <>
      <p className="font-semibold text-h4">{t("ask", { of: programme ? "programme" : "all" })}</p>
      <ScopeName programme={programme} />
      <ActionForm action={action} id="confirm" hidden={{ token }} className="">
        <SubmitButton>{t("submit")}</SubmitButton>
      </ActionForm>
      <p className="measure">{t("note")}</p>
    </>
  );
}

type EndProps = {
  action: FormAction;
  token: string;
  subscription: { isOver: true } | { isOver: false; programme: Scope };
};

/** Behind the link of an issue: ends the subscription, or says that it has ended. */
export function EndForm({ action, token, subscription }: EndProps) {
  const t = useTranslations("newsletter.end");
  return (
    <div className="max-w-[44rem] space-y-6">
      <PageHead title={t("title")} />
      {subscription.isOver ? (
        <>
          <Notice tone="success" title={t("ended")}>
            {t("endedNote")}
          </Notice>
          <ButtonLink href="/newsletter" variant="outline" size={40}>
            {t("again")}
          </ButtonLink>
        </>
      ) : (
        <>
          <p className="font-semibold text-h4">
            {t("ask", { of: subscription.programme ? "programme" : "all" })}
          </p>
          <ScopeName programme={subscription.programme} />
          <ActionForm action={action} id="end" hidden={{ token }} className="">
            <SubmitButton>{t("submit")}</SubmitButton>
          </ActionForm>
          <p className="measure">{t("note")}</p>
        </>
      )}
    </div>
  );
}

function ScopeName({ programme }: { programme: Scope }) {
  return programme ? <p lang={programme.lang}>{programme.shortTitle}</p> : null;
}
