import type { HistoryEntry } from "../history";
import { writeItem } from "../reuse/rows";
import type { SeedFacts } from "../reuse/shape";
import { must, type Seeding } from "../store";
import type { Cast } from "./bodies";
import { type Days, minutesAgo } from "./calendar";
import type { PilotChamber } from "./cast";
import { cellName, type Deliverables } from "./deliverables";
import type { Edition } from "./programme";

export type LibraryInput = { edition: Edition; cast: Cast; deliverables: Deliverables };

/** Gives what the edition made to the library: a material with a declaration that waits, a deliverable, one withdrawn. */
export async function seedLibrary(seeding: Seeding, input: LibraryInput): Promise<HistoryEntry[]> {
  const { edition, cast, deliverables } = input;
  const { days } = edition;
  const matrix = must(deliverables.ids, cellName("rocca-serena", 5));
  const items: { facts: SeedFacts; where: object; body: PilotChamber | null }[] = [
    {
      facts: interview(days),
      where: { programmeId: edition.id, title: "Traccia per il colloquio con i responsabili d’ufficio" },
      body: "rocca-serena",
    },
    { facts: filledMatrix(days), where: { deliverable: { id: matrix } }, body: "rocca-serena" },
    {
      facts: census(days),
      where: { programmeId: edition.id, title: "Modello per il censimento dei profili" },
      body: null,
    },
  ];
  const history: HistoryEntry[] = [];
  for (const { facts, where, body } of items) {
    const document = await seeding.tx.document.findFirstOrThrow({
      where,
      select: { id: true, versions: { orderBy: { number: "desc" }, take: 1, select: { id: true } } },
    });
    const by = must(cast.people, "coordinatore");
    const id = await writeItem(seeding, facts, {
      programmeId: edition.id,
      documentId: document.id,
      organisationId: body ? must(cast.bodies, body) : null,
      adaptationOfId: null,
      by,
      versions: document.versions.map((version) => ({ id: version.id, at: facts.publishedAt })),
    });
    const subject = { kind: "reuseItem", id };
    history.push({
      kind: "reuse.published",
      at: facts.publishedAt,
      by,
      subject,
      data: { document: document.id, licence: facts.licence ?? "CC-BY-4.0" },
    });
    if (facts.withdrawn) {
      const { at, reason } = facts.withdrawn;
      history.push({ kind: "reuse.withdrawn", at, by, subject, data: { reason } });
    }
  }
  return history;
}

const hours = 60;
const wholeDay = 24 * hours;

function interview(days: Days): SeedFacts {
  return {
    title: "Traccia per il colloquio con i responsabili d’ufficio",
    slug: "traccia-per-il-colloquio-con-i-responsabili-d-ufficio",
    abstract:
      "Quattro passi per ragionare con chi dirige un ufficio su attività, profili e persone prima di assegnare i nuovi profili.\nNata dal piano di comunicazione interna della Camera di Rocca Serena, si adatta a ogni ente che cambia il proprio sistema professionale.",
    subjects: ["professional-profiles", "work-organisation"],
    authors: ["Camera di Commercio di Rocca Serena"],
    publishedAt: minutesAgo(days, 7 * wholeDay),
    downloads: [37],
    notes: [""],
    declarations: [
      {
        state: "SHOWN",
        organisationName: "Comune di Pian del Sorbo",
        purpose: "La usiamo nei colloqui di inizio anno con i responsabili dei servizi demografici.",
        url: "https://piandelsorbo.example.org/colloqui",
        contactName: "Lia Sorbi",
        email: "lia.sorbi@piandelsorbo.test",
        daysAgo: 4,
      },
      {
        state: "WAITING",
        organisationName: "Unione dei Comuni dell’Alta Valle",
        purpose:
          "La adattiamo ai nostri sei Comuni: un solo colloquio per ufficio associato, con una domanda in più sui servizi digitali.",
        url: "https://altavalle.example.org/profili",
        contactName: "Nives Castagneto",
        email: "nives.castagneto@altavalle.test",
        daysAgo: 1,
      },
      {
        state: "REFUSED",
        organisationName: "Consulenza Rapida",
        purpose: "Offriamo corsi su questi temi a prezzi vantaggiosi.",
        url: null,
        contactName: "Ugo Frassineto",
        email: "ugo.frassineto@consulenzarapida.test",
        daysAgo: 3,
        refusalReason: "Non dice come si usa il materiale: è un’offerta di servizi.",
      },
    ],
  };
}

function filledMatrix(days: Days): SeedFacts {
  return {
    title: "Matrice di raccordo dei profili, compilata",
    slug: "matrice-di-raccordo-dei-profili-compilata",
    abstract:
      "Come 96 dipendenti passano dai vecchi ai nuovi profili: la tabella consegnata dalla Camera di Rocca Serena, con le note di chi l’ha compilata.",
    subjects: ["professional-profiles"],
    authors: ["Camera di Commercio di Rocca Serena", "Istituto Dimostrativo per l’Innovazione Pubblica"],
    licence: "CC-BY-SA-4.0",
    publishedAt: minutesAgo(days, 4 * hours),
    downloads: [5],
    notes: [""],
    declarations: [],
  };
}

function census(days: Days): SeedFacts {
  return {
    title: "Modello per il censimento dei profili",
    slug: "modello-per-il-censimento-dei-profili",
    abstract: "Una riga per dipendente, con il codice al posto del nome.",
    subjects: ["professional-profiles"],
    authors: ["Istituto Dimostrativo per l’Innovazione Pubblica"],
    publishedAt: minutesAgo(days, 6 * wholeDay),
    downloads: [12],
    notes: [""],
    declarations: [],
    withdrawn: {
      at: minutesAgo(days, 2 * wholeDay),
      reason: "REPLACED",
      note: "La matrice di raccordo comprende anche il censimento.",
    },
  };
}
