import { useTranslations } from "next-intl";
import { SessionWhen } from "@/components/sessions/session-when";
import { DefinitionList } from "@/components/ui/definition-list";
import type { LinkView } from "@/lib/sessions/replies/queries";

/** Who replies, to what. */
export function ReplyPageFacts({ view: { session, person } }: { view: LinkView }) {
  const t = useTranslations("replies.page");
  const words = useTranslations("sessions");
  const mode = words(`mode.${session.mode}`);
  return (
    <DefinitionList
      look="rows"
      items={[
        { term: t("for"), value: person.body ? `${person.name}, ${person.body}` : person.name },
        { term: t("when"), value: <SessionWhen {...session} /> },
        { term: t("where"), value: session.place ? `${mode}, ${session.place}` : mode },
        { term: t("programme"), value: session.programme.shortTitle },
      ]}
    />
  );
}
