import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import type { ThreadPage } from "@/lib/forum/reading/queries";

/** Who takes part in a thread, and which bodies have not written yet. */
export function Circle({ circle }: { circle: NonNullable<ThreadPage["circle"]> }) {
  const t = useTranslations("forum.thread");
  const spoke = circle.bodies - circle.silent.length;
  return (
    <section aria-labelledby="circle" className="border-hairline border-y py-4">
      <h2 id="circle" className="mb-2.5 font-semibold text-base">
        {t("who")}
      </h2>
      <ul className="space-y-1.5">
        {circle.people.slice(0, 12).map((person) => (
          <li key={person.id} className="flex items-center gap-2 text-meta">
            <Avatar name={person.name} size={24} />
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {person.isMe ? t("me", { name: person.name }) : person.name}
            </span>
          </li>
        ))}
      </ul>
      {circle.bodies > 0 ? (
        <p className="mt-3 text-meta text-muted">
          {circle.silent.length === 0
            ? t("allSpoke", { count: circle.bodies })
            : t("silent", { spoke, all: circle.bodies, names: circle.silent.join(", ") })}
        </p>
      ) : null}
    </section>
  );
}
