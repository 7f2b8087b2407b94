import type { ModelArea } from "./shape";

export const administrativeServices: ModelArea = {
  macroArea: "COMPANY",
  slug: "servizi-amministrativi",
  name: { it: "Servizi amministrativi", en: "Administrative services" },
  mission: {
    it: "Garantire la qualità del servizio alle imprese e il tempestivo e corretto inserimento a sistema dei dati amministrativi relativi agli avviamenti, cessazioni, trasformazioni e proroghe dei rapporti di lavoro.",
    en: "To guarantee the quality of service to companies and the timely and correct entry of the data on hirings, ends, transformations and extensions of employment.",
  },
  access: {
    it: "Agli sportelli si accede con il numero di prenotazione.",
    en: "The desks are reached with a booking number.",
  },
  source: "slide 10",
  rows: ["1.18", "1.20", "1.109", "1.120"],
  functions: [
    {
      slug: "informazione",
      name: { it: "Informazione", en: "Information" },
      description: {
        it: "Risposte a quesiti sulle procedure amministrative e sulle normative relative alle assunzioni agevolate.",
        en: "Replies to questions on administrative procedures and on the rules of subsidised hirings.",
      },
      rows: ["1.110"],
      steps: [
        {
          office: "BOTH",
          it: "Su richiesta dell’utente, risponde a quesiti specifici sulle procedure amministrative e sulle normative relative alle assunzioni agevolate.",
          en: "On request, replies to specific questions on administrative procedures and on the rules of subsidised hirings.",
          rows: ["1.110"],
        },
      ],
    },
    {
      slug: "adempimenti-amministrativi",
      name: { it: "Adempimenti amministrativi", en: "Administrative duties" },
      description: {
        it: "Comunicazioni di avviamento, cessazione, trasformazione e proroga: raccolta, controllo dei termini, inserimento, segnalazioni.",
        en: "Communications of hiring, end, transformation and extension: collection, check of terms, entry, reports.",
      },
      rows: ["1.111", "1.116"],
      steps: [
        {
          office: "FRONT",
          it: "Riceve l’utente impresa e ritira la documentazione presentata.",
          en: "Receives the company and collects its documents.",
          rows: ["1.111"],
        },
        {
          office: "FRONT",
          it: "Verifica la corretta e completa compilazione.",
          en: "Checks that they are filled in correctly and completely.",
          rows: ["1.112"],
        },
        {
          office: "FRONT",
          it: "Consegna la copia timbrata per l’impresa.",
          en: "Gives the stamped copy to the company.",
          documents: ["Copia timbrata"],
          rows: ["1.113"],
        },
        {
          office: "BACK",
          it: "Controlla il rispetto dei tempi di invio da parte del datore di lavoro.",
          en: "Checks the employer’s time limits.",
          rows: ["1.114"],
        },
        {
          office: "BACK",
          it: "Inserisce a sistema le comunicazioni di avviamento, cessazione, trasformazione e proroga raccolte a sportello e ricevute per posta.",
          en: "Enters the communications of hiring, end, transformation and extension collected at the desk and received by post.",
          documents: ["Comunicazioni di avviamento, cessazione, trasformazione e proroga"],
          channels: ["Sportello", "Posta"],
          rows: ["1.115", "1.116"],
        },
        {
          office: "BACK",
          it: "Se i termini previsti non sono rispettati, esegue la segnalazione scritta alla Direzione Provinciale del Lavoro.",
          en: "When the time limits are not met, reports in writing to the Provincial Labour Directorate.",
          documents: ["Segnalazione scritta"],
          channels: ["Direzione Provinciale del Lavoro"],
          rows: ["1.117"],
        },
        {
          office: "BACK",
          it: "Invia al CIP di provenienza del lavoratore copia dell’avviamento, per l’aggiornamento della posizione.",
          en: "Sends a copy of the hiring to the worker’s centre of origin, for the update of the position.",
          documents: ["Copia dell’avviamento"],
          rows: ["1.118"],
        },
        {
          office: "BACK",
          it: "Mensilmente invia all’INPS la documentazione relativa ai movimenti dei lavoratori in mobilità e disoccupati di lunga durata.",
          en: "Each month sends INPS the papers on the movements of workers in mobility and of the long-term unemployed.",
          channels: ["INPS"],
          rows: ["1.119"],
        },
      ],
    },
  ],
};

