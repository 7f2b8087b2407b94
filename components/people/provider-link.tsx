import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { IdCard } from "@/components/ui/icons";

type Props = {
  /** the page to come to afterwards */
  next: string;
  /** the word between the form above and this other way in */
  or: string;
  children: ReactNode;
};

/** The other way in beside a form: the body's identity provider. */
export function ProviderLink({ next, or, children }: Props) {
  const query = new URLSearchParams({ next });
  return (
    <div className="max-w-[26rem] space-y-5">
      <p className="flex items-center gap-3 text-muted before:h-px before:flex-1 before:bg-hairline after:h-px after:flex-1 after:bg-hairline">
        {or}
      </p>
      <ButtonLink href={{ url: `/api/auth/oidc?${query}` }} variant="outline" icon={<IdCard />} wide>
        {children}
      </ButtonLink>
    </div>
  );
}
