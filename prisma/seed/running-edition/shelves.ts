import type { DocumentKind } from "@/lib/platform/db/generated/enums";
import { romeDay } from "@/lib/platform/rome-time";
import { dueDays, past } from "./calendar";
import type { PilotChamber } from "./cast";
import { csv, type DemoFile, pdf, signedAgreement, text } from "./files";
import type { FolderKey } from "./folders";
import type { Edition } from "./programme";
import { inWords } from "./programme-texts";
import { matrixRows, profileSheet } from "./requests";

export type TemplateKey = "census" | "matrix" | "report" | "guide";

export type Shelf = {
  key?: TemplateKey;
  space: "common" | PilotChamber;
  kind: DocumentKind;
  title: string;
  note: string;
  isPublic?: boolean;
  by: string;
  /** days after the kick-off */
  day: number;
  file: DemoFile;
  folder?: FolderKey;
  /** how many days before the moment it was put into the trash */
  removedAgo?: number;
};

/** What lies in the spaces when the demonstration begins. */
export async function shelvesOf({ days, plan }: Edition): Promise<Shelf[]> {
  const institute = "Istituto Dimostrativo per l’Innovazione Pubblica";
  const at = past(days, days.kickOff, "08:00");
  const sheet = (filename: string, title: string, paragraphs: string[]) =>
    pdf(filename, { title, subtitle: institute, paragraphs }, at);
  const due = dueDays(days);
  return [
    {
      space: "common",
      kind: "STUDY_MATERIAL",
      title: "Manuale dei nuovi profili professionali, estratto",
      note: "Estratto scritto per la dimostrazione.",
      isPublic: true,
      by: "coordinatore",
      day: -5,
      file: await sheet(
        "Manuale_nuovi_profili_estratto",
        "Manuale dei nuovi profili professionali, estratto",
        [
          "Il nuovo sistema descrive ogni profilo con finalità, attività, competenze e relazioni.",
          "Un profilo non coincide con un ufficio: la stessa scheda può servire a più servizi della Camera.",
          "L’estratto è scritto per la dimostrazione del portale.",
        ],
      ),
    },
    {
      key: "guide",
      space: "common",
      kind: "STUDY_MATERIAL",
      folder: "sessions",
      title: "Come si legge una scheda di profilo",
      note: "Guida breve della Faculty.",
      by: "esperto",
      day: 1,
      file: await sheet("Come_si_legge_una_scheda", "Come si legge una scheda di profilo", [
        "La finalità dice a che cosa serve il lavoro; le attività dicono che cosa si fa; le competenze dicono che cosa occorre sapere.",
        "Quando due schede sembrano adatte, si confrontano le finalità prima delle attività.",
      ]),
    },
    {
      key: "census",
      space: "common",
      kind: "STUDY_MATERIAL",
      folder: "templates",
      title: "Modello per il censimento dei profili",
      note: "Una riga per dipendente, con il codice al posto del nome.",
      by: "coordinatore",
      day: 9,
      file: csv("Modello_censimento", [
        ["Codice", "Ufficio", "Profilo attuale", "Attività prevalente", "Ore annue"],
        ["D01", "Registro imprese", "Istruttore amministrativo", "Istruttoria delle iscrizioni", 1490],
      ]),
    },
    {
      key: "matrix",
      space: "common",
      kind: "STUDY_MATERIAL",
      folder: "templates",
      title: "Modello della matrice di raccordo",
      note: "Con un esempio compilato.",
      by: "coordinatore",
      day: 44,
      file: csv("Matrice_di_raccordo_esempio_compilato", matrixRows),
    },
    {
      key: "report",
      space: "common",
      kind: "STUDY_MATERIAL",
      folder: "templates",
      title: "Modello della relazione finale",
      note: "Quattro parti, al massimo dieci pagine.",
      by: "coordinatore",
      day: 58,
      file: text("Modello_relazione_finale", [
        "RELAZIONE FINALE DI SPERIMENTAZIONE",
        "",
        "1. Che cosa si è applicato",
        "2. Quanti dipendenti hanno il nuovo profilo",
        "3. Criticità incontrate e soluzioni",
        "4. Consigli alle prossime Camere",
      ]),
    },
    {
      space: "common",
      kind: "INFORMATION",
      folder: "sessions",
      title: "Calendario della sperimentazione",
      note: "I cinque incontri e le otto scadenze.",
      isPublic: true,
      by: "coordinatore",
      day: -4,
      file: text("Calendario_sperimentazione", [
        "CALENDARIO",
        ...plan.sessions.map(
          ({ title, starts }) => `${title}: ${inWords(romeDay(starts.moved))}, 10:30-12:30`,
        ),
        "",
        "SCADENZE (ore 18:00)",
        ...due.map((day, index) => `${index + 1}. ${inWords(day)}`),
      ]),
    },
    {
      space: "common",
      kind: "INFORMATION",
      folder: "sessions",
      title: "Calendario della sperimentazione, prima bozza",
      note: "Superata dal calendario definitivo.",
      by: "coordinatore",
      day: -6,
      removedAgo: 6,
      file: text("Calendario_sperimentazione_bozza", [
        "CALENDARIO, PRIMA BOZZA",
        "Le date sono da concordare con le Camere.",
      ]),
    },
    {
      space: "common",
      kind: "INFORMATION",
      folder: "sessions",
      title: "Come si entra nella webconference",
      note: "La stanza apre un quarto d’ora prima.",
      by: "coordinatore",
      day: -4,
      file: text("Istruzioni_webconference", [
        "La stanza apre 15 minuti prima dell’incontro, dalla pagina dell’incontro.",
        "Servono un microfono e, se possibile, una videocamera.",
        "Chi non riesce a entrare scriva nel forum, categoria «Domande sul programma».",
      ]),
    },
    {
      space: "common",
      kind: "EXCHANGE_MATERIAL",
      folder: "experience",
      title: "Traccia per il colloquio con i responsabili d’ufficio",
      note: "Messa a disposizione dalla Camera di Rocca Serena.",
      isPublic: true,
      by: "referente.b",
      day: 58,
      file: text("Traccia_colloquio_responsabili", [
        "TRACCIA PER IL COLLOQUIO",
        "1. Che cosa fa oggi l’ufficio, in ordine di ore.",
        "2. Quali attività potrebbero passare ad altri.",
        "3. Quale profilo descrive meglio ogni persona, e perché.",
        "4. Chi va informato per primo.",
      ]),
    },
    {
      space: "common",
      kind: "EXCHANGE_MATERIAL",
      folder: "experience",
      title: "Scheda di profilo già discussa: servizi anagrafici",
      note: "Bozza di Terrefonde, con le osservazioni della Faculty.",
      by: "orsola.brezzi",
      day: 65,
      file: text("Scheda_servizi_anagrafici_bozza", profileSheet("Camera di Commercio di Terrefonde")),
    },
    {
      space: "valfiorita",
      kind: "EXCHANGE_MATERIAL",
      folder: "meetings",
      title: "Note del gruppo di lavoro",
      note: "Appunti interni delle riunioni del martedì.",
      by: "staff.a",
      day: 30,
      file: text("Note_gruppo_di_lavoro", [
        "Riunione 1: divisi gli uffici tra i componenti.",
        "Riunione 2: tre colleghi seguono sia il registro delle imprese sia lo sportello; si porta il caso nel forum.",
      ]),
    },
    {
      space: "valfiorita",
      kind: "INFORMATION",
      title: "Accordo di adesione, firmato",
      note: "Firmato dalla segretaria generale.",
      by: "referente.a",
      day: 1,
      file: await signedAgreement(),
    },
    {
      space: "pontelungo",
      kind: "INFORMATION",
      title: "Sala delle Adunanze: come arrivare",
      note: "Per l’incontro divulgativo.",
      by: "livio.tamerice",
      day: 62,
      file: text("Come_arrivare", ["Piazza del Mercato 3, primo piano, ingresso senza gradini dal cortile."]),
    },
  ];
}
