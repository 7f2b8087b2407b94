import type { ComponentProps, ReactNode } from "react";
import { AppLink, type Href } from "@/components/ui/app-link";
import { buttonClass, type Look, PushButton } from "@/components/ui/push-button";

/** A button inside a form; `variant` primary marks the one main action of the page. Client components take `PushButton`. */
export function Button(props: ComponentProps<typeof PushButton>) {
  return <PushButton {...props} />;
}

/** A link that looks like a button. */
export function ButtonLink({
  variant,
  size,
  icon,
  iconAfter,
  wide,
  className,
  children,
  ...rest
}: Look & { href: Href; children: ReactNode } & Omit<ComponentProps<"a">, "href" | "ref">) {
  return (
    <AppLink {...rest} className={buttonClass({ variant, size, wide }, className)}>
      {icon}
      {children}
      {iconAfter}
    </AppLink>
  );
}

/** What cannot be done yet: grey, with the moment it opens written below. */
export function ButtonNotYet({
  children,
  icon,
  note,
  size = 48,
}: Pick<Look, "icon" | "size"> & { children: ReactNode; note: ReactNode }) {
  return (
    <div>
      <span aria-disabled="true" className={buttonClass({ variant: "outline", size, wide: true })}>
        {icon}
        {children}
      </span>
      <p className="mt-1.5 text-meta text-muted">{note}</p>
    </div>
  );
}
