import { defineRouting } from "next-intl/routing";

/** Every page address: folders carry English names, Italian is the public default, English lives under /en. */
export const pathnames = {
  "/": "/",
  "/programmes": { it: "/programmi" },
  "/programmes/[slug]": { it: "/programmi/[slug]" },
  "/programmes/[slug]/phases": { it: "/programmi/[slug]/fasi" },
  "/programmes/[slug]/about": { it: "/programmi/[slug]/scheda" },
  "/programmes/[slug]/sessions": { it: "/programmi/[slug]/incontri" },
  "/programmes/[slug]/sessions/[id]": { it: "/programmi/[slug]/incontri/[id]" },
  "/programmes/[slug]/bodies": { it: "/programmi/[slug]/enti" },
  "/programmes/[slug]/outcomes": { it: "/programmi/[slug]/esiti" },
  "/programmes/[slug]/documents": { it: "/programmi/[slug]/documenti" },
  "/programmes/[slug]/forum": { it: "/programmi/[slug]/forum" },
  "/programmes/[slug]/forum/[threadId]": { it: "/programmi/[slug]/forum/[threadId]" },
  "/calendar": { it: "/calendario" },
  "/outcomes": { it: "/esiti" },
  "/organisations": { it: "/enti" },
  "/organisations/[slug]": { it: "/enti/[slug]" },
  "/joining/[slug]": { it: "/aderire/[slug]" },
  "/job-services": { it: "/servizi-lavoro" },
  "/job-services/model/[area]": { it: "/servizi-lavoro/modello/[area]" },
  "/job-services/model/[area]/[function]": { it: "/servizi-lavoro/modello/[area]/[function]" },
  "/smart-working": { it: "/lavoro-agile" },
  "/search": { it: "/cerca" },
  "/sign-in": { it: "/accedi" },
  "/password": { it: "/password" },
  "/password/[token]": { it: "/password/[token]" },
  "/invitation/[token]": { it: "/invito/[token]" },
  "/privacy": "/privacy",
  "/legal-notes": { it: "/note-legali" },
  "/accessibility": { it: "/accessibilita" },
  "/area": "/area",
  "/area/search": { it: "/area/cerca" },
  "/area/profile": { it: "/area/profilo" },
  "/area/organisations/new-programme": { it: "/area/enti/nuovo-programma" },
  "/area/administration": { it: "/area/amministrazione" },
  "/area/administration/people": { it: "/area/amministrazione/persone" },
  "/area/administration/people/[id]": { it: "/area/amministrazione/persone/[id]" },
  "/area/administration/organisations": { it: "/area/amministrazione/enti" },
  "/area/administration/organisations/new": { it: "/area/amministrazione/enti/nuovo" },
  "/area/administration/organisations/[slug]": { it: "/area/amministrazione/enti/[slug]" },
  "/area/administration/mail": { it: "/area/amministrazione/posta" },
  "/area/administration/jobs": { it: "/area/amministrazione/lavori" },
  "/area/administration/log": { it: "/area/amministrazione/registro" },
  "/area/programmes": { it: "/area/programmi" },
  "/area/programmes/[slug]": { it: "/area/programmi/[slug]" },
  "/area/programmes/[slug]/clone": { it: "/area/programmi/[slug]/nuova-edizione" },
  "/area/programmes/[slug]/sessions": { it: "/area/programmi/[slug]/incontri" },
  "/area/programmes/[slug]/sessions/new": { it: "/area/programmi/[slug]/incontri/nuovo" },
  "/area/programmes/[slug]/sessions/[id]": { it: "/area/programmi/[slug]/incontri/[id]" },
  "/area/programmes/[slug]/sessions/[id]/edit": { it: "/area/programmi/[slug]/incontri/[id]/modifica" },
  "/area/programmes/[slug]/sessions/[id]/convene": { it: "/area/programmi/[slug]/incontri/[id]/convoca" },
  "/area/programmes/[slug]/sessions/[id]/cancel": { it: "/area/programmi/[slug]/incontri/[id]/annulla" },
  "/area/programmes/[slug]/sessions/[id]/close": { it: "/area/programmi/[slug]/incontri/[id]/chiudi" },
  "/area/programmes/[slug]/documents": { it: "/area/programmi/[slug]/documenti" },
  "/area/programmes/[slug]/documents/new": { it: "/area/programmi/[slug]/documenti/nuovo" },
  "/area/programmes/[slug]/documents/[id]": { it: "/area/programmi/[slug]/documenti/[id]" },
  "/area/programmes/[slug]/deliverables": { it: "/area/programmi/[slug]/consegne" },
  "/area/programmes/[slug]/deliverables/requests/new": {
    it: "/area/programmi/[slug]/consegne/richieste/nuova",
  },
  "/area/programmes/[slug]/deliverables/requests/[id]": {
    it: "/area/programmi/[slug]/consegne/richieste/[id]",
  },
  "/area/programmes/[slug]/deliverables/requests/[id]/edit": {
    it: "/area/programmi/[slug]/consegne/richieste/[id]/modifica",
  },
  "/area/programmes/[slug]/deliverables/[id]": { it: "/area/programmi/[slug]/consegne/[id]" },
  "/area/programmes/[slug]/forum": { it: "/area/programmi/[slug]/forum" },
  "/area/programmes/[slug]/forum/categories/[id]": { it: "/area/programmi/[slug]/forum/categorie/[id]" },
  "/area/programmes/[slug]/forum/categories/[id]/new": {
    it: "/area/programmi/[slug]/forum/categorie/[id]/nuova",
  },
  "/area/programmes/[slug]/forum/threads/[id]": { it: "/area/programmi/[slug]/forum/discussioni/[id]" },
  "/area/programmes/[slug]/forum/threads/[id]/posts/[number]": {
    it: "/area/programmi/[slug]/forum/discussioni/[id]/messaggi/[number]",
  },
  "/area/programmes/[slug]/bodies": { it: "/area/programmi/[slug]/enti" },
  "/area/programmes/[slug]/bodies/invite": { it: "/area/programmi/[slug]/enti/invita" },
  "/area/programmes/[slug]/bodies/[id]": { it: "/area/programmi/[slug]/enti/[id]" },
  "/area/programmes/[slug]/outcomes": { it: "/area/programmi/[slug]/esiti" },
  "/area/programmes/[slug]/outcomes/new": { it: "/area/programmi/[slug]/esiti/nuovo" },
  "/area/programmes/[slug]/outcomes/[id]": { it: "/area/programmi/[slug]/esiti/[id]" },
  "/area/programmes/[slug]/indicators/new": { it: "/area/programmi/[slug]/indicatori/nuovo" },
  "/area/programmes/[slug]/indicators/[id]": { it: "/area/programmi/[slug]/indicatori/[id]" },
  "/area/programmes/[slug]/settings": { it: "/area/programmi/[slug]/impostazioni" },
  "/area/programmes/[slug]/settings/[part]": { it: "/area/programmi/[slug]/impostazioni/[part]" },
} as const;

export const routing = defineRouting({
  locales: ["it", "en"],
  defaultLocale: "it",
  localePrefix: "as-needed",
  localeDetection: false,
  localeCookie: false,
  pathnames,
});

export type Locale = (typeof routing.locales)[number];
export type Pathname = keyof typeof pathnames;

/** Whether a text is a language of the portal. */
export function isLocale(value: string): value is Locale {
  return (routing.locales as readonly string[]).includes(value);
}
