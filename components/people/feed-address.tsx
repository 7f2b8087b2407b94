import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { RefreshCw } from "@/components/ui/icons";
import { renewFeedAction } from "@/lib/people/profile/actions";

/** The secret address of one's calendar, to copy, and the button that makes it anew. */
export function FeedAddress({ address }: { address: string }) {
  const t = useTranslations("people.profile");
  return (
    <ActionForm action={renewFeedAction} className="max-w-[40rem] space-y-5">
      <TextInput name="feedAddress" label={t("feedAddress")} defaultValue={address} readOnly />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton variant="outline" size={40} icon={<RefreshCw />}>
          {t("feedRenew")}
        </SubmitButton>
        <p className="text-meta text-muted">{t("feedRenewNote")}</p>
      </div>
    </ActionForm>
  );
}
