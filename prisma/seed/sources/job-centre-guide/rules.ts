import type { GuideRule } from "@/lib/job-centre/schema";

const persons = ["employed", "unemployed", "not-registered"];
const employers = ["company", "public-body"];

const desk = (area: string, service: string): GuideRule["desk"] => ({ area, service, isExternal: false });

export const companyRules: readonly GuideRule[] = [
  {
    when: { who: ["public-body"], need: ["staff"] },
    desk: desk("servizi-di-base", "adempimenti-art-16"),
    reason: {
      it: "Le richieste di personale degli enti pubblici si raccolgono qui: il centro le pubblica in base al calendario delle aste.",
      en: "Staff requests of public bodies are collected here: the centre publishes them by the calendar of hiring days.",
    },
    isFromSource: true,
    rows: ["1.43", "1.44", "1.45"],
  },
  {
    when: { who: ["company"], need: ["staff"] },
    desk: desk("incrocio-domanda-offerta", "matching"),
    reason: {
      it: "Con il modulo di richiesta compilato il centro cerca i candidati nella banca dati e ve li presenta.",
      en: "With the request form filled in, the centre looks for candidates in the data base and presents them to you.",
    },
    isFromSource: true,
    rows: ["1.129", "1.133", "1.143"],
  },
  {
    when: { who: employers, need: ["internship"] },
    desk: desk("incrocio-domanda-offerta", "tirocini"),
    reason: {
      it: "I contenuti del progetto si definiscono in un incontro al centro, su appuntamento, in base alla convenzione.",
      en: "The contents of the project are defined in a meeting at the centre, by appointment, under the convention.",
    },
    isFromSource: true,
    rows: ["1.136", "1.137", "1.144"],
  },
  {
    when: { who: employers, need: ["employment-papers"] },
    desk: desk("servizi-amministrativi", "adempimenti-amministrativi"),
    reason: {
      it: "Con il numero di prenotazione: lo sportello controlla le comunicazioni e consegna la copia timbrata.",
      en: "With a booking number: the desk checks the communications and gives you the stamped copy.",
    },
    isFromSource: true,
    rows: ["1.111", "1.112", "1.113", "1.120"],
  },
  {
    when: { who: employers, need: ["hiring-rules"] },
    desk: desk("servizi-amministrativi", "informazione"),
    reason: {
      it: "Con il numero di prenotazione: lo sportello risponde su procedure amministrative e assunzioni agevolate.",
      en: "With a booking number: the desk answers on administrative procedures and subsidised hirings.",
    },
    isFromSource: true,
    rows: ["1.110", "1.120"],
  },
  {
    when: { who: employers },
    desk: desk("servizi-amministrativi", "informazione"),
    reason: {
      it: "Per le imprese e gli enti lo sportello di informazione è il primo a cui rivolgersi, con il numero di prenotazione.",
      en: "For companies and bodies the information desk is the first to ask, with a booking number.",
    },
    isFromSource: false,
    rows: ["1.110", "1.120"],
  },
];

