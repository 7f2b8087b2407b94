import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import type { OwnReply } from "@/lib/sessions/replies/queries";
import type { MemberSessionView } from "@/lib/sessions/view/queries";

type Props = { session: MemberSessionView; own: OwnReply | null };

/** Who runs the session in the coordinator's place, and the way to the page of substitutes. */
export function SubstitutesLink({ session, own }: Props) {
  const t = useTranslations("replies");
  const isToCome = session.phase === "DRAFT" || session.phase === "CONVENED";
  const word = own?.representedBy ? "own.changeSubstitute" : "own.substitute";
  return (
    <>
      {session.deputy ? <p>{t("guests.deputy", { name: session.deputy })}</p> : null}
      {isToCome && (own || session.may.manage) ? (
        <p>
          <AppLink
            href={{
              pathname: "/area/programmes/[slug]/sessions/[id]/substitutes",
              params: { slug: session.programme.slug, id: session.id },
            }}
          >
            {t(session.may.manage ? "own.substitutes" : word)}
          </AppLink>
        </p>
      ) : null}
    </>
  );
}
