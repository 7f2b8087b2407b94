type Props = { data: Record<string, unknown> };

/** Facts of a page for machines, as schema.org names them. A block of data, never run. */
export function JsonLd({ data }: Props) {
  const text = JSON.stringify({ "@context": "https://schema.org", ...data }).replaceAll("<", "\\u003c");
  return (
    <script
      type="application/ld+json"
      data-element="metatag"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON of our own making; no "<" is left in it
      dangerouslySetInnerHTML={{ __html: text }}
    />
  );
}
