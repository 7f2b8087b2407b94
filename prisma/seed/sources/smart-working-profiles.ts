import type { SmartWorkingProfiles } from "@/lib/smart-working/schema";

/** Source 003, "Il modello di Smart working della CM di Bologna": the three type profiles as rules. */
export const smartWorkingProfiles: {
  validFrom: string;
  source: string;
  rows: readonly string[];
  content: SmartWorkingProfiles;
} = {
  validFrom: "2019-07-31",
  source: "Città metropolitana di Bologna, «Il modello di Smart working della CM di Bologna», 31 luglio 2019",
  rows: ["3.33", "3.46"],
  content: {
    title: { it: "Profili di lavoro agile", en: "Remote-work profiles" },
    profiles: [
      {
        code: "P",
        name: { it: "Progettuale", en: "Project" },
        limit: {
          days: 3,
          isMaximum: true,
          period: "week",
          periodIsStated: false,
          quote: "fino a 3 gg",
          note: {
            it: "La fonte non dice in quale periodo: il portale legge «alla settimana», come per gli altri profili.",
            en: "The source does not state the period: the portal reads “a week”, as for the other profiles.",
          },
        },
        activity: {
          match: "all",
          conditions: [
            { kind: "digitalisation", level: "high" },
            { kind: "planning", level: "high" },
          ],
          text: {
            it: "Livello alto di digitalizzazione e di programmazione delle attività nel medio periodo.",
            en: "High level of digitalisation and of medium-term planning of the activities.",
          },
          quote: "LIVELLO ALTO DI DIGITALIZZAZIONE E DI PROGRAMMAZIONE DELLE ATTIVITA' NEL MEDIO PERIODO",
        },
        person: {
          skillsAtLeast: "advanced",
          performanceAtLeast: "high",
          roles: [],
          text: {
            it: "Competenze digitali avanzate e livello elevato di efficacia operativa, autonomia e programmazione delle attività.",
            en: "Advanced digital skills and a high level of operational effectiveness, autonomy and planning.",
          },
          quote:
            "Applicabile a figure con competenze digitali avanzate e con un livello elevato di efficacia operativa / autonomia / programmazione delle attività",
        },
        rows: ["3.37", "3.38", "3.39", "3.66"],
      },
      {
        code: "O",
        name: { it: "Obiettivi", en: "Objectives" },
        limit: {
          days: 2,
          isMaximum: true,
          period: "week",
          periodIsStated: true,
          quote: "fino a 2 gg alla seettimana",
          note: null,
        },
        activity: {
          match: "any",
          conditions: [{ kind: "objective-variability", level: "high" }, { kind: "presence-together" }],
          text: {
            it: "Livello alto di variabilità degli obiettivi, oppure compresenza necessaria per organizzare il lavoro.",
            en: "High variability of objectives, or presence together needed to organise the work.",
          },
          quote:
            "LIVELLO ALTO DI VARIABILITA' DEGLI OBIETTIVI / COMPRESENZA NECESSARIA PER ORGANIZZARE IL LAVORO",
        },
        person: {
          skillsAtLeast: "adequate",
          performanceAtLeast: "high",
          roles: ["organisational-position", "office-head", "key-figure"],
          text: {
            it: "Posizioni organizzative, responsabili di ufficio o figure chiave, con competenze digitali adeguate e livello elevato di efficacia operativa, autonomia e programmazione delle attività.",
            en: "Organisational positions, heads of office or key figures, with adequate digital skills and a high level of operational effectiveness, autonomy and planning.",
          },
          quote:
            "Applicabile a Posizioni organizzative / responsabili ufficio / figure chiave con competenze digitali adeguate e con un livello elevato di efficacia operativa / autonomia / programmazione delle attività.",
        },
        rows: ["3.40", "3.41", "3.42"],
      },
      {
        code: "G",
        name: { it: "Gestionale", en: "Management" },
        limit: {
          days: 1,
          isMaximum: false,
          period: "week",
          periodIsStated: true,
          quote: "1 gg alla settimana",
          note: null,
        },
        activity: {
          match: "any",
          conditions: [
            { kind: "digitalisation", level: "low" },
            { kind: "skills-at-most", level: "autonomous" },
          ],
          text: {
            it: "Attività a basso contenuto di digitalizzazione e/o esercitata con un basso livello di competenze digitali.",
            en: "Activity of low digital content and/or done with a low level of digital skills.",
          },
          quote:
            "ATTIVITA' A BASSO CONTENUTO DI DIGITALIZZAZIONE E/O ESERCITATA CON UN BASSO LIVELLO DI COMPETENZE DIGITALI",
        },
        person: {
          skillsAtLeast: "autonomous",
          performanceAtLeast: "medium",
          roles: [],
          text: {
            it: "Competenze digitali «autonome» e livello medio di efficacia operativa, autonomia e programmazione delle attività.",
            en: "“Autonomous” digital skills and a medium level of operational effectiveness, autonomy and planning.",
          },
          quote:
            'Applicabile a figure con competenze digitali "autonome" e con un livello medio di efficacia operativa / autonomia / programmazione delle attività',
        },
        rows: ["3.43", "3.44", "3.45"],
      },
    ],
    scales: {
      activity: {
        name: { it: "Attività", en: "Activity" },
        levels: [
          { key: "low", name: { it: "basso", en: "low" }, isFromSource: true },
          { key: "medium", name: { it: "medio", en: "medium" }, isFromSource: false },
          { key: "high", name: { it: "alto", en: "high" }, isFromSource: true },
        ],
      },
      skills: {
        name: { it: "Competenze digitali", en: "Digital skills" },
        levels: [
          { key: "basic", name: { it: "di base", en: "basic" }, isFromSource: false },
          { key: "autonomous", name: { it: "autonome", en: "autonomous" }, isFromSource: true },
          { key: "adequate", name: { it: "adeguate", en: "adequate" }, isFromSource: true },
          { key: "advanced", name: { it: "avanzate", en: "advanced" }, isFromSource: true },
        ],
      },
      performance: {
        name: {
          it: "Efficacia operativa, autonomia, programmazione",
          en: "Operational effectiveness, autonomy, planning",
        },
        levels: [
          { key: "low", name: { it: "basso", en: "low" }, isFromSource: false },
          { key: "medium", name: { it: "medio", en: "medium" }, isFromSource: true },
          { key: "high", name: { it: "elevato", en: "high" }, isFromSource: true },
        ],
      },
    },
    notes: [
      {
        it: "A regime ciascuna area o settore mappa il livello di digitalizzazione delle attività e di competenze dei dipendenti, e si impegna a incrementarli.",
        en: "At full running each area or sector maps the digitalisation of activities and the competences of employees, and commits to raise both.",
      },
      {
        it: "«Basso livello di competenze digitali» è letto dal portale come competenze al massimo «autonome»; i livelli non nominati dalla fonte sono aggiunti dal portale.",
        en: "“Low level of digital skills” is read by the portal as at most “autonomous”; levels that the source does not name are added by the portal.",
      },
    ],
  },
};
