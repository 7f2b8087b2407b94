import { wholeYear } from "@/lib/platform/source-date";
import { type SourceProgramme, undated } from "../source-programme";
import { veronaFacts } from "./verona-facts";

const opening = "premessa";
const actions = "Le azioni";

export const veronaSecondoWelfare: SourceProgramme = {
  slug: "verona-secondo-welfare",
  title: "Verona Secondo Welfare 2013",
  shortTitle: "Verona Secondo Welfare",
  summary:
    "Nuove soluzioni di welfare territoriale e aziendale nel veronese: una rete tra imprese, enti e territorio, costruita in cinque azioni.",
  description:
    "Verona Innovazione e la Consigliera Provinciale di Parità, con il supporto tecnico di Variazioni srl, intendono sperimentare un progetto per la costruzione di una **rete territoriale** volta al rafforzamento del dialogo e alla costruzione di un sistema di welfare integrato, o secondo welfare, a supporto dei lavoratori, delle lavoratrici, delle imprese, del territorio.",
  audience: "Imprese, lavoratori e lavoratrici, istituzioni del territorio veronese",
  state: "ARCHIVED",
  stateSince: undated("la fonte non indica date"),
  stateOrigin: "PORTAL",
  stateReason: "La fonte presenta il progetto del 2013 e non ne riporta la conclusione.",
  begin: wholeYear(2013, "2013"),
  promoter: "verona-innovazione",
  sourceTitle: "«Progetto Verona Secondo Welfare 2013», pagina di Verona Innovazione",
  source: opening,
  rows: ["4.1", "4.2"],
  organisations: [
    {
      slug: "verona-innovazione",
      name: "Verona Innovazione",
      shortName: "Verona Innovazione",
      kind: "AGENCY",
      city: "Verona",
      province: "VR",
      description: "Promotore del progetto, con l’Area Servizi alle Imprese.",
      source: opening,
      rows: ["4.3"],
    },
    {
      slug: "consigliera-parita-verona",
      name: "Consigliera Provinciale di Parità",
      shortName: "Consigliera di Parità",
      kind: "PROVINCE",
      description:
        "Promuove il progetto con Verona Innovazione. È un ufficio: la fonte non nomina la persona.",
      source: opening,
      rows: ["4.4"],
    },
    {
      slug: "variazioni-srl",
      name: "Variazioni srl",
      shortName: "Variazioni",
      kind: "CONSULTANCY",
      description: "Dà il supporto tecnico al progetto.",
      source: opening,
      rows: ["4.5"],
    },
  ],
  lines: [],
  phases: [
    {
      code: "1",
      title: "Analisi del contesto e dei bisogni",
      source: actions,
      rows: ["4.16"],
    },
    {
      code: "1a",
      title: "Mappatura delle buone prassi e delle aziende",
      description:
        "Mappatura delle buone prassi territoriali e delle aziende a livello provinciale o territoriale che hanno attivato misure di work life balance.",
      source: actions,
      rows: ["4.17", "4.18", "4.19"],
    },
    {
      code: "2",
      title: "Primo coinvolgimento delle aziende del territorio",
      source: actions,
      rows: ["4.20"],
    },
    {
      code: "2a",
      title: "Raccolta di esperienze, opinioni e proposte",
      description:
        "Coinvolte 20/30 imprese legate a Verona Innovazione/Consigliera di Parità. L’occasione serve per progettare tutte le attività successive in maniera efficace e tarata sulle effettive esigenze delle imprese e degli enti del territorio coinvolti.",
      source: actions,
      rows: ["4.21", "4.22", "4.23"],
    },
    {
      code: "2b",
      title: "Definizione delle linee guida future",
      description:
        "Relazione sintetica programmatica, che permetterà di strutturare adeguatamente le ipotesi di sviluppo formulate nei punti 3 e 4.",
      source: actions,
      rows: ["4.24", "4.25"],
    },
    {
      code: "3",
      title: "Avvio della sperimentazione",
      gate: { phase: 5, note: "La Relazione sintetica programmatica (2b) struttura questo punto." },
      source: actions,
      rows: ["4.25", "4.26"],
    },
    {
      code: "3a",
      title: "Mappatura dei comportamenti, delle esigenze e delle politiche",
      description:
        "Analisi del contesto e dei bisogni delle aziende, dei lavoratori e delle lavoratrici, delle istituzioni.",
      source: actions,
      rows: ["4.27", "4.28"],
    },
    {
      code: "3b",
      title: "Attivazione dei servizi",
      description: "Formalizzazione dell’accordo territoriale e creazione del brand.",
      source: actions,
      rows: ["4.29", "4.30", "4.31"],
    },
    {
      code: "3c",
      title: "Soluzioni innovative aziende-enti locali",
      description: "Per esempio convenzioni condivise tra aziende ed enti, condivisione di strumenti.",
      source: actions,
      rows: ["4.32", "4.33", "4.34"],
    },
    {
      code: "3d",
      title: "Supporto e coordinamento della sperimentazione",
      source: actions,
      rows: ["4.35"],
    },
    {
      code: "4",
      title: "Creazione della rete di imprese «per il welfare»",
      gate: { phase: 5, note: "La Relazione sintetica programmatica (2b) struttura questo punto." },
      source: actions,
      rows: ["4.25", "4.36"],
    },
    { code: "4a", title: "Creazione del network delle imprese", source: actions, rows: ["4.37"] },
    { code: "4b", title: "Animazione del gruppo (formazione)", source: actions, rows: ["4.38"] },
    {
      code: "4c",
      title: "Attività di comunicazione e marketing (affiliazione)",
      source: actions,
      rows: ["4.39"],
    },
    {
      code: "4d",
      title: "Ipotesi di formulazione della contrattazione di secondo livello",
      source: actions,
      rows: ["4.40"],
    },
    { code: "5", title: "Messa a sistema e monitoraggio", source: actions, rows: ["4.41"] },
  ],
  facts: veronaFacts,
  roles: [
    {
      title: "Promotore",
      description: "Verona Innovazione, Area Servizi alle Imprese.",
      organisation: "verona-innovazione",
      source: opening,
      rows: ["4.3"],
    },
    {
      title: "Promotore: Consigliera Provinciale di Parità",
      description: "Promuove il progetto con Verona Innovazione.",
      organisation: "consigliera-parita-verona",
      source: opening,
      rows: ["4.4"],
    },
    {
      title: "Supporto tecnico",
      description: "Variazioni srl.",
      organisation: "variazioni-srl",
      source: opening,
      rows: ["4.5"],
    },
    {
      title: "Imprese coinvolte",
      description: "20/30 imprese legate ai promotori.",
      holder: "La fonte non le nomina",
      source: actions,
      rows: ["4.21"],
    },
  ],
  contacts: [
    {
      office: "Verona Innovazione - Area Servizi alle Imprese",
      phone: "045/80 85 805 - 80 85 744",
      email: "veronainnovazione@vr.camcom.it",
      note: "Recapiti riportati dalla fonte (2013).",
      source: "Per maggiori informazioni",
      rows: ["4.42"],
    },
  ],
  joiningSteps: [],
  sessions: [],
  quotations: [],
};
