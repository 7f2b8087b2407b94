import { useTranslations } from "next-intl";
import { ThingFacts, thingHref } from "@/components/discussions/thing-facts";
import { UnlinkForm } from "@/components/discussions/unlink-form";
import type { FormAction } from "@/components/form/sent-form";
import { AppLink } from "@/components/ui/app-link";
import { Link2 } from "@/components/ui/icons";
import type { LinkedThing } from "@/lib/discussions/queries";

type Props = {
  slug: string;
  threadId: string;
  things: LinkedThing[];
  mayLink: boolean;
  at: Date;
  unlink: FormAction;
};

/** On the page of a thread: what it is about, and the way to say what else. */
export function LinkedThings({ slug, threadId, things, mayLink, at, unlink }: Props) {
  const t = useTranslations("discussions");
  if (things.length === 0 && !mayLink) return null;
  return (
    <section aria-labelledby="linked" className="border-hairline border-b py-4">
      <h2 id="linked" className="mb-2.5 font-semibold text-base">
        {t("linked")}
      </h2>
      {things.length > 0 ? (
        <ul className="space-y-3">
          {things.map((thing) => (
            <li key={thing.linkId} className="min-w-0 space-y-1">
              <AppLink
                href={thingHref(slug, thing)}
                className="line-clamp-3 font-semibold text-meta [overflow-wrap:anywhere]"
              >
                {thing.title}
              </AppLink>
              <ThingFacts thing={thing} at={at} />
              {thing.mayUnlink ? (
                <UnlinkForm id={thing.linkId} title={thing.title} from="thread" action={unlink} />
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-meta text-muted">{t("nothingLinked")}</p>
      )}
      {mayLink ? (
        <p className="no-print mt-3">
          <AppLink
            href={{
              pathname: "/area/programmes/[slug]/forum/threads/[id]/links",
              params: { slug, id: threadId },
            }}
            className="inline-flex items-center gap-2 font-semibold text-meta [&_svg]:size-5"
          >
            <Link2 />
            {t("addLink")}
          </AppLink>
        </p>
      ) : null}
    </section>
  );
}
