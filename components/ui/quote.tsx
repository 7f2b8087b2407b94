import type { ReactNode } from "react";

type Props = {
  children: ReactNode /** Who says it, where and when, with a link. */;
  source: ReactNode;
  lang?: string;
};

/** Words of a source, kept apart from what the portal counts itself. */
export function Quote({ children, source, lang }: Props) {
  return (
    <figure>
      <blockquote lang={lang} className="border-action border-l-3 pl-4 text-body">
        <p>«{children}»</p>
      </blockquote>
      <figcaption className="mt-2 text-meta text-muted">{source}</figcaption>
    </figure>
  );
}
