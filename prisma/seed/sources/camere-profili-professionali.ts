import { exactDay, wholeMonth } from "@/lib/platform/source-date";
import { type SourceProgramme, type SourceSession, UNNAMED } from "../source-programme";
import { camereFacts } from "./camere-facts";

const first = "punto 1";
const second = "punto 2";
const calendar = "Calendario sperimentazione";

const announced = {
  announcedMinutes: 180,
  announcedNote:
    "Il testo annuncia sessioni «di circa 3 ore ciascuna»; il calendario assegna due ore (10.30 - 12.30).",
};

const sessions: readonly SourceSession[] = [
  {
    kind: "KICK_OFF",
    title: "Incontro di avvio",
    description: "Incontro di avvio della sperimentazione con collegamento in webconference.",
    day: "2012-07-09",
    begins: "10:30",
    ends: "12:30",
    mode: "WEBCONFERENCE",
    phase: 3,
    source: calendar,
    rows: ["0.30", "0.54"],
  },
  {
    kind: "ASSISTANCE",
    ordinal: 1,
    title: "1ª sessione di assistenza tecnica",
    description:
      "In webconference: la consulenza e il responsabile di progetto dell’Istituto sono a disposizione per risolvere criticità, offrire supporto tecnico e verificare il rispetto della tempistica.",
    day: "2012-09-04",
    begins: "10:30",
    ends: "12:30",
    ...announced,
    mode: "WEBCONFERENCE",
    phase: 3,
    source: calendar,
    rows: ["0.31", "0.32", "0.55", "0.59"],
  },
  {
    kind: "ASSISTANCE",
    ordinal: 2,
    title: "2ª sessione di assistenza tecnica",
    description:
      "In webconference: si definiscono gli step, si portano avanti attività di implementazione del modello, si effettuano revisioni.",
    day: "2012-09-25",
    begins: "10:30",
    ends: "12:30",
    ...announced,
    mode: "WEBCONFERENCE",
    phase: 3,
    source: calendar,
    rows: ["0.31", "0.32", "0.56", "0.59"],
  },
  {
    kind: "ASSISTANCE",
    ordinal: 3,
    title: "3ª sessione di assistenza tecnica",
    description:
      "In webconference: si definiscono gli step, si portano avanti attività di implementazione del modello, si effettuano revisioni.",
    day: "2012-10-09",
    begins: "10:30",
    ends: "12:30",
    ...announced,
    mode: "WEBCONFERENCE",
    phase: 3,
    source: calendar,
    rows: ["0.31", "0.32", "0.57", "0.59"],
  },
  {
    kind: "CLOSING",
    title: "Presentazione finale",
    description:
      "Incontro di chiusura con collegamento webconference (il testo lo colloca a «fine ottobre»).",
    day: "2012-10-23",
    begins: "10:30",
    ends: "12:30",
    mode: "WEBCONFERENCE",
    phase: 3,
    source: calendar,
    rows: ["0.51", "0.58"],
  },
];

