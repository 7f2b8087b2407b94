import type { PilotChamber } from "./cast";
import { csv, type DemoFile, pdf, text } from "./files";

export type RequestText = {
  title: string;
  instructions: string;
  session: "kickOff" | "first" | "second" | "third" | "final";
  /** accounts of who reviews, in order; none = any reviewer */
  reviewers?: readonly string[];
  releaseByReferent?: boolean;
};

/** The eight deliverables of the edition. */
export const requests: readonly RequestText[] = [
  {
    title: "Nomina del gruppo di lavoro",
    instructions:
      "Il provvedimento con cui la Camera nomina il gruppo di lavoro: referente, componenti, almeno una persona dell’ufficio del personale.",
    session: "kickOff",
  },
  {
    title: "Organigramma e funzioni",
    instructions: "L’organigramma in vigore e, per ogni ufficio, le funzioni svolte e il numero di addetti.",
    session: "first",
  },
  {
    title: "Censimento dei profili attuali",
    instructions:
      "Per ogni dipendente (senza nome: usare il codice) il profilo attuale, l’ufficio, le attività prevalenti. Usare il modello.",
    session: "first",
  },
  {
    title: "Piano di comunicazione interna",
    instructions:
      "A chi, quando e come si comunica il passaggio al nuovo sistema. Indicare i destinatari per ufficio e il testo dell’informativa.",
    session: "first",
    reviewers: ["coordinatore", "esperto"],
  },
  {
    title: "Matrice di raccordo dei profili",
    instructions:
      "Il raccordo tra ogni profilo attuale e un profilo del nuovo sistema. Dove le attività appartengono a due profili, indicare quello prevalente. Usare il modello.",
    session: "second",
  },
  {
    releaseByReferent: true,
    title: "Schede dei profili, prima stesura",
    instructions: "Una scheda per ogni profilo adottato: finalità, attività, competenze, relazioni.",
    session: "second",
  },
  {
    title: "Schede dei profili, definitive",
    instructions: "Le schede corrette dopo la revisione della prima stesura.",
    session: "third",
  },
  {
    title: "Relazione finale",
    instructions:
      "Che cosa si è applicato, quanti dipendenti hanno il nuovo profilo, criticità, consigli alle prossime Camere. Usare il modello.",
    session: "final",
  },
];

export type Chamber = { slug: PilotChamber; name: string; shortName: string };

/** The file with which a chamber answers a request (position from 1), at an attempt (from 1). */
export async function answerFile(
  position: number,
  chamber: Chamber,
  attempt: number,
  at: Date,
): Promise<DemoFile> {
  const mark = chamber.shortName.replace(/[^A-Za-z]+/g, "_");
  const suffix = attempt > 1 ? `_rev${attempt}` : "";
  const sheet = (title: string, paragraphs: string[]) =>
    pdf(`${title.replaceAll(" ", "_")}_${mark}${suffix}`, { title, subtitle: chamber.name, paragraphs }, at);
  switch (position) {
    case 1:
      return sheet("Nomina del gruppo di lavoro", [
        "Il Segretario generale, visto il programma di sperimentazione dei nuovi profili professionali, nomina il gruppo di lavoro della Camera.",
        "Il gruppo è composto dal referente, da due componenti dell’ufficio del personale e da un responsabile di servizio. Si riunisce almeno ogni due settimane.",
        "La partecipazione non comporta oneri a carico dell’ente.",
      ]);
    case 2:
      return sheet("Organigramma e funzioni", [
        "Segreteria generale; Servizio anagrafico certificativo; Servizio promozione; Servizio risorse e personale.",
        "Per ogni ufficio sono riportati le funzioni e il numero di addetti al primo giorno del mese.",
      ]);
    case 3:
      return csv(`Censimento_profili_${mark}${suffix}`, censusRows(attempt));
    case 4:
      return sheet("Piano di comunicazione interna", [
        "Obiettivo: che ogni dipendente sappia che cosa cambia, quando e a chi chiedere.",
        "Canali: riunione di servizio, colloquio con il responsabile d’ufficio, pagina nella rete interna.",
        "Calendario: informativa generale, colloqui, raccolta delle osservazioni, riscontro entro dieci giorni.",
      ]);
    case 5:
      return csv(`Matrice_di_raccordo_${mark}${suffix}`, matrixRows);
    default:
      return text(`Schede_profili_${mark}${suffix}`, profileSheet(chamber.name));
  }
}

function censusRows(attempt: number): (string | number)[][] {
  const offices = ["Registro imprese", "Promozione", "Personale", "Ragioneria", "Protocollo"];
  return [
    ["Codice", "Ufficio", "Profilo attuale", "Attività prevalente", "Ore annue"],
    ...offices.flatMap((office, index) =>
      [1, 2, 3].map((number) => [
        `D${index + 1}${number}`,
        office,
        number === 1 ? "Istruttore direttivo" : "Istruttore amministrativo",
        attempt > 1 ? "Istruttoria e rilascio di atti" : "Istruttoria",
        1_480 + index * 10 + number,
      ]),
    ),
  ];
}

export const matrixRows = [
  ["Profilo attuale", "Profilo del nuovo sistema", "Prevalenza delle ore", "Ambiti di attività"],
  ["Istruttore amministrativo, registro imprese", "Specialista dei servizi anagrafici", "72 %", "Anagrafe"],
  ["Istruttore amministrativo, sportello", "Specialista dei servizi al pubblico", "64 %", "Anagrafe"],
  ["Istruttore direttivo, promozione", "Gestore di progetti di promozione", "81 %", "Promozione"],
  ["Istruttore direttivo, personale", "Gestore delle risorse umane", "90 %", "Personale"],
] as const;

export function profileSheet(chamber: string): string[] {
  return [
    "SCHEDA DI PROFILO",
    chamber,
    "",
    "Denominazione: Specialista dei servizi anagrafici",
    "Finalità: garantire la correttezza e la tempestività delle iscrizioni.",
    "Attività: istruttoria delle domande; assistenza alle imprese; controlli.",
    "Competenze: normativa di settore; strumenti digitali; relazione con l’utenza.",
    "Relazioni: responsabile di servizio, ordini professionali, sportelli.",
  ];
}
