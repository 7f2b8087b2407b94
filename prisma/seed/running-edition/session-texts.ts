import type { AgendaPoint } from "../session-rows";
import type { SessionKey } from "./session-keys";

/** Agendas whose minutes fill the scheduled time. */
export const agendas: Record<SessionKey, readonly AgendaPoint[]> = {
  kickOff: [
    { title: "Presentazione delle Camere pilota", minutes: 30, owner: "Ada Ginestrelli" },
    { title: "Il nuovo sistema dei profili e il Manuale", minutes: 40, owner: "Corrado Melograni" },
    { title: "Calendario, consegne e spazio riservato", minutes: 30, owner: "Ada Ginestrelli" },
    { title: "Domande", minutes: 20, owner: null },
  ],
  first: [
    { title: "Criticità emerse nel censimento dei profili", minutes: 45, owner: "Gemma Roverelli" },
    { title: "Piano di comunicazione interna", minutes: 35, owner: "Corrado Melograni" },
    { title: "Verifica della tempistica", minutes: 20, owner: "Ada Ginestrelli" },
    { title: "Lavoro a distanza fino alla 2ª sessione", minutes: 20, owner: "Ada Ginestrelli" },
  ],
  second: [
    { title: "Criticità emerse nel raccordo dei profili", minutes: 35, owner: "Camera di Valfiorita" },
    { title: "Schede dei profili, prima stesura", minutes: 50, owner: "Corrado Melograni" },
    { title: "Verifica della tempistica", minutes: 20, owner: "Ada Ginestrelli" },
    { title: "Lavoro a distanza fino alla 3ª sessione", minutes: 15, owner: "Ada Ginestrelli" },
  ],
  third: [
    { title: "Esito della revisione delle schede", minutes: 50, owner: "Corrado Melograni" },
    { title: "Assegnazione dei profili ai dipendenti", minutes: 40, owner: "Gemma Roverelli" },
    { title: "Come si scrive la relazione finale", minutes: 20, owner: "Ada Ginestrelli" },
    { title: "Verifica della tempistica", minutes: 10, owner: "Ada Ginestrelli" },
  ],
  final: [
    { title: "Apertura", minutes: 10, owner: "Teodora Ulmari" },
    { title: "Presentazioni delle sei Camere pilota", minutes: 80, owner: null },
    { title: "Che cosa resta al sistema camerale", minutes: 30, owner: "Ada Ginestrelli" },
  ],
  open: [
    { title: "Principi e metodologia della revisione", minutes: 50, owner: "Corrado Melograni" },
    { title: "Il Manuale dei nuovi profili professionali", minutes: 50, owner: "Gemma Roverelli" },
    {
      title: "I passaggi per l’applicazione: l’esperienza di Pontelungo",
      minutes: 40,
      owner: "Livio Tamerice",
    },
    { title: "Domande e interesse delle Camere", minutes: 40, owner: "Ada Ginestrelli" },
  ],
};