export const camereProfiliProfessionali: SourceProgramme = {
  slug: "camere-profili-professionali",
  title: "Le Camere di commercio sperimentano i nuovi profili professionali",
  shortTitle: "Camere, nuovi profili professionali",
  summary:
    "Da maggio 2012 un ciclo di incontri divulgativi e, in alcune Camere pilota, cinque mesi di assistenza a distanza per applicare il nuovo modello di gestione dei profili professionali.",
  description: `Partendo dall’esperienza e dagli strumenti prodotti dal Tavolo di Lavoro, da maggio 2012 il programma sviluppa due linee di azione: una **fase divulgativa e informativa**, con incontri gratuiti sul territorio, e una **fase sperimentale** in cui le Camere pilota applicano il nuovo modello di gestione dei profili professionali.

La fase sperimentale dura 5 mesi, si svolge a distanza e senza oneri a carico dell’Ente, e termina il 30 ottobre 2012. Tra un incontro e l’altro il gruppo lavora sul mini sito di progetto: materiali di studio, elaborati, informazioni utili e un Forum animato.`,
  audience: "Camere di Commercio e sistema camerale",
  commitment: "Cinque incontri in webconference e lavoro a distanza tra un incontro e l’altro",
  costNote: "Incontri gratuiti; fase sperimentale senza oneri a carico dell’Ente",
  state: "CLOSED",
  stateSince: exactDay("2012-10-30", "terminerà il 30 ottobre 2012"),
  stateOrigin: "SOURCE",
  stateReason:
    "Il testo fissa al 30 ottobre 2012 la fine della fase sperimentale e lascia il sito a disposizione del sistema camerale.",
  begin: wholeMonth("2012-05", "da maggio 2012"),
  end: exactDay("2012-10-30", "30 ottobre 2012"),
  promoter: "istituto-del-progetto-camere",
  sourceTitle:
    "«Sperimentazione», pagina del progetto sui nuovi profili professionali delle Camere di Commercio, 2012",
  source: "intero testo",
  rows: ["0.1", "0.4", "0.29"],
  organisations: [
    {
      slug: "istituto-del-progetto-camere",
      name: "Istituto responsabile del progetto (non nominato dalla fonte)",
      shortName: "Istituto",
      kind: "INSTITUTE",
      description: "La fonte parla del «responsabile di progetto dell’Istituto» senza nominare l’Istituto.",
      source: second,
      rows: ["0.34"],
    },
  ],
  lines: [
    {
      title: "Fase divulgativa/informativa",
      aim: "Disseminazione del progetto e presentazione del modello.",
      method:
        "Divulgazione sul territorio degli output del gruppo di lavoro mediante un ciclo di incontri gratuiti: uno in sede centrale (Roma), gli altri presso Unioni Regionali o Camere di Commercio.",
      source: first,
      rows: ["0.5", "0.6", "0.7", "0.8"],
    },
    {
      title: "Fase sperimentale",
      aim: "Individuazione delle Camere pilota ed assistenza/consulenza per l’applicazione del nuovo modello di gestione dei profili professionali.",
      method:
        "1) Incontro di avvio in webconference; 2) sessioni di assistenza tecnica in webconference, con lavoro a distanza tra l’una e l’altra; 3) incontro di chiusura in webconference.",
      source: second,
      rows: ["0.5", "0.20", "0.21", "0.22", "0.30", "0.31", "0.51"],
    },
  ],
  phases: [
    {
      line: 1,
      title: "Ciclo di incontri divulgativi",
      description:
        "Incontri gratuiti per presentare il modello e diffondere il Manuale dei nuovi profili professionali.",
      begin: wholeMonth("2012-05", "da maggio 2012"),
      place: "Roma, sede centrale; altri incontri presso Unioni Regionali o Camere di Commercio",
      costNote: "Incontri gratuiti",
      hostNote:
        "Ospitano Unioni Regionali o Camere di Commercio «posizionate favorevolmente sul territorio, in modo di facilitare la partecipazione del maggior numero di Camere interessate». La fonte non le nomina e non dà le date degli incontri.",
      source: first,
      rows: ["0.4", "0.6", "0.8", "0.9", "0.10", "0.11", "0.12", "0.13"],
    },
    {
      line: 2,
      title: "Individuazione delle Camere pilota",
      description:
        "In stretto raccordo con la Committenza e con la Faculty si individuano le Camere di Commercio con le quali avviare la sperimentazione del modello.",
      note: "La fonte non nomina le Camere pilota e non dà la data della scelta.",
      source: second,
      rows: ["0.21", "0.23", "0.24", "0.25"],
    },
    {
      line: 2,
      title: "Assistenza e consulenza per l’applicazione del modello",
      description: "Cinque mesi di attività realizzate a distanza.",
      end: exactDay("2012-10-30", "terminerà il 30 ottobre 2012"),
      gate: { phase: 2, note: "Si avvia con le Camere di Commercio individuate." },
      place: "A distanza, in webconference",
      costNote: "Senza oneri a carico dell’Ente",
      note: "Cinque mesi fino al 30 ottobre porterebbero l’inizio intorno al 1° giugno, ma il primo incontro con una data è del 9 luglio 2012 e le linee partono «da maggio»: la fonte non dice quando la fase comincia.",
      source: second,
      rows: ["0.20", "0.22", "0.26", "0.27", "0.28", "0.29", "0.62"],
    },
  ],
  facts: camereFacts,
  roles: [
    {
      title: "Committenza",
      description: "Partecipa in stretto raccordo all’individuazione delle Camere pilota.",
      holder: UNNAMED,
      source: second,
      rows: ["0.23", "0.25"],
    },
    {
      title: "Faculty",
      description: "Partecipa in stretto raccordo all’individuazione delle Camere pilota.",
      holder: UNNAMED,
      source: second,
      rows: ["0.24", "0.25"],
    },
    {
      title: "Consulenza",
      description: "È presente nelle sessioni di assistenza tecnica, insieme al responsabile di progetto.",
      holder: UNNAMED,
      source: second,
      rows: ["0.33"],
    },
    {
      title: "Responsabile di progetto dell’Istituto",
      description: "È presente nelle sessioni di assistenza tecnica, insieme alla consulenza.",
      organisation: "istituto-del-progetto-camere",
      source: second,
      rows: ["0.34"],
    },
    {
      title: "Coordinatori delle attività",
      description: "Con loro il gruppo si confronta nel Forum animato.",
      holder: UNNAMED,
      source: second,
      rows: ["0.48"],
    },
    {
      title: "Gruppo di lavoro",
      description: "Tutti i componenti contribuiscono ad arricchire l’applicazione del modello.",
      holder: UNNAMED,
      source: second,
      rows: ["0.49"],
    },
    {
      title: "Camere pilota",
      description: "Sperimentano il modello.",
      holder: UNNAMED,
      source: second,
      rows: ["0.21"],
    },
  ],
  contacts: [],
  joiningSteps: [],
  sessions,
  quotations: [],
};
