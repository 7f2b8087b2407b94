"use client";

import { useSelectedLayoutSegments } from "next/navigation";

type Props = {
  label: string;
  languages: { locale: string; short: string; name: string; current: boolean }[];
};

/** The same page in the other language. `/it/<folder>` is redirected to the Italian address. */
export function LanguageSwitch({ label, languages }: Props) {
  const here = useSelectedLayoutSegments().filter((segment) => !segment.startsWith("("));
  return (
    <nav aria-label={label}>
      <ul className="flex items-center">
        {languages.map(({ locale, short, name, current }) => (
          <li
            key={locale}
            className="not-first:border-white/60 not-first:border-l px-3 leading-none first:pl-0"
          >
            <a
              href={["", locale, ...here].join("/")}
              hrefLang={locale}
              lang={locale}
              aria-current={current ? "true" : undefined}
              className="inline-block min-w-6 border-transparent border-b-2 py-1.5 text-center text-white no-underline hover:border-white hover:no-underline aria-[current]:border-white aria-[current]:font-bold"
            >
              <span aria-hidden="true">{short}</span>
              <span className="sr-only">{name}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
