import { exactDay } from "@/lib/platform/source-date";
import type { SourcePhase } from "../source-programme";

const source = "Le fasi";

/** The ten phases of the table: phases 1 and 2 have only an end, 7 to 10 only the column "dal". */
export const cmPhases: readonly SourcePhase[] = [
  {
    code: "1",
    title: "Adozione dell’atto sindacale con Direttiva, Modello e kit",
    end: exactDay("2019-10-31", "al 31/10/2019"),
    note: "«Atto sindacale» si legge qui come atto del Sindaco metropolitano; l’informazione alle organizzazioni sindacali è un passo a parte. La fonte dà solo la data di fine.",
    source,
    rows: ["3.16", "3.17", "3.47", "3.63"],
  },
  {
    code: "2",
    title: "Individuazione di 20 unità di sperimentatori",
    description:
      "Distribuiti tra le varie aree / settori, su scelta dei dirigenti, anche verificando chi ha il telelavoro.",
    end: exactDay("2019-10-31", "al 31/10/2019"),
    note: "La fonte dà solo la data di fine.",
    source,
    rows: ["3.48", "3.49", "3.50", "3.63"],
  },
  {
    code: "3",
    title: "Formazione tecnica agli smart workers",
    begin: exactDay("2019-11-01", "dal 01/11/2019"),
    end: exactDay("2019-11-30", "al 30/11/2019"),
    source,
    rows: ["3.51"],
  },
  {
    code: "4",
    title: "1ª fase di sperimentazione",
    begin: exactDay("2019-12-01", "dal 01/12/2019"),
    end: exactDay("2020-05-31", "al 31/05/2020"),
    note: "Si sovrappone alle fasi 5 e 6.",
    source,
    rows: ["3.52", "3.63"],
  },
  {
    code: "5",
    title: "Mappatura di digitalizzazione, competenze e capacità",
    description:
      "Mappatura del livello di digitalizzazione delle attività. Mappatura del livello di competenze e delle capacità / abilità dei dipendenti.",
    begin: exactDay("2020-01-31", "dal 31/01/2020"),
    end: exactDay("2020-03-31", "al 31/03/2020"),
    note: "Si svolge dentro la fase 4: la sperimentazione comincia prima della mappatura.",
    source,
    rows: ["3.31", "3.53", "3.63"],
  },
  {
    code: "6",
    title: "Monitoraggio dell’efficacia dello smart work",
    description: "Questionario agli smart workers e ai loro Dirigenti.",
    begin: exactDay("2020-03-01", "dal 01/03/2020"),
    end: exactDay("2020-03-31", "al 31/03/2020"),
    source,
    rows: ["3.54", "3.55", "3.63"],
  },
  {
    code: "7",
    title: "Inizio dei corsi di formazione digitale per tutti i dipendenti",
    begin: exactDay("2020-04-30", "dal 30/04/2020"),
    note: "La fonte dà solo la data della colonna «dal».",
    source,
    rows: ["3.22", "3.56", "3.63"],
  },
  {
    code: "8",
    title: "Definizione di un contingente di smart workers",
    description:
      "Sulla base degli esiti della fase 2; il contingente è da definire nell’entità e nella distribuzione (scelta centralizzata, comitato smart).",
    begin: exactDay("2020-05-31", "dal 31/05/2020"),
    gate: { phase: 2, note: "«Sulla base degli esiti della fase 2», secondo la fonte." },
    note: "La fonte rinvia agli esiti della fase 2, che però è la scelta degli sperimentatori; la valutazione sta nelle fasi 4-6. La dipendenza resta come scritta e si può modificare.",
    source,
    rows: ["3.57", "3.58", "3.59", "3.63", "3.64"],
  },
  {
    code: "9",
    title: "Inizio della 2ª fase di sperimentazione",
    begin: exactDay("2020-06-01", "dal 01/06/2020"),
    gate: { phase: 8, note: "Si apre quando il contingente è deciso." },
    note: "Comincia il giorno dopo la data della fase 8. Il vincolo con il contingente è una lettura del portale.",
    source,
    rows: ["3.60", "3.63", "3.65"],
  },
  {
    code: "10",
    title: "Proposte dei dirigenti per il piano di digitalizzazione delle attività",
    begin: exactDay("2020-06-30", "dal 30/06/2020"),
    note: "La fonte dà solo la data della colonna «dal».",
    source,
    rows: ["3.61", "3.63"],
  },
];