export const supportPool: ModelArea = {
  macroArea: "SUPPORT",
  slug: "pool-servizi-di-supporto",
  name: { it: "Pool dei servizi di supporto", en: "Support pool" },
  mission: {
    it: "Supportare le funzioni di line attraverso lo svolgimento delle attività di supporto allo svolgimento delle funzioni e dei servizi del CIP.",
    en: "To support the line functions through the supporting activities of the functions and services of the centre.",
  },
  access: {
    it: "Il responsabile del CIP coordina le risorse del pool; per attività di non ordinaria amministrazione (rinforzo del back office) servono la sua richiesta e autorizzazione.",
    en: "The head of the centre coordinates the pool; work outside the ordinary (reinforcement of the back office) needs the head’s request and authorisation.",
  },
  source: "slide 12",
  rows: ["1.20", "1.145", "1.156", "1.157"],
  functions: [
    {
      slug: "corrispondenza",
      name: { it: "Gestione corrispondenza", en: "Mail" },
      description: {
        it: "Ricezione, timbro di arrivo e smistamento della corrispondenza del CIP.",
        en: "Receipt, arrival stamp and sorting of the mail of the centre.",
      },
      rows: ["1.146"],
      steps: [
        {
          office: "BOTH",
          it: "Riceve quotidianamente dall’usciere del Servizio Lavoro la corrispondenza del CIP.",
          en: "Receives the mail of the centre daily from the usher of the Labour Service.",
          rows: ["1.146"],
        },
        {
          office: "BOTH",
          it: "Apre le buste, appone il timbro di arrivo e smista la documentazione alle funzioni competenti.",
          en: "Opens the envelopes, puts the arrival stamp and sorts the papers to the functions concerned.",
          rows: ["1.147"],
        },
        {
          office: "BOTH",
          it: "Invia ai datori di lavoro, per ricevuta, copia timbrata della comunicazione di avviamento, cessazione, trasformazione o proroga.",
          en: "Sends employers, as a receipt, a stamped copy of the communication of hiring, end, transformation or extension.",
          documents: ["Copia timbrata"],
          rows: ["1.148"],
        },
        {
          office: "BOTH",
          it: "Invia copia timbrata delle comunicazioni agli enti previsti dalla norma (INPS, INAIL, ecc.).",
          en: "Sends a stamped copy of the communications to the bodies named by the law (INPS, INAIL and others).",
          laws: ["art. 6 D.Lgs. 297/02"],
          documents: ["Copia timbrata"],
          channels: ["INPS", "INAIL"],
          rows: ["1.149"],
        },
        {
          office: "BOTH",
          it: "Invia al CIP competente le comunicazioni erroneamente pervenute.",
          en: "Sends the competent centre the communications received by mistake.",
          rows: ["1.150"],
        },
      ],
    },
    {
      slug: "materiale-di-consumo",
      name: { it: "Approvvigionamento materiale di consumo", en: "Consumables" },
      description: {
        it: "Riassortimento mensile del materiale di consumo.",
        en: "Monthly restocking of consumables.",
      },
      rows: ["1.151"],
      steps: [
        {
          office: "BOTH",
          it: "Raccoglie mensilmente le richieste degli operatori e le invia all’Ufficio Economato della Provincia.",
          en: "Collects the operators’ requests each month and sends them to the Economato of the Province.",
          channels: ["Posta interna"],
          rows: ["1.151"],
        },
        {
          office: "BOTH",
          it: "Riceve e controlla il materiale consegnato e provvede allo smistamento.",
          en: "Receives, checks and distributes the material.",
          rows: ["1.152"],
        },
      ],
    },
    {
      slug: "stampe-e-fotocopie",
      name: { it: "Stampe e fotocopie", en: "Prints and copies" },
      description: { it: "Quantità consistenti di fotocopie.", en: "Large quantities of copies." },
      rows: ["1.153"],
      steps: [
        {
          office: "BOTH",
          it: "Per quantità consistenti di fotocopie cura i rapporti con il Centro Stampa della Provincia per la produzione e la consegna del materiale.",
          en: "For large quantities of copies deals with the Print Centre of the Province for production and delivery.",
          channels: ["Centro Stampa della Provincia"],
          rows: ["1.153"],
        },
      ],
    },
    {
      slug: "presenze",
      name: { it: "Gestione presenze", en: "Attendance" },
      description: {
        it: "Ferie, permessi, recuperi e comunicazioni di malattia.",
        en: "Leave, permits, recoveries and sick-leave communications.",
      },
      rows: ["1.154"],
      steps: [
        {
          office: "BOTH",
          it: "Raccoglie i moduli per le richieste di ferie, permessi e recuperi e li porta alla firma del Responsabile CIP.",
          en: "Collects the forms of leave, permits and recoveries and takes them to the head of the centre for signature.",
          documents: ["Modulo ferie/permessi/recuperi"],
          rows: ["1.154", "1.156"],
        },
        {
          office: "BOTH",
          it: "Invia la documentazione all’Ufficio competente.",
          en: "Sends the papers to the office concerned.",
          channels: ["Posta interna"],
          rows: ["1.154"],
        },
        {
          office: "BOTH",
          it: "Raccoglie le comunicazioni di malattia e le trasmette all’Ufficio competente.",
          en: "Collects the sick-leave communications and sends them to the office concerned.",
          channels: ["Posta interna"],
          rows: ["1.155"],
        },
      ],
    },
  ],
};
