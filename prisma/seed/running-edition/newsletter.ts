import { renderMarkdown } from "@/lib/platform/markdown";
import type { HistoryEntry } from "../history";
import { identifier, must, type Seeding } from "../store";
import type { Cast } from "./bodies";
import { minutesAgo } from "./calendar";
import type { Edition } from "./programme";

const dayLong = 24 * 60;

const sent = {
  title: "Primi passi: sei camere al lavoro sui profili",
  text: "Buongiorno,\n\ndue incontri alle spalle e le prime consegne arrivate: **sei camere di commercio** provano il nuovo sistema dei profili professionali.\n\n## Che cosa si è visto\n\n- il censimento dei profili attuali è quasi completo\n- le schede di analisi hanno un indice comune\n- le domande più frequenti sono raccolte [in una pagina](/programmi/camere-nuova-edizione/domande-frequenti)\n\nIl prossimo incontro aperto è nel [calendario](/calendario).",
  daysAgo: 6,
};

const draft = {
  title: "Che cosa resta della prova",
  text: "Bozza: raccogliere due frasi da ogni camera e il collegamento [agli esiti](/esiti).",
  daysAgo: 1,
};

/** Invented readers; who asked for all programmes gets the issues of this one too. */
const readers = [
  { email: "lettrice.uno@demo.test", lang: "it", isOfAll: false },
  { email: "lettore.due@demo.test", lang: "it", isOfAll: false },
  { email: "reader.three@demo.test", lang: "en", isOfAll: false },
  { email: "lettrice.quattro@demo.test", lang: "it", isOfAll: true },
] as const;

/** Writes a newsletter: readers who have confirmed, an issue that they got, and a draft. */
export async function seedNewsletter(
  { tx }: Seeding,
  { id: programmeId, days }: Edition,
  cast: Cast,
): Promise<HistoryEntry[]> {
  const by = must(cast.people, "coordinatore");
  const confirmedAt = minutesAgo(days, 9 * dayLong);
  const subscriptions = readers.map(({ email, lang, isOfAll }) => ({
    id: identifier(confirmedAt),
    email,
    lang,
    programmeId: isOfAll ? null : programmeId,
    requestedAt: minutesAgo(days, 9 * dayLong + 20),
    confirmedAt,
  }));
  await tx.newsletterSubscription.createMany({ data: subscriptions });
  const written = ({ title, text, daysAgo }: typeof sent) => {
    const { html, version: rendererVersion } = renderMarkdown(text);
    const createdAt = minutesAgo(days, daysAgo * dayLong + 30);
    return {
      id: identifier(createdAt),
      programmeId,
      authorId: by,
      title,
      markdown: text,
      html,
      rendererVersion,
      createdAt,
      submissionKey: identifier(createdAt),
    };
  };
  const sentAt = minutesAgo(days, sent.daysAgo * dayLong);
  const issue = written(sent);
  const waiting = written(draft);
  await tx.newsletterIssue.createMany({
    data: [{ ...issue, state: "SENT", sentAt, recipients: readers.length, version: 2 }, waiting],
  });
  await tx.newsletterDelivery.createMany({
    data: subscriptions.map((one) => ({ issueId: issue.id, subscriptionId: one.id })),
  });
  const subject = (id: string) => ({ kind: "newsletterIssue", id });
  return [
    { kind: "newsletter.issueWritten", at: issue.createdAt, by, subject: subject(issue.id) },
    { kind: "newsletter.issueSent", at: sentAt, by, subject: subject(issue.id) },
    { kind: "newsletter.issueWritten", at: waiting.createdAt, by, subject: subject(waiting.id) },
  ];
}
