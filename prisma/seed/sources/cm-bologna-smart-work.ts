import { exactDay } from "@/lib/platform/source-date";
import type { SourceProgramme } from "../source-programme";
import { cmFacts } from "./cm-facts";
import { cmPhases } from "./cm-phases";

const cover = "copertina";
const tools = "Obiettivi e Azioni per lo Smart working";

export const cmBolognaSmartWork: SourceProgramme = {
  slug: "cm-bologna-smart-work",
  title: "Lo smart work della Città metropolitana di Bologna",
  shortTitle: "Città metropolitana di Bologna, smart work",
  summary:
    "La Città metropolitana di Bologna sperimenta un modello di lavoro agile con tre profili tipo, mappature, formazione e venti sperimentatori, in dieci fasi.",
  description: `La Città metropolitana di Bologna individua lo smart working come strumento strategico, in grado di **ottimizzare l’efficienza e la flessibilità dell’azione amministrativa**. Il modello metodologico consiste nel puntare al lavoro per obiettivi, garantendo una misurabilità delle performance individuali e organizzative.

Il modello prevede tre profili tipo a cui fare riferimento: **P** Progettuale, **O** Obiettivi, **G** Gestionale. I limiti e le condizioni di ciascuno si leggono nella pagina [Lavoro agile](/lavoro-agile).`,
  audience: "Tutti i dipendenti e dirigenti, in misura potenziale e variabile",
  commitment: "Venti sperimentatori nella prima fase; poi un contingente da definire",
  slogan: "veloce | leggero | agile",
  state: "ARCHIVED",
  stateSince: {
    precision: "none",
    text: "la fonte non indica una fine: dal 30/06/2020 le proposte dei dirigenti",
  },
  stateOrigin: "PORTAL",
  stateReason: "La fonte, del 31 luglio 2019, è un piano: non riporta come si è conclusa la sperimentazione.",
  begin: exactDay("2019-10-31", "prima data indicata: 31/10/2019"),
  end: exactDay("2020-06-30", "ultima data indicata: dal 30/06/2020"),
  promoter: "citta-metropolitana-bologna",
  sourceTitle:
    "«Smart working per la PA. Lo smart work della Città metropolitana di Bologna», 31 luglio 2019",
  source: cover,
  rows: ["3.1", "3.2", "3.67"],
  organisations: [
    {
      slug: "citta-metropolitana-bologna",
      name: "Città metropolitana di Bologna",
      shortName: "CM di Bologna",
      kind: "METROPOLITAN_CITY",
      city: "Bologna",
      province: "BO",
      description: "«La Città metropolitana agile e veloce».",
      source: cover,
      rows: ["3.1"],
    },
  ],
  lines: [
    {
      title: "Modello e Disciplina",
      aim: "Approvazione del Modello di smart work. Approvazione della Direttiva interna dello smart work.",
      method:
        "Adozione del Kit di riuso del Progetto VeLa e predisposizione di modello e direttiva (previa informazione alle OO.SS.). Diffusione della buona pratica sul territorio metropolitano.",
      source: tools,
      rows: ["3.15", "3.16", "3.17", "3.18", "3.19", "3.20"],
    },
    {
      title: "Tecnologia",
      aim: "Definizione della dotazione informatica (hardware e software) da assegnare agli smart workers. Incremento delle competenze digitali di tutti i dipendenti.",
      method:
        "Implementazione degli strumenti informatici da assegnare agli smart workers e formazione specifica. Erogazione delle pillole (kit riuso) agli smart workers. Potenziamento diffuso delle competenze digitali (software di produttività individuale e software collaborativi).",
      source: tools,
      rows: ["3.15", "3.21", "3.22", "3.23", "3.24", "3.25"],
    },
    {
      title: "Logistica",
      aim: "Riprogettare gli spazi. Razionalizzare gli spazi.",
      method:
        "Analisi degli spazi adibiti a incontri per sviluppare la dotazione necessaria alla condivisione remotizzata. Valutazione di ipotesi di razionalizzazione degli spazi all’interno delle Aree/Settori. Valutazione della fattibilità di convenzioni/accordi con altri Enti per l’utilizzo di spazi in ambito metropolitano.",
      source: tools,
      rows: ["3.15", "3.26", "3.27", "3.28", "3.29"],
    },
    {
      title: "Organizzazione",
      aim: "Migliorare il clima organizzativo. Diffondere modalità di lavoro e stili manageriali orientati ad una maggiore autonomia e responsabilità e lo sviluppo di una cultura orientata ai risultati. Migliorare la conciliazione lavoro-vita familiare dei dipendenti.",
      method:
        "Indagine sul benessere dei dipendenti. Mappatura del livello di digitalizzazione delle attività e del livello di competenze dei dipendenti. Formazione: modalità organizzative orientate alla trasversalità, direzione orientata alla cura degli aspetti sulla gestione del personale.",
      source: tools,
      rows: ["3.15", "3.30", "3.31", "3.32"],
    },
  ],
  phases: cmPhases,
  facts: cmFacts,
  roles: [
    {
      title: "Città metropolitana di Bologna",
      description: "Promuove e sperimenta il modello.",
      organisation: "citta-metropolitana-bologna",
      source: cover,
      rows: ["3.1"],
    },
    {
      title: "Dirigenti",
      description:
        "Danno un contributo attivo per incrementare il livello di digitalizzazione delle attività; scelgono gli sperimentatori e propongono il piano di digitalizzazione.",
      holder: "La fonte non li nomina",
      source: "Lo Smart working della Città metropolitana; Le fasi",
      rows: ["3.14", "3.50", "3.61"],
    },
    {
      title: "Comitato smart",
      description: "Fa la scelta centralizzata del contingente di smart workers.",
      holder: "La fonte non lo nomina",
      source: "Le fasi, fase 8",
      rows: ["3.59"],
    },
    {
      title: "Smart workers",
      description: "Venti unità di sperimentatori, distribuite tra le varie aree e i vari settori.",
      holder: "La fonte non li nomina",
      source: "Le fasi, fase 2",
      rows: ["3.48", "3.49"],
    },
    {
      title: "Organizzazioni sindacali (OO.SS.)",
      description: "Ricevono informazione prima del modello e della direttiva.",
      holder: "La fonte non le nomina",
      source: tools,
      rows: ["3.19"],
    },
  ],
  contacts: [],
  joiningSteps: [],
  sessions: [],
  quotations: [],
};
