import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Megaphone } from "@/components/ui/icons";

/** From the forum to what keeps it going. */
export function AnimationLink({ slug, mayAnimate }: { slug: string; mayAnimate: boolean }) {
  const t = useTranslations("animation");
  if (!mayAnimate) return null;
  return (
    <ButtonLink
      variant="outline"
      size={40}
      icon={<Megaphone />}
      href={{ pathname: "/area/programmes/[slug]/animation", params: { slug } }}
    >
      {t("title")}
    </ButtonLink>
  );
}

/** On the page of a thread: the way to a post that comes later. */
export function ScheduleHere({
  slug,
  threadId,
  mayAnimate,
}: {
  slug: string;
  threadId: string;
  mayAnimate: boolean;
}) {
  const t = useTranslations("animation");
  if (!mayAnimate) return null;
  return (
    <p className="no-print border-hairline border-b py-4">
      <ButtonLink
        variant="outline"
        size={40}
        icon={<Megaphone />}
        href={{
          pathname: "/area/programmes/[slug]/animation/scheduled/new",
          params: { slug },
          query: { discussione: threadId },
        }}
      >
        {t("scheduleHere")}
      </ButtonLink>
    </p>
  );
}
