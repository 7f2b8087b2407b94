import { accompaniment, specialistServices } from "./cip-model/accompaniment";
import { activeSearch } from "./cip-model/active-search";
import { basicServices } from "./cip-model/basic-services";
import { administrativeServices, supportPool } from "./cip-model/company-services";
import { matching } from "./cip-model/matching";
import type { CipModel } from "./cip-model/shape";

/** The target model of source 001. "BOTH" stands where the text does not tell front office from back office. */
export const cipModel: CipModel = {
  slug: "cip-bologna",
  title: {
    it: "Modello a tendere del CIP di Bologna",
    en: "Target model of the Bologna job centre (CIP)",
  },
  source: "Provincia di Bologna, presentazione del 3 aprile 2003, slide 5-12",
  validFrom: "2003-04-03",
  programme: "cip-bologna",
  areas: [
    basicServices,
    activeSearch,
    accompaniment,
    specialistServices,
    administrativeServices,
    matching,
    supportPool,
  ],
  referrals: [
    {
      from: { outside: "person" },
      to: "servizi-di-base",
      label: { it: "numero", en: "number" },
      rows: ["1.56"],
    },
    {
      from: { outside: "person" },
      to: "ricerca-attiva",
      label: { it: "accesso diretto", en: "direct access" },
      rows: ["1.76"],
    },
    {
      from: { area: "servizi-di-base" },
      to: "accompagnamento-al-lavoro",
      label: { it: "prenota in agenda", en: "books in the agenda" },
      rows: ["1.36", "1.57", "1.95"],
    },
    {
      from: { area: "servizi-di-base" },
      to: "ricerca-attiva",
      label: { it: "rinvia", en: "refers" },
      rows: ["1.25", "1.76"],
    },
    {
      from: { area: "ricerca-attiva" },
      to: "servizi-di-base",
      label: { it: "iscrizione", en: "registration" },
      isReturn: true,
      rows: ["1.70"],
    },
    {
      from: { area: "accompagnamento-al-lavoro" },
      to: "servizi-specialistici",
      label: { it: "agenda", en: "agenda" },
      rows: ["1.89", "1.106"],
    },
    {
      from: { area: "servizi-specialistici" },
      to: "accompagnamento-al-lavoro",
      label: { it: "esito", en: "outcome" },
      isReturn: true,
      rows: ["1.108"],
    },
    {
      from: { area: "accompagnamento-al-lavoro" },
      to: "ricerca-attiva",
      label: { it: "laboratori", en: "labs" },
      rows: ["1.76", "1.78", "1.89"],
    },
    {
      from: { area: "accompagnamento-al-lavoro" },
      to: "incrocio-domanda-offerta",
      label: { it: "entra nella banca dati", en: "enters the data base" },
      rows: ["1.85", "1.87", "1.92"],
    },
    {
      from: { area: "ricerca-attiva" },
      to: "incrocio-domanda-offerta",
      label: { it: "curriculum standard", en: "standard curriculum" },
      rows: ["1.67", "1.68"],
    },
    {
      from: { outside: "company" },
      to: "servizi-amministrativi",
      label: { it: "numero", en: "number" },
      rows: ["1.120"],
    },
    {
      from: { outside: "company" },
      to: "incrocio-domanda-offerta",
      label: { it: "visite, telefono, modulo completo", en: "visits, phone, complete form" },
      rows: ["1.142", "1.143"],
    },
  ],
};
