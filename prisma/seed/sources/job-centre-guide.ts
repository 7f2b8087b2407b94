import type { Guide } from "@/lib/job-centre/schema";
import { guideQuestions } from "./job-centre-guide/questions";
import { companyRules, personRules } from "./job-centre-guide/rules";

/** Source 001: which desk of the target model fits which need. What the text does not say is marked as a reading of ours. */
export const jobCentreGuide: { validFrom: string; source: string; content: Guide } = {
  validFrom: "2003-04-03",
  source: "Provincia di Bologna, presentazione del 3 aprile 2003, slide 6-11, nella lettura del portale",
  content: {
    questions: guideQuestions,
    rules: [
      {
        when: { need: ["outside"] },
        desk: { area: "servizi-di-base", service: "accoglienza-utenti", isExternal: true },
        reason: {
          it: "Il bisogno non riguarda i servizi per il lavoro: l’accoglienza vi segnala il servizio esterno adatto o vi rinvia ad esso.",
          en: "The need is outside labour services: reception names the right external service or refers you to it.",
        },
        isFromSource: true,
        rows: ["1.26"],
      },
      ...companyRules,
      ...personRules,
      {
        when: {},
        desk: { area: "servizi-di-base", service: "accoglienza-utenti", isExternal: false },
        reason: {
          it: "Le risposte non bastano per indicare uno sportello: con una breve intervista l’accoglienza individua il bisogno e vi indirizza.",
          en: "The answers do not point to one desk: through a brief interview reception finds the need and directs you.",
        },
        isFromSource: true,
        rows: ["1.22", "1.23", "1.24", "1.25"],
      },
    ],
  },
};
