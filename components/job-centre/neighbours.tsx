import { useTranslations } from "next-intl";
import { AppLink, type Href } from "@/components/ui/app-link";
import { ArrowLeft, ArrowRight } from "@/components/ui/icons";

type Neighbour = { href: Href; name: string };
type Props = { label: string; previous?: Neighbour; next?: Neighbour };

/** The page before and the page after in the order of the model. */
export function Neighbours({ label, previous, next }: Props) {
  const t = useTranslations("job-centre.neighbours");
  if (!previous && !next) return null;
  return (
    <nav
      aria-label={label}
      className="no-print flex flex-wrap justify-between gap-x-10 gap-y-5 border-hairline border-t pt-5"
    >
      {previous ? (
        <AppLink href={previous.href} rel="prev" className="group flex items-center gap-3">
          <ArrowLeft className="size-5 shrink-0" />
          <span>
            <span className="block text-meta text-muted">{t("previous")}</span>
            <span className="font-semibold group-hover:underline">{previous.name}</span>
          </span>
        </AppLink>
      ) : null}
      {next ? (
        <AppLink href={next.href} rel="next" className="group ml-auto flex items-center gap-3 text-right">
          <span>
            <span className="block text-meta text-muted">{t("next")}</span>
            <span className="font-semibold group-hover:underline">{next.name}</span>
          </span>
          <ArrowRight className="size-5 shrink-0" />
        </AppLink>
      ) : null}
    </nav>
  );
}
