import type { DemoThread } from "./forum-shape";
import { moreThreads } from "./forum-texts-more";

export const categories = [
  {
    title: "Raccordo dei profili",
    description: "Dal profilo attuale a quello del nuovo sistema.",
    isPublic: false,
  },
  {
    title: "Comunicazione interna",
    description: "Informative, colloqui, riunioni di servizio.",
    isPublic: false,
  },
  { title: "Schede dei profili", description: "Come si scrivono, come si leggono.", isPublic: false },
  {
    title: "Domande sul programma",
    description: "Calendario, consegne, incontri. Si legge anche senza accesso.",
    isPublic: true,
  },
] as const;

export const threads: readonly DemoThread[] = [
  {
    category: 1,
    title: "Come ricollocare chi svolge due profili?",
    state: "SOLVED",
    accepted: 3,
    posts: [
      {
        by: "referente.a",
        at: { daysAgo: 5, time: "11:04" },
        text: "Da noi tre colleghi seguono sia il registro delle imprese sia lo sportello per la composizione delle crisi. Nella matrice di raccordo quale profilo indichiamo: quello prevalente, o tutti e due?\n\nSe indichiamo il prevalente, come si misura la prevalenza?",
      },
      {
        by: "livio.tamerice",
        at: { daysAgo: 4, time: "09:37" },
        text: "> come si misura la prevalenza?\n\nNoi abbiamo usato le ore del piano delle attività dell’ultimo anno: oltre il 60 % il profilo è prevalente, altrimenti lo portiamo all’incontro. La Camera di Terrefonde aveva scelto un’altra strada.",
      },
      {
        by: "coordinatore",
        at: { daysAgo: 3, time: "08:52" },
        text: "Nella matrice si indica **un solo profilo**, quello prevalente, e si annota il secondo nella colonna «ambiti di attività»:\n\n- la prevalenza si misura sulle ore del piano delle attività;\n- sotto il 60 % decide il responsabile, con una riga di motivazione.\n\nTra i materiali di studio trovate il modello con un esempio compilato.",
      },
      {
        by: "orsola.brezzi",
        at: { minutesAgo: 130 },
        text: "Confermo: con l’esempio compilato abbiamo chiuso la matrice in una mattina. La soglia del 60 % va però comunicata prima ai responsabili.",
      },
    ],
    read: { "referente.a": 3, coordinatore: 4, "livio.tamerice": 3, "referente.b": 2, "orsola.brezzi": 4 },
  },
  {
    category: 2,
    title: "Traccia per il colloquio con i responsabili d’ufficio",
    state: "ANSWERED",
    posts: [
      {
        by: "referente.b",
        at: { daysAgo: 12, time: "10:15" },
        text: "Abbiamo messo tra i materiali di scambio la traccia che usiamo per i colloqui. Sono quattro domande: il colloquio dura circa venti minuti. Osservazioni benvenute.",
      },
      {
        by: "esperto",
        at: { daysAgo: 11, time: "15:30" },
        text: "Buona traccia. Suggerisco di chiedere prima le ore e poi le attività: chi parte dalle attività tende a elencarle tutte.",
      },
      {
        by: "irma.falaschi",
        at: { daysAgo: 4, time: "12:05" },
        text: "L’abbiamo provata con due responsabili. Alla domanda 2 hanno risposto entrambi «nessuna»: forse va riformulata.",
      },
      {
        by: "livio.tamerice",
        at: { daysAgo: 3, time: "09:10" },
        text: "A Pontelungo chiediamo «che cosa fareste se aveste una persona in meno per un mese?». @Marta Querciola, da voi come è andata?",
      },
      {
        by: "pia.sambuchi",
        at: { daysAgo: 3, time: "11:48" },
        text: "La domanda di Pontelungo funziona, ma va fatta per ultima.",
      },
      {
        by: "referente.b",
        at: { daysAgo: 3, time: "16:22" },
        text: "Accolgo: preparo una seconda versione con le due modifiche e la carico lunedì.",
      },
    ],
    read: { "referente.a": 2, "referente.b": 6, coordinatore: 4, esperto: 2, "livio.tamerice": 4 },
  },
  {
    category: 2,
    title: "Informativa sindacale: quando e con quale testo",
    state: "ANSWERED",
    posts: [
      {
        by: "staff.a",
        at: { daysAgo: 9, time: "09:25" },
        text: "L’informativa alle organizzazioni sindacali va data prima della riunione di servizio o insieme? E c’è un testo comune alle sei Camere?",
      },
      {
        by: "coordinatore",
        at: { daysAgo: 8, time: "10:00" },
        text: "Prima. Il testo comune non c’è: nella prossima sessione raccogliamo quelli già usati e ne ricaviamo uno.",
      },
      {
        by: "bruno.asfodelo",
        at: { daysAgo: 4, time: "17:15" },
        text: "Noi l’abbiamo data una settimana prima, in forma scritta, con la richiesta di osservazioni entro cinque giorni.",
      },
      {
        by: "referente.b",
        at: { daysAgo: 3, time: "14:40" },
        text: "A Rocca Serena uguale, ma con un incontro. Carico il nostro testo dopo averlo reso anonimo.",
      },
    ],
    read: { "referente.a": 2, "staff.a": 2, coordinatore: 3, "referente.b": 4, "bruno.asfodelo": 3 },
  },
  {
    category: 1,
    title: "Profili senza corrispondenza: che cosa scrivere nella matrice",
    state: "ANSWERED",
    posts: [
      {
        by: "bruno.asfodelo",
        at: { daysAgo: 16, time: "11:30" },
        text: "Due profili attuali (autista e usciere) non trovano corrispondenza nel nuovo sistema. Lasciamo la riga vuota?",
      },
      {
        by: "gemma.roverelli",
        at: { daysAgo: 15, time: "09:05" },
        text: "Mai vuota: scrivete «nessuna corrispondenza» e, nella colonna degli ambiti, le attività che la persona svolge davvero. Spesso la corrispondenza si trova lì.",
      },
    ],
    read: { "referente.a": 2, "bruno.asfodelo": 2, coordinatore: 2, "referente.b": 2, "staff.a": 1 },
  },
  {
    category: 3,
    title: "Quante attività in una scheda?",
    state: "SOLVED",
    accepted: 2,
    posts: [
      {
        by: "staff.b",
        at: { daysAgo: 7, time: "10:40" },
        text: "Nella prima scheda ne abbiamo scritte diciannove. Sono troppe?",
      },
      {
        by: "esperto",
        at: { daysAgo: 7, time: "16:10" },
        text: "Sì. Da cinque a otto attività, scritte al presente e con un verbo che si possa osservare: *istruisce*, *controlla*, *rilascia*. Le altre sono compiti e stanno nel piano delle attività.",
      },
      {
        by: "staff.b",
        at: { daysAgo: 6, time: "08:55" },
        text: "Grazie, siamo scesi a sette.",
      },
    ],
    read: { "referente.a": 3, "referente.b": 3, "staff.b": 3, coordinatore: 2, esperto: 3 },
  },
  ...moreThreads,
];
