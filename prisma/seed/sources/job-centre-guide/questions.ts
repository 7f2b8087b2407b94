import type { Guide } from "@/lib/job-centre/schema";

/** Who, what for, already in charge: the states of a user that the source names (1.69), and employers. */
export const guideQuestions: Guide["questions"] = {
  who: {
    label: { it: "Chi siete?", en: "Who are you?" },
    options: [
      { key: "employed", name: { it: "Una persona che lavora", en: "A person in work" } },
      { key: "unemployed", name: { it: "Una persona disoccupata", en: "An unemployed person" } },
      {
        key: "not-registered",
        name: { it: "Un’altra persona, non iscritta al centro", en: "Another person, not registered" },
      },
      { key: "company", name: { it: "Un’impresa", en: "A company" } },
      { key: "public-body", name: { it: "Un ente pubblico", en: "A public body" } },
    ],
  },
  need: {
    label: { it: "Che cosa vi serve?", en: "What do you need?" },
    groups: [
      {
        name: { it: "Per le persone", en: "For persons" },
        options: [
          {
            key: "work-now",
            name: { it: "Un lavoro, con disponibilità immediata", en: "A job, available at once" },
          },
          {
            key: "offers",
            name: { it: "Consultare offerte e corsi", en: "To look through offers and courses" },
          },
          { key: "cv", name: { it: "Un curriculum vitae", en: "A curriculum vitae" } },
          { key: "lab", name: { it: "Imparare a cercare lavoro", en: "To learn how to look for work" } },
          { key: "abroad", name: { it: "Un’esperienza in un paese dell’UE", en: "Work or study in the EU" } },
          {
            key: "papers",
            name: { it: "Un’iscrizione o un certificato", en: "A registration or a certificate" },
          },
          {
            key: "hiring-day",
            name: { it: "Partecipare a un’asta (art. 16)", en: "To take part in a hiring day (Art. 16)" },
          },
          { key: "path", name: { it: "Proseguire il mio percorso", en: "To go on with my project" } },
        ],
      },
      {
        name: { it: "Per imprese ed enti", en: "For companies and bodies" },
        options: [
          { key: "staff", name: { it: "Trovare personale", en: "To find staff" } },
          { key: "internship", name: { it: "Ospitare un tirocinio", en: "To host an internship" } },
          {
            key: "employment-papers",
            name: { it: "Comunicare un rapporto di lavoro", en: "To report an employment" },
          },
          {
            key: "hiring-rules",
            name: { it: "Regole e agevolazioni per assumere", en: "Rules and subsidies for hiring" },
          },
        ],
      },
      {
        name: { it: "Per tutti", en: "For everybody" },
        options: [
          {
            key: "information",
            name: { it: "Sapere quali servizi ci sono", en: "To know which services exist" },
          },
          {
            key: "outside",
            name: { it: "Altro, che non riguarda il lavoro", en: "Something not about work" },
          },
        ],
      },
    ],
  },
  charge: {
    label: { it: "Siete già in carico al centro?", en: "Are you already in the centre’s charge?" },
    options: [
      { key: "no", name: { it: "No", en: "No" } },
      { key: "yes", name: { it: "Sì", en: "Yes" } },
      { key: "unknown", name: { it: "Non lo so", en: "I do not know" } },
    ],
  },
};
