import type { DemoThread } from "./forum-shape";

export const moreThreads: readonly DemoThread[] = [
  {
    category: 3,
    title: "Una scheda per lo sportello polifunzionale?",
    state: "OPEN",
    posts: [
      {
        by: "staff.a",
        at: { daysAgo: 4, time: "12:40" },
        text: "Allo sportello polifunzionale si alternano colleghi di tre uffici. Scriviamo una scheda sola o ne usiamo tre, una per ufficio di provenienza?",
      },
    ],
    read: { "staff.a": 1, "referente.a": 1, "referente.b": 1 },
  },
  {
    category: 3,
    title: "Competenze digitali nelle schede: un livello comune?",
    state: "ANSWERED",
    posts: [
      {
        by: "orsola.brezzi",
        at: { daysAgo: 2, time: "12:20" },
        text: "Ogni Camera descrive le competenze digitali a modo suo. Proponiamo tre livelli uguali per tutti?",
      },
      {
        by: "livio.tamerice",
        at: { daysAgo: 1, time: "15:05" },
        text: "D’accordo sui tre livelli. Servono però esempi concreti per ciascuno, altrimenti ognuno li legge come crede.",
      },
    ],
    read: { "referente.a": 2, "orsola.brezzi": 2, "livio.tamerice": 2, "staff.b": 1 },
  },
  {
    category: 4,
    title: "Si può partecipare agli incontri divulgativi senza aderire?",
    state: "SOLVED",
    accepted: 2,
    posts: [
      {
        by: "pia.sambuchi",
        at: { daysAgo: 30, time: "09:30" },
        text: "Ci scrive una Camera che non è tra le pilota: gli incontri divulgativi sono aperti anche a chi non ha presentato domanda?",
      },
      {
        by: "coordinatore",
        at: { daysAgo: 30, time: "11:00" },
        text: "Sì. Sono gratuiti e aperti a tutte le Camere e a chi vi lavora. Le date sono nel calendario pubblico.",
      },
    ],
    read: { "referente.a": 2, coordinatore: 2, "pia.sambuchi": 2, "referente.b": 2 },
  },
  {
    category: 4,
    title: "Orario delle scadenze",
    state: "SOLVED",
    accepted: 2,
    isPinned: true,
    posts: [
      {
        by: "irma.falaschi",
        at: { daysAgo: 58, time: "10:12" },
        text: "Le consegne scadono a mezzanotte o a fine orario d’ufficio?",
      },
      {
        by: "coordinatore",
        at: { daysAgo: 58, time: "10:45" },
        text: "Alle **18:00** del giorno indicato, ora di Roma. Dopo si può ancora inviare, ma la consegna risulta in ritardo; per un impedimento si chiede una proroga prima della scadenza.",
      },
    ],
    read: {
      "referente.a": 2,
      "staff.a": 2,
      "referente.b": 2,
      "staff.b": 2,
      coordinatore: 2,
      esperto: 2,
      "irma.falaschi": 2,
      "bruno.asfodelo": 2,
    },
  },
  {
    category: 4,
    title: "Che cosa resta dopo la fine dell’edizione?",
    state: "ANSWERED",
    posts: [
      {
        by: "gemma.roverelli",
        at: { daysAgo: 21, time: "16:30" },
        text: "La Committenza chiede che cosa resterà a disposizione delle Camere che non hanno partecipato.",
      },
      {
        by: "coordinatore",
        at: { daysAgo: 20, time: "09:20" },
        text: "Le schede definitive, la traccia di colloquio, i modelli e gli esiti pubblicati. Le discussioni di questa categoria restano leggibili da tutti.",
      },
    ],
    read: { "referente.a": 2, coordinatore: 2, osservatore: 2, "gemma.roverelli": 2 },
  },
  {
    category: 1,
    title: "Censimento: chi è in comando presso un altro ente?",
    state: "SOLVED",
    accepted: 2,
    isLocked: true,
    posts: [
      {
        by: "livio.tamerice",
        at: { daysAgo: 40, time: "09:50" },
        text: "Nel censimento contiamo anche chi è in comando presso un altro ente?",
      },
      {
        by: "gemma.roverelli",
        at: { daysAgo: 39, time: "11:15" },
        text: "Sì, con il profilo della Camera di appartenenza e la nota «in comando». Non entra però nel totale dei dipendenti da riassegnare.",
      },
    ],
    read: { "referente.a": 2, "livio.tamerice": 2, coordinatore: 2, "referente.b": 2, "orsola.brezzi": 2 },
  },
];
