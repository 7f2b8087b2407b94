import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

const known = [
  "invited",
  "resent",
  "revoked",
  "roleEnded",
  "roleAssigned",
  "disabled",
  "enabled",
  "created",
  "changed",
  "represents",
  "representsNoMore",
  "feed",
  "retried",
  "proved",
  "emailAsked",
  "secondFactorRemoved",
  "secondFactorReset",
  "signInsEnded",
] as const;

/** What the reader has just done, as named by the address of the page; nothing for a name made up. */
export function DoneNotice({ done }: { done: string | undefined }) {
  const t = useTranslations("people.done");
  const code = known.find((one) => one === done);
  return code ? <Notice tone="success" title={t(code)} live /> : null;
}
