import { useTranslations } from "next-intl";
import type { Href } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { InterestCount } from "@/lib/sessions/interests/queries";

type Props = { counts: InterestCount; isOpen: boolean; href: Href };

/** On the public page of a meeting: how many bodies would come, and how to say that one's own would. */
export function InterestNotice({ counts, isOpen, href }: Props) {
  const t = useTranslations("planning.interests");
  return (
    <Notice
      title={t("publicCount", { bodies: counts.bodies })}
      action={
        isOpen ? (
          <ButtonLink href={href} size={40} variant="outline">
            {t("sayInterest")}
          </ButtonLink>
        ) : null
      }
    >
      {isOpen ? t("publicNote") : null}
    </Notice>
  );
}
