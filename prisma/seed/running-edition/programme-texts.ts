import { format, parseISO } from "date-fns";
import { it } from "date-fns/locale";
import type { FactKind } from "@/lib/platform/db/generated/enums";
import { type Days, plus } from "./calendar";
import { promoter, publishingBody } from "./cast";

/** "9 luglio 2012" */
export function inWords(day: string): string {
  return format(parseISO(day), "d MMMM yyyy", { locale: it });
}

export const description = `Le attività si svolgono **a distanza e senza oneri a carico dell’ente**. Tra un incontro e l’altro ogni gruppo lavora nello spazio riservato: carica gli elaborati, riceve le revisioni, si confronta nel forum animato. I materiali restano a disposizione del sistema camerale.

L’edizione riprende il [programma del 2012](/programmi/camere-profili-professionali): stesse linee di azione, stessi incontri, date nuove.`;

export const roles = [
  {
    title: "Committenza",
    description: "Partecipa all’individuazione delle Camere pilota e segue il programma.",
    body: promoter,
    holder: "Teodora Ulmari",
  },
  {
    title: "Faculty",
    description: "Partecipa all’individuazione delle Camere pilota e rivede gli elaborati.",
    body: publishingBody,
    holder: "Corrado Melograni",
  },
  {
    title: "Consulenza",
    description: "È presente nelle sessioni di assistenza tecnica.",
    body: publishingBody,
    holder: "Gemma Roverelli",
  },
  {
    title: "Responsabile di progetto",
    description: "Coordina le attività, convoca gli incontri, anima il forum.",
    body: publishingBody,
    holder: "Ada Ginestrelli",
  },
] satisfies readonly { title: string; description: string; body: string; holder: string }[];

export const facts = [
  {
    kind: "OBJECTIVE",
    position: 1,
    title: "Applicare il nuovo modello",
    text: "Ogni Camera pilota assegna ai propri dipendenti un profilo del nuovo sistema.",
  },
  {
    kind: "OBJECTIVE",
    position: 2,
    title: "Condividere i passaggi",
    text: "Condividere i passaggi per l’applicazione del sistema e le modalità per una corretta comunicazione all’interno dell’ente.",
  },
  {
    kind: "RULE",
    position: 1,
    title: "Attività a distanza e senza oneri",
    text: "Gli incontri divulgativi sono gratuiti; la fase sperimentale non comporta oneri a carico dell’ente.",
  },
  {
    kind: "TOOL",
    position: 1,
    title: "Spazio riservato",
    text: "Materiali di studio e di scambio, elaborati, informazioni utili.",
  },
  {
    kind: "TOOL",
    position: 2,
    title: "Forum animato",
    text: "Per confrontarsi con i coordinatori delle attività e con tutto il gruppo di lavoro.",
  },
  {
    kind: "BENEFICIARY",
    position: 1,
    title: "Camere pilota e sistema camerale",
    text: "I materiali restano a disposizione di successive sperimentazioni.",
  },
] satisfies readonly { kind: FactKind; position: number; title: string; text: string }[];

export const contacts = [
  {
    office: "Unione Camerale di Valfiorita, ufficio programmi",
    email: "programmi@unione-valfiorita.example",
    note: "Recapito inventato per la dimostrazione.",
  },
];

export function joiningSteps(days: Days): readonly { title: string; description: string }[] {
  return [
    {
      title: "Candidatura",
      description: `Chiusa il ${inWords(plus(days.kickOff, -38))}: nove domande ricevute.`,
    },
    {
      title: "Individuazione",
      description: `Sei Camere scelte con la Committenza e la Faculty il ${inWords(plus(days.kickOff, -3))}.`,
    },
    {
      title: "Incontri divulgativi",
      description: "Aperti a tutte le Camere: si partecipa gratuitamente, anche senza aderire.",
    },
    {
      title: "Prossima edizione",
      description:
        "Chi è interessato può scrivere all’ufficio programmi e sarà informato quando si apre la chiamata.",
    },
  ];
}
