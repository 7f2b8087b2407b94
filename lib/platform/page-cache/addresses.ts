import type { IncomingMessage } from "node:http";
import { type Locale, type Pathname, pathnames } from "@/lib/platform/i18n/routing";

type PublicPathname = Exclude<Pathname, "/area" | `/area/${string}`>;

/**
 * What a page or file for everybody shows: the data of one programme; of several programmes or of the bodies; or
 * settings alone. A change reaches it accordingly.
 */
export type Subject = "programme" | "portal" | "site";

/**
 * Parameters that a page reads, with what their values look like. Any other value goes past the cache; parameters that
 * are not named reach no shared page. Free text is never kept: whoever makes it up could fill the cache.
 */
type Shared = { of: Subject; parameters?: Record<string, RegExp> };

const code = /^[A-Z_]{1,40}$/;
const slug = /^[a-z0-9-]{1,200}$/;
const id = /^[0-9a-f-]{36}$/;
const cursor = /^[\w.~-]{1,200}$/;
const freeText = /^$/;
const language = /^[a-z]{2}$/;
const licence = /^[A-Z0-9.-]{1,30}$/;
const month = /^\d{4}-\d{2}$/;

/** Every public page: made once for everybody, or (null) for each request. */
export const publicPages: Record<PublicPathname, Shared | null> = {
  "/": { of: "portal" },
  "/programmes": {
    of: "portal",
    parameters: { q: freeText, state: code, promoter: slug, theme: freeText, after: cursor },
  },
  "/programmes/[slug]": { of: "programme" },
  "/programmes/[slug]/phases": { of: "programme" },
  "/programmes/[slug]/about": { of: "programme" },
  "/programmes/[slug]/sessions": { of: "programme", parameters: { after: cursor } },
  "/programmes/[slug]/sessions/[id]": { of: "programme" },
  "/programmes/[slug]/sessions/[id]/interest": null,
  "/interest/[token]": null,
  "/programmes/[slug]/bodies": { of: "programme" },
  "/programmes/[slug]/outcomes": { of: "programme" },
  "/programmes/[slug]/documents": { of: "programme" },
  "/programmes/[slug]/newsletter": { of: "programme", parameters: { after: cursor } },
  "/programmes/[slug]/newsletter/[id]": { of: "programme" },
  "/programmes/[slug]/faq": { of: "programme", parameters: { grazie: freeText } },
  "/programmes/[slug]/forum": {
    of: "programme",
    parameters: { state: /^[a-z-]{1,40}$/i, categoria: id, after: cursor },
  },
  "/programmes/[slug]/forum/[threadId]": { of: "programme", parameters: { da: id, dal: /^\d{1,9}$/ } },
  "/calendar": {
    of: "portal",
    parameters: {
      month,
      week: /^\d{4}-\d{2}-\d{2}$/,
      view: /^(?:month|week|list)$/,
      programme: slug,
      body: slug,
      kind: code,
      mode: code,
    },
  },
  "/outcomes": { of: "portal", parameters: { q: freeText, programme: slug, after: cursor } },
  "/reuse": {
    of: "portal",
    parameters: { q: freeText, subject: slug, licence, language, programme: slug, after: cursor },
  },
  "/reuse/[slug]": { of: "portal" },
  "/reuse/[slug]/declare": null,
  "/declaration/[token]": null,
  "/newsletter": null,
  "/newsletter/confirm/[token]": null,
  "/organisations": { of: "portal", parameters: { q: freeText, kind: code } },
  "/organisations/[slug]": { of: "portal" },
  "/joining/[slug]": { of: "programme" },
  "/job-services": {
    of: "portal",
    parameters: { area: slug, who: slug, need: slug, charge: slug },
  },
  "/job-services/model/[area]": { of: "portal" },
  "/job-services/model/[area]/[function]": { of: "portal" },
  "/smart-working": { of: "portal" },
  "/search": null,
  "/sign-in": null,
  "/sign-in/code": null,
  "/sign-in/second-factor": null,
  "/password": null,
  "/password/[token]": null,
  "/invitation/[token]": null,
  "/email-address/[token]": null,
  "/unsubscribe/[token]": null,
  "/session/guest/[token]": null,
  "/session/[token]": null,
  "/privacy": { of: "site" },
  "/legal-notes": { of: "site" },
  "/accessibility": { of: "site" },
};

