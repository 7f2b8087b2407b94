type Props = {
  /** Sanitised when it was written; nothing else may be passed here. */
  html: string;
  lang?: string;
  className?: string;
};

/** Formatted text stored as sanitised HTML. */
export function Prose({ html, lang, className = "" }: Props) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the HTML is sanitised at write, see lib/platform/markdown
  return <div lang={lang} className={`prose ${className}`} dangerouslySetInnerHTML={{ __html: html }} />;
}
