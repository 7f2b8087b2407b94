import type { ComponentProps, ReactNode } from "react";

export type ButtonVariant = "primary" | "outline" | "danger" | "plain";
export type ButtonSize = 48 | 40 | 32;

export type Look = {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  iconAfter?: ReactNode;
  wide?: boolean;
};

const variants: Record<ButtonVariant, string> = {
  primary: "border-action bg-action text-white hover:border-action-strong hover:bg-action-strong",
  outline: "border-action bg-paper text-link hover:bg-tint",
  danger: "border-late bg-paper text-late hover:bg-late-ground",
  plain: "border-transparent bg-transparent text-link hover:underline",
};
const sizes: Record<ButtonSize, string> = {
  48: "min-h-12 px-5 py-2 text-[1.0625rem]",
  40: "min-h-10 px-4 py-1.5 text-base",
  32: "min-h-8 px-2.5 py-0.5 text-meta",
};
const base =
  "inline-flex items-center justify-center gap-2.5 rounded border-2 text-center font-semibold leading-tight no-underline hover:no-underline [&_svg]:size-5 [&_svg]:shrink-0";
const off =
  "disabled:cursor-not-allowed disabled:border-hairline disabled:bg-quiet disabled:text-muted aria-disabled:cursor-not-allowed aria-disabled:border-hairline aria-disabled:bg-quiet aria-disabled:text-muted";

/** The classes of a button, for the rare element that must be something else (a `summary`, a file label). */
export function buttonClass({ variant = "primary", size = 48, wide = false }: Look, extra = ""): string {
  const padding = variant === "plain" ? "px-1" : "";
  return `${base} ${sizes[size]} ${variants[variant]} ${off} ${wide ? "w-full" : ""} ${padding} ${extra}`;
}

/** A button without the ways of links: what client components use, so that no map of addresses is sent along. */
export function PushButton({
  variant,
  size,
  icon,
  iconAfter,
  wide,
  className,
  children,
  ...rest
}: Look & ComponentProps<"button">) {
  return (
    <button type="submit" {...rest} className={buttonClass({ variant, size, wide }, className)}>
      {icon}
      {children}
      {iconAfter}
    </button>
  );
}