export const personRules: readonly GuideRule[] = [
  {
    when: { who: persons, need: ["papers"] },
    desk: desk("servizi-di-base", "iscrizioni-e-certificazioni"),
    reason: {
      it: "Con il numero di prenotazione: l’operatore verifica il domicilio, apre o aggiorna la scheda, rilascia i certificati.",
      en: "With a booking number: the operator checks the domicile, opens or updates the record, issues the certificates.",
    },
    isFromSource: true,
    rows: ["1.29", "1.31", "1.33", "1.35", "1.56"],
  },
  {
    when: { who: persons, need: ["hiring-day"] },
    desk: desk("servizi-di-base", "adempimenti-art-16"),
    reason: {
      it: "Nei giorni di asta occorre essere presenti: allo sportello si consegna il modulo di disponibilità.",
      en: "On hiring days you must be present: the availability form is handed in at the desk.",
    },
    isFromSource: true,
    rows: ["1.46", "1.47", "1.52"],
  },
  {
    when: { who: persons, need: ["information"] },
    desk: desk("servizi-di-base", "informazioni-sui-servizi"),
    reason: {
      it: "Con il numero di prenotazione: lo sportello informa sulla gamma dei servizi, sui requisiti e su come usarli.",
      en: "With a booking number: the desk informs about the range of services, the requirements and the ways of use.",
    },
    isFromSource: true,
    rows: ["1.27", "1.28", "1.56"],
  },
  {
    when: { who: persons, need: ["offers"] },
    desk: desk("ricerca-attiva", "autoconsultazione"),
    reason: {
      it: "Si entra direttamente, senza numero: book tematici, materiale informativo e postazioni internet.",
      en: "You enter directly, without a number: thematic books, information material and internet stations.",
    },
    isFromSource: true,
    rows: ["1.60", "1.61", "1.62", "1.76"],
  },
  {
    when: { who: persons, need: ["abroad"] },
    desk: desk("ricerca-attiva", "assistenza-alla-ricerca-attiva"),
    reason: {
      it: "Lo Sportello Eures assiste chi cerca lavoro, borse di studio e stage nei paesi dell’Unione europea.",
      en: "The Eures desk helps those who look for work, scholarships and stages in the countries of the EU.",
    },
    isFromSource: true,
    rows: ["1.72", "1.76"],
  },
  {
    when: { who: persons, need: ["path"], charge: ["yes"] },
    desk: desk("accompagnamento-al-lavoro", "monitoraggio"),
    reason: {
      it: "L’operatore che vi segue verifica l’andamento del progetto individuale e, se serve, lo ridefinisce con voi.",
      en: "The operator who follows you checks the individual project and, where needed, redefines it with you.",
    },
    isFromSource: true,
    rows: ["1.90", "1.94", "1.97"],
  },
  {
    when: { who: ["unemployed"], charge: ["yes"] },
    desk: desk("accompagnamento-al-lavoro", "progetto-individuale"),
    reason: {
      it: "Siete già in carico: vi segue un solo operatore per tutto il percorso, che prenota anche i laboratori e i servizi specialistici.",
      en: "You are already in charge: one single operator follows you through the whole path, and also books labs and specialist services.",
    },
    isFromSource: true,
    rows: ["1.78", "1.86", "1.89", "1.97"],
  },
  {
    when: { who: persons, need: ["work-now"] },
    desk: desk("accompagnamento-al-lavoro", "presa-in-carico"),
    reason: {
      it: "Passate dai servizi di base con il numero: dichiarata l’immediata disponibilità, l’operatore prenota il colloquio in agenda, se possibile nella mattina stessa.",
      en: "Go through basic services with a number: once you declare immediate availability, the operator books the interview in the agenda, if possible on the same morning.",
    },
    isFromSource: true,
    rows: ["1.36", "1.57", "1.95", "1.96"],
  },
  {
    when: { who: ["unemployed"], charge: ["no"] },
    desk: desk("servizi-di-base", "iscrizioni-e-certificazioni"),
    reason: {
      it: "A chi è disoccupato e non è in carico il centro propone prima l’iscrizione, con il numero di prenotazione.",
      en: "To those who are unemployed and not in charge the centre proposes registration first, with a booking number.",
    },
    isFromSource: true,
    rows: ["1.69", "1.70", "1.56"],
  },
  {
    when: { who: ["employed", "not-registered"], need: ["cv"] },
    desk: desk("ricerca-attiva", "assistenza-alla-ricerca-attiva"),
    reason: {
      it: "Si entra direttamente, senza numero. L’operatore mette a disposizione il modello standard di curriculum, che può entrare nella banca dati dell’incrocio domanda/offerta.",
      en: "You enter directly, without a number. The operator offers the standard curriculum vitae, which can enter the data base of demand/offer matching.",
    },
    isFromSource: true,
    rows: ["1.67", "1.68", "1.69", "1.76"],
  },
  {
    when: { who: ["employed"], need: ["lab"] },
    desk: desk("ricerca-attiva", "laboratori"),
    reason: {
      it: "Chi lavora e ne manifesta il bisogno e l’interesse può essere iscritto al laboratorio: il posto lo prenota l’operatore.",
      en: "Those in work who show need and interest may be enrolled to the lab: the operator books the place.",
    },
    isFromSource: true,
    rows: ["1.71", "1.74", "1.78"],
  },
  {
    when: { who: ["not-registered"], need: ["lab"] },
    desk: desk("ricerca-attiva", "assistenza-alla-ricerca-attiva"),
    reason: {
      it: "La fonte apre i laboratori a chi lavora o è in carico: chiedete all’assistenza, dove si entra direttamente.",
      en: "The source opens the labs to those in work or in charge: ask at assistance, which you enter directly.",
    },
    isFromSource: false,
    rows: ["1.65", "1.71", "1.76"],
  },
];
