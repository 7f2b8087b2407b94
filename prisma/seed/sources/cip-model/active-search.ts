import type { ModelArea } from "./shape";

export const activeSearch: ModelArea = {
  macroArea: "PERSON",
  slug: "ricerca-attiva",
  name: { it: "Ricerca attiva", en: "Active search" },
  mission: {
    it: "Fornire all’utente le informazioni, i suggerimenti e gli strumenti per ricercare e individuare autonomamente le opportunità di lavoro e di formazione utili a raggiungere i propri obiettivi.",
    en: "To give the user the information, the hints and the tools to find work and training opportunities autonomously.",
  },
  access: {
    it: "Si accede direttamente dall’esterno o tramite rinvio dai servizi di base e di accompagnamento al lavoro. Ai laboratori, in orario di chiusura, si accede su prenotazione degli operatori della ricerca attiva o della presa in carico.",
    en: "Directly from outside, or by referral from basic services and accompaniment to work. Labs, held in closing hours, are booked by the operators of active search or of taking charge.",
  },
  source: "slide 7",
  rows: ["1.18", "1.20", "1.58", "1.76", "1.77", "1.78"],
  functions: [
    {
      slug: "autoconsultazione",
      name: { it: "Autoconsultazione", en: "Self-consultation" },
      description: {
        it: "Uno spazio per ottenere autonomamente informazioni su proposte formative, profili professionali e offerte di lavoro.",
        en: "A space where users find by themselves training offers, professional profiles and job offers.",
      },
      rows: ["1.59", "1.60"],
      steps: [
        {
          office: "BOTH",
          it: "L’utente consulta direttamente i book tematici e il materiale informativo.",
          en: "The user consults the thematic books and the information material directly.",
          documents: ["Book tematici", "Materiale informativo"],
          rows: ["1.60", "1.61"],
        },
        {
          office: "BOTH",
          it: "L’utente fa una ricerca personalizzata via web.",
          en: "The user searches the web personally.",
          channels: ["Postazioni internet"],
          rows: ["1.62"],
        },
        {
          office: "BOTH",
          it: "L’operatore controlla il corretto utilizzo del materiale e delle dotazioni dello spazio.",
          en: "The operator checks the proper use of the material and of the equipment.",
          rows: ["1.63"],
        },
        {
          office: "BOTH",
          it: "L’operatore cura la raccolta e l’aggiornamento dei book e del materiale informativo.",
          en: "The operator collects and updates the books and the information material.",
          documents: ["Book tematici", "Materiale informativo"],
          rows: ["1.64"],
        },
      ],
    },
    {
      slug: "assistenza-alla-ricerca-attiva",
      name: { it: "Assistenza alla ricerca attiva", en: "Assistance to active search" },
      description: {
        it: "Su richiesta, l’operatore indirizza e supporta l’utente nell’utilizzo del materiale e degli strumenti disponibili. Comprende lo Sportello Eures.",
        en: "On request, the operator directs and supports the user in the use of the material and tools. It includes the Eures desk.",
      },
      rows: ["1.65", "1.69"],
      steps: [
        {
          office: "BOTH",
          it: "Su richiesta, indirizza e supporta l’utente nell’utilizzo del materiale e degli strumenti disponibili.",
          en: "On request, directs and supports the user in the use of the material and tools.",
          rows: ["1.65"],
        },
        {
          office: "BOTH",
          it: "In casi particolari esegue una consulenza informativa personalizzata.",
          en: "In special cases gives a personalised information consultancy.",
          rows: ["1.66"],
        },
        {
          office: "BOTH",
          it: "All’utente occupato o non iscritto che lo chiede o si dichiara interessato, mette a disposizione il format standardizzato del curriculum vitae, da inserire nella banca dati dell’incrocio domanda/offerta.",
          en: "To employed or not registered users who ask for it or are interested, offers the standard curriculum vitae to be inserted in the matching data base.",
          documents: ["Format curriculum vitae"],
          rows: ["1.67", "1.68", "1.69"],
        },
        {
          office: "BOTH",
          it: "Se rileva che l’utente è un disoccupato non in carico ai servizi, propone il rinvio ai servizi di base per l’iscrizione.",
          en: "When the user is unemployed and not in charge, proposes the referral to basic services for registration.",
          rows: ["1.69", "1.70"],
        },
        {
          office: "BOTH",
          it: "Può iscrivere al laboratorio di tecniche di ricerca attiva gli utenti occupati che ne manifestano il bisogno e l’interesse.",
          en: "May enrol to the lab of active-search techniques the employed users who show need and interest.",
          rows: ["1.71"],
        },
        {
          office: "BOTH",
          it: "Assiste gli utenti interessati ad opportunità di lavoro, borse di studio e stage nei paesi dell’UE.",
          en: "Assists the users interested in work, scholarships and stages in the countries of the EU.",
          channels: ["Sportello Eures"],
          rows: ["1.72"],
        },
      ],
    },
    {
      slug: "laboratori",
      name: {
        it: "Laboratori di tecniche di ricerca attiva del lavoro",
        en: "Labs of active job-search techniques",
      },
      description: {
        it: "Laboratori di gruppo, sulla base di un calendario definito e in orario di chiusura.",
        en: "Group labs by a defined calendar, in closing hours.",
      },
      rows: ["1.73", "1.74", "1.77"],
      steps: [
        {
          office: "BOTH",
          it: "L’operatore della ricerca attiva o della presa in carico prenota il posto dell’utente.",
          en: "The operator of active search or of taking charge books the user’s place.",
          rows: ["1.78"],
        },
        {
          office: "BOTH",
          it: "Sulla base di un calendario definito, gli operatori realizzano laboratori di gruppo per redigere un curriculum vitae, sostenere un colloquio, ecc.",
          en: "By a defined calendar, the operators hold group labs on writing a curriculum vitae, holding an interview and so on.",
          documents: ["Calendario dei laboratori"],
          rows: ["1.74", "1.75"],
        },
      ],
    },
  ],
};
