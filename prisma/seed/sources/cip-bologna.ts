import { exactDay } from "@/lib/platform/source-date";
import type { SourceProgramme } from "../source-programme";

const transcript = "trascrizione della presentazione";

export const cipBologna: SourceProgramme = {
  slug: "cip-bologna",
  title:
    "Riprogettazione del modello di funzionamento dei Centri per l’Impiego e sua sperimentazione sul CIP di Bologna",
  shortTitle: "Centro per l’impiego di Bologna, modello a tendere",
  summary:
    "La Provincia di Bologna ridisegna il modello di funzionamento dei Centri per l’Impiego e lo sperimenta sul CIP di Bologna: due macroaree, sei aree funzionali e un pool di supporto.",
  description: `La presentazione del 3 aprile 2003 descrive la struttura del **modello a tendere** del Centro per l’Impiego (CIP) di Bologna: servizi alla persona e servizi all’impresa, articolati in aree funzionali secondo la missione e in funzioni secondo la tipologia di servizi erogati.

Il modello nasce dall’analisi dell’attuale modello di funzionamento, dall’evoluzione del quadro normativo e dalle linee guida dell’amministrazione provinciale. Aree, funzioni, passi e accessi si leggono nelle pagine [Servizi per il lavoro](/servizi-lavoro).`,
  audience: "Persone che cercano un lavoro e imprese che cercano personale",
  state: "ARCHIVED",
  stateSince: { precision: "none", text: "la fonte non indica una fine" },
  stateOrigin: "PORTAL",
  stateReason:
    "La fonte presenta il modello il 3 aprile 2003 e non dice come è proseguita la sperimentazione.",
  begin: exactDay("2003-04-03", "presentazione del 3 aprile 2003"),
  promoter: "provincia-di-bologna",
  sourceTitle:
    "«Struttura del modello a tendere», presentazione del 3 aprile 2003, Provincia di Bologna, Servizio Lavoro (420.SlideToBeRev4.030403.CA.ppt)",
  source: "slide 1",
  rows: ["1.1", "1.2", "1.3"],
  organisations: [
    {
      slug: "provincia-di-bologna",
      name: "Provincia di Bologna",
      shortName: "Provincia di Bologna",
      kind: "PROVINCE",
      city: "Bologna",
      province: "BO",
      description: "Assessorato al Lavoro, Sanità, Politiche Sociali e Familiari.",
      source: "slide 1",
      rows: ["1.3", "1.4", "1.5"],
    },
    {
      slug: "cip-di-bologna",
      name: "Centro per l’Impiego di Bologna (CIP)",
      shortName: "CIP di Bologna",
      kind: "AGENCY",
      city: "Bologna",
      province: "BO",
      description: "Il centro sul quale si sperimenta il modello.",
      source: "slide 1",
      rows: ["1.1"],
    },
    {
      slug: "ati-cefal",
      name: "ATI Cefal",
      shortName: "ATI Cefal",
      kind: "EDUCATION",
      description: "Cura il progetto del «Manuale d’uso» citato per la consulenza orientativa.",
      source: "slide 9",
      rows: ["1.99", "1.100"],
    },
  ],
  lines: [
    {
      title: "Macrostruttura",
      aim: "Ridefinire la prospettiva all’interno della quale collocare i servizi e le attività del CIP.",
      method:
        "Riconfigura la logica dei flussi dell’utenza all’interno dei servizi e la struttura dei processi erogativi; ridisegna le aree funzionali e le relazioni tra le funzioni.",
      source: "slide 4",
      rows: ["1.15"],
    },
    {
      title: "Microstruttura",
      aim: "Stabilire i principi guida per la ridefinizione dei contenuti delle funzioni.",
      method:
        "Stabilisce i principi guida per la ridefinizione degli strumenti operativi e delle procedure e i criteri per il dimensionamento delle funzioni.",
      source: "slide 4",
      rows: ["1.16", "1.17"],
    },
  ],
  phases: [
    {
      title: "Analisi dell’attuale modello di funzionamento",
      source: "slide 2",
      rows: ["1.6"],
    },
    {
      title: "Evoluzione del quadro normativo di riferimento",
      source: "slide 2",
      rows: ["1.7"],
    },
    {
      title: "Esplicitazione delle linee guida dell’amministrazione provinciale",
      source: "slide 2",
      rows: ["1.8"],
    },
    {
      title: "Progettazione del modello a tendere del CIP di Bologna",
      description: "Dalle tre basi precedenti nasce il modello a tendere.",
      end: exactDay("2003-04-03", "presentazione del 3 aprile 2003"),
      note: "La fonte non dà date alle fasi: l’unica data è quella della presentazione.",
      source: "slide 2",
      rows: ["1.2", "1.9"],
    },
  ],
  facts: [
    {
      kind: "DOCUMENT",
      title: "Presentazione del 3 aprile 2003",
      text: "Codice del documento: 420.SlideToBeRev4.030403.CA.ppt (quarta revisione).",
      date: exactDay("2003-04-03", "3 aprile 2003"),
      source: "slide 1 e 2",
      rows: ["1.2"],
    },
    {
      kind: "DOCUMENT",
      title: "«Manuale d’uso»",
      text: "Del progetto curato dall’ATI Cefal; la presentazione vi rinvia per la consulenza orientativa.",
      source: "slide 9",
      rows: ["1.99", "1.100"],
    },
    {
      kind: "OBJECTIVE",
      title: "Vision: vantaggi concreti per gli utenti",
      text: "La specificità della funzione del Centro per l’Impiego dovrà essere la finalizzazione delle proprie attività alla produzione di vantaggi concreti per gli utenti, «tangibili, verificabili e misurabili».",
      source: "slide 3",
      rows: ["1.10"],
    },
    {
      kind: "OBJECTIVE",
      title: "Mission: facilitare e realizzare l’incontro tra domanda e offerta",
      text: "Il CIP è il luogo nel quale si erogano i servizi finalizzati a facilitare/realizzare l’incontro tra domanda e offerta.",
      source: "slide 3",
      rows: ["1.11"],
    },
    {
      kind: "OBJECTIVE",
      title: "Impegno con le persone che cercano un lavoro",
      text: "Accrescerne le possibilità di successo, anche attraverso azioni mirate di accompagnamento.",
      source: "slide 3",
      rows: ["1.12"],
    },
    {
      kind: "OBJECTIVE",
      title: "Impegno con le imprese che cercano personale",
      text: "Fornire un supporto efficace ed efficiente attraverso l’erogazione strutturata di servizi di informazione, consulenza e selezione.",
      source: "slide 3",
      rows: ["1.13"],
    },
    {
      kind: "RULE",
      title: "Strategia: ogni funzione contribuisce alla mission",
      text: "Ciascuna funzione è configurata per contribuire, direttamente o indirettamente, alla realizzazione della mission del CIP.",
      source: "slide 3",
      rows: ["1.14"],
    },
    {
      kind: "RULE",
      title: "Criteri per il dimensionamento delle funzioni",
      text: "Il nuovo modello stabilisce i criteri per il dimensionamento delle funzioni; la presentazione non li elenca.",
      source: "slide 4",
      rows: ["1.17"],
    },
    {
      kind: "CONTEXT",
      title: "Due macroaree",
      text: "L’area dei servizi alla persona e l’area dei servizi all’impresa.",
      source: "slide 5",
      rows: ["1.18"],
    },
    {
      kind: "CONTEXT",
      title: "Macroaree, aree funzionali, funzioni",
      text: "Le macroaree sono articolate in aree funzionali definite in base alla natura della loro mission; le aree in funzioni definite in base alla tipologia di servizi erogati.",
      source: "slide 5",
      rows: ["1.19"],
    },
    {
      kind: "CONTEXT",
      title: "Aree funzionali",
      text: "Servizi di base, accompagnamento al lavoro, ricerca attiva, servizi specialistici, servizi amministrativi, incrocio domanda/offerta; accanto, il pool dei servizi di supporto.",
      source: "slide 5 e 12",
      rows: ["1.20"],
    },
    {
      kind: "CONTEXT",
      title: "Enti e soggetti esterni",
      text: "INPS, INAIL, AERL, Direzione Provinciale del Lavoro, Ufficio Economato e Centro Stampa della Provincia, altri CIP, datori di lavoro, servizi esterni.",
      source: "slide 6, 10 e 12",
      rows: ["1.159"],
    },
    {
      kind: "BENEFICIARY",
      title: "Persone che cercano un lavoro",
      source: "slide 3",
      rows: ["1.12"],
    },
    {
      kind: "BENEFICIARY",
      title: "Imprese che cercano personale",
      source: "slide 3",
      rows: ["1.13"],
    },
    {
      kind: "ISSUE",
      title: "Una frase della slide 6 è ripetuta",
      text: "Nella frase sui moduli dell’asta compare «aggiorna la posizione» in mezzo all’elenco: l’ordine dei passi in front office e in back office è una lettura del portale e si può cambiare.",
      source: "slide 6",
      rows: ["1.160"],
    },
    {
      kind: "ISSUE",
      title: "Norme e strumenti del 2003",
      text: "La fonte cita articoli del D.Lgs. 297/02 e strumenti di allora (fax, Lotus Notes): norma e canale di ogni passo sono dati e non regole fisse.",
      source: "slide 6-12",
      rows: ["1.161"],
    },
    {
      kind: "ISSUE",
      title: "La fonte è una trascrizione",
      text: "Il testo è la trascrizione automatica delle slide: le figure non sono riportate e non indica esiti della sperimentazione.",
      source: transcript,
      rows: ["1.2"],
    },
  ],
  roles: [
    {
      title: "Provincia di Bologna",
      description: "Assessorato al Lavoro, Sanità, Politiche Sociali e Familiari.",
      organisation: "provincia-di-bologna",
      source: "slide 1",
      rows: ["1.3", "1.4"],
    },
    {
      title: "Servizio Lavoro",
      description: "Settore Servizi alla Persona e alla Comunità della Provincia di Bologna.",
      organisation: "provincia-di-bologna",
      source: "slide 1",
      rows: ["1.5"],
    },
    {
      title: "Centro per l’Impiego di Bologna",
      description: "Il centro che sperimenta il modello.",
      organisation: "cip-di-bologna",
      source: "slide 1",
      rows: ["1.1"],
    },
    {
      title: "Responsabile CIP",
      description:
        "Coordina le risorse del pool di supporto, firma le richieste di ferie, permessi e recuperi.",
      holder: "La fonte non lo nomina",
      source: "slide 12",
      rows: ["1.156"],
    },
    {
      title: "Operatori",
      description:
        "Di front office e di back office, di accompagnamento, di ricerca attiva, dei servizi specialistici, dell’incrocio, dello Sportello Eures, dei servizi amministrativi, del pool.",
      holder: "La fonte non li nomina",
      source: "slide 6-12",
      rows: ["1.158"],
    },
    {
      title: "ATI Cefal",
      description: "Cura il progetto del «Manuale d’uso» della consulenza orientativa.",
      organisation: "ati-cefal",
      source: "slide 9",
      rows: ["1.100"],
    },
  ],
  contacts: [],
  joiningSteps: [],
  sessions: [],
  quotations: [],
};
