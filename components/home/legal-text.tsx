import type { ReactNode } from "react";

export type LegalSection = {
  id: string;
  title: string;
  /** paragraphs, kept apart by an empty line */
  text: string;
  /** names of the hooks by which the national validator finds section and body */
  marks?: { section: string; body: string };
  children?: ReactNode;
};

/** A page of the law: numbered by nothing, headed by what each part answers. */
export function LegalText({ sections }: { sections: LegalSection[] }) {
  return (
    <div className="space-y-10">
      {sections.map(({ id, title, text, marks, children }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id} data-element={marks?.section} className="text-h2">
            {title}
          </h2>
          <div data-element={marks?.body} className="measure mt-3 space-y-3">
            {text.split("\n\n").map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            {children}
          </div>
        </section>
      ))}
    </div>
  );
}