/** Files for everybody, by their outer addresses (rewrites in next.config.ts): made once, or (null) for each request. */
const publicFiles: Record<string, Shared | null> = {
  "/robots.txt": { of: "site" },
  "/sitemap.xml": { of: "portal" },
  "/feed.xml": { of: "portal" },
  "/opendata/catalogo.jsonld": { of: "portal" },
  // Calendars may be long: they are sent part by part, and know by their revision whether they changed.
  "/calendario.ics": null,
  "/calendar.ics": null,
  "/programmi/[slug]/calendario.ics": null,
  "/en/programmes/[slug]/calendar.ics": null,
};

/** An address whose answer is the same for everybody. */
export type SharedAddress = { url: string; locale: Locale; of: Subject };

type Rule = { path: string; locale: Locale; shared: Shared };

const rules: Rule[] = [
  ...Object.entries(publicPages).flatMap(([page, shared]) => (shared ? pageRules(page, shared) : [])),
  ...Object.entries(publicFiles).flatMap(([path, shared]): Rule[] =>
    shared ? [{ path, locale: "it", shared }] : [],
  ),
];
const fixed = new Map(rules.map((rule) => [rule.path, rule]));
const patterns = rules
  .filter(({ path }) => path.includes("["))
  .map((rule) => ({ ...rule, pattern: patternOf(rule.path) }));

/**
 * The address by which an answer for everybody is kept: what a request asks for, without what no page reads. Null where
 * the request wants something else than the whole page, or names what the cache does not hold.
 */
export function sharedAddress({ method, url = "/", headers }: IncomingMessage): SharedAddress | null {
  if (method !== "GET" && method !== "HEAD") return null;
  // A soft navigation wants the parts that it lacks; its answer has forms without number.
  if (headers.rsc !== undefined || headers["next-action"] !== undefined) return null;
  const [path = "/", query] = url.split("?", 2);
  const found = fixed.get(path) ?? patterns.find(({ pattern }) => pattern.test(path));
  if (!found) return null;
  const kept = keptQuery(query ?? "", found.shared.parameters ?? {});
  return kept === null ? null : { url: path + kept, locale: found.locale, of: found.shared.of };
}

function keptQuery(query: string, parameters: Record<string, RegExp>): string | null {
  if (query === "") return "";
  const given = new URLSearchParams(query);
  if (given.has("_rsc")) return null;
  const kept = new URLSearchParams();
  for (const name of Object.keys(parameters).sort()) {
    const values = given.getAll(name);
    const [value = ""] = values;
    // A form sends its empty fields along.
    if (values.length < 2 && value === "") continue;
    if (values.length > 1 || !parameters[name]?.test(value)) return null;
    kept.set(name, value);
  }
  return kept.size > 0 ? `?${kept}` : "";
}

function pageRules(page: string, shared: Shared): Rule[] {
  const outer = pathnames[page as PublicPathname];
  const italian = typeof outer === "string" ? outer : outer.it;
  return [
    { path: italian, locale: "it", shared },
    { path: page === "/" ? "/en" : `/en${page}`, locale: "en", shared },
  ];
}

function patternOf(path: string): RegExp {
  const source = path
    .replace(/[.]/g, "\\.")
    .replace(/\[(?:id|threadId)\]/g, "[0-9a-f]{8}-[0-9a-f-]{27}")
    .replace(/\[[a-z]+\]/g, "[a-z0-9-]{1,200}");
  return new RegExp(`^${source}$`);
}
