export type FeedEntry = { id: string; title: string; summary: string; url: string; at: Date };

type Channel = { title: string; description: string; siteUrl: string; language: string; at: Date };

/** An RSS 2.0 document of the entries, the latest first. */
export function rssOf(channel: Channel, entries: readonly FeedEntry[]): string {
  const items = entries
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .map(
      (entry) => `    <item>
      <title>${escapeXml(entry.title)}</title>
      <link>${escapeXml(entry.url)}</link>
      <guid isPermaLink="false">${escapeXml(entry.id)}</guid>
      <pubDate>${entry.at.toUTCString()}</pubDate>
      <description>${escapeXml(entry.summary)}</description>
    </item>`,
    );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>${escapeXml(channel.title)}</title>
    <link>${escapeXml(channel.siteUrl)}</link>
    <description>${escapeXml(channel.description)}</description>
    <language>${channel.language}</language>
    <lastBuildDate>${channel.at.toUTCString()}</lastBuildDate>
    <atom:link href="${escapeXml(channel.siteUrl)}/feed.xml" rel="self" type="application/rss+xml"/>
${items.join("\n")}
  </channel>
</rss>
`;
}

// Control characters have no place in XML, not even escaped.
function escapeXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
  );
}
