import { pdf, text } from "../running-edition/files";
import { picture } from "./picture";
import type { SeedItem } from "./shape";

const day = 86_400_000;
const before = (now: Date, days: number) => new Date(now.getTime() - days * day);

const demonstration =
  "Il testo è scritto per la dimostrazione del portale: il materiale originale è dell’ente che lo ha prodotto.";

/** What the archives give to the library: rows 2.40 and 3.18 of the sources, and what was made of them. */
export async function archiveItems(now: Date): Promise<SeedItem[]> {
  const at = before(now, 160);
  const sheet = (filename: string, title: string, body: string, paragraphs: string[]) =>
    pdf(filename, { title, subtitle: body, paragraphs: [...paragraphs, demonstration] }, at);
  const region = "Regione Emilia-Romagna";
  const metropolitan = "Città metropolitana di Bologna";
  return [
    {
      key: "vela",
      programme: "er-smart-working",
      title: "Kit di riuso del Progetto VeLa",
      slug: "kit-di-riuso-del-progetto-vela",
      abstract:
        "Modelli di atti, schede e istruzioni per portare il lavoro agile in una pubblica amministrazione: dall’analisi delle attività all’accordo individuale.\nNato nel 2018 con il progetto VeLa, di cui la Regione Emilia-Romagna è capofila, è il primo materiale dello spazio in cui tutto ciò che il progetto produce è disponibile a riuso.",
      subjects: ["remote-work", "acts", "work-organisation"],
      authors: [region],
      publishedAt: before(now, 150),
      cover: picture("Copertina_kit_VeLa", [0, 64, 128], [255, 255, 255]),
      files: [
        await sheet("Kit_di_riuso_VeLa", "Kit di riuso del Progetto VeLa", region, [
          "Che cosa contiene: regolamento, scheda di mappatura delle attività, accordo individuale, piano di formazione.",
          "Come si usa: si parte dalla mappatura, si adatta il regolamento, si firma l’accordo.",
        ]),
        await sheet("Kit_di_riuso_VeLa_2", "Kit di riuso del Progetto VeLa, seconda edizione", region, [
          "Che cosa cambia: la scheda di mappatura ha tre livelli di digitalizzazione, l’accordo cita il POLA.",
          "Come si usa: chi ha già la prima edizione sostituisce la scheda e l’accordo.",
        ]),
      ],
      notes: ["", "Scheda di mappatura su tre livelli; accordo aggiornato al POLA."],
      downloads: [214, 96],
      declarations: [
        {
          state: "SHOWN",
          organisationName: "Unione dei Comuni delle Terre Chiare",
          purpose:
            "Abbiamo adattato il regolamento e l’accordo individuale ai nostri sette Comuni, con una sola scheda di mappatura.",
          url: "https://terrechiare.example.org/lavoro-agile",
          contactName: "Irma Pioppini",
          email: "irma.pioppini@terrechiare.test",
          daysAgo: 90,
        },
        {
          state: "SHOWN",
          organisationName: "Azienda sanitaria di Montelupo Alto",
          purpose: "Usiamo la scheda di mappatura per gli uffici amministrativi.",
          url: null,
          contactName: "Dario Saliceto",
          email: "dario.saliceto@montelupoalto.test",
          daysAgo: 41,
        },
      ],
    },
    {
      key: "directive",
      programme: "cm-bologna-smart-work",
      title: "Modello e direttiva per il lavoro agile",
      slug: "modello-e-direttiva-per-il-lavoro-agile",
      abstract:
        "Il modello organizzativo e la direttiva con cui la Città metropolitana ha avviato la sperimentazione, a partire dal Kit di riuso del Progetto VeLa.",
      subjects: ["remote-work", "acts"],
      authors: [metropolitan],
      publishedAt: before(now, 140),
      adaptationOf: "vela",
      files: [
        await sheet(
          "Modello_e_direttiva_lavoro_agile",
          "Modello e direttiva per il lavoro agile",
          metropolitan,
          [
            "Dal kit: l’accordo individuale e la scheda delle attività, con i profili P, O e G.",
            "Di proprio: il contingente per area e l’informazione preventiva alle organizzazioni sindacali.",
          ],
        ),
      ],
      notes: [""],
      downloads: [58],
      declarations: [],
    },
    {
      key: "survey",
      programme: "er-smart-working",
      title: "Traccia del questionario sul benessere digitale",
      slug: "traccia-del-questionario-sul-benessere-digitale",
      abstract:
        "Dodici domande per capire come si lavora lontano dall’ufficio, con le istruzioni per leggerne le risposte.",
      subjects: ["remote-work", "evaluation"],
      authors: [region, "Tavolo sul benessere digitale"],
      licence: "CC0-1.0",
      publishedAt: before(now, 120),
      files: [
        text("Questionario_benessere_digitale", [
          "QUESTIONARIO SUL BENESSERE DIGITALE",
          "1. Quante ore al giorno siete in riunione a distanza?",
          "2. Riuscite a non rispondere fuori orario?",
          demonstration,
        ]),
      ],
      notes: [""],
      downloads: [31],
      declarations: [],
    },
  ];
}
