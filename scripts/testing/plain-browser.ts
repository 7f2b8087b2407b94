// What a browser without JavaScript does: for tests and measurements of the running portal.

/** Signs in by the form. @returns the Cookie header of what follows */
export async function signInAt(origin: string, account: string): Promise<string> {
  const email = account.includes("@") ? account : `${account}@demo.test`;
  const answer = await submitFormAt(origin, { path: "/accedi", fields: { email, password: "sperimenta" } });
  const cookie = cookiesOf(answer);
  if (answer.status !== 303 || !cookie) throw new Error(`${email} could not sign in: ${answer.status}`);
  return cookie;
}

type PageForm = {
  path: string;
  id?: string;
  button?: string;
  fields: Record<string, string>;
  headers?: Record<string, string>;
  sentWith?: Record<string, string>;
};

/**
 * Sends a form of a page: the page is read first, its hidden fields go along.
 * @param form fields replace or add to those of the page's form that has them all (and the id, and the words of the
 * button, when they are given); `sentWith` are the headers of the sending where they differ from those of the reading, as
 * of somebody whose sign-in ended in between
 * @returns the answer, redirects not followed
 */
export async function submitFormAt(origin: string, form: PageForm): Promise<Response> {
  const send = await readFormAt(origin, form);
  return send(form.fields);
}

/** Reads a form of a page once, to be sent any number of times. */
export async function readFormAt(
  origin: string,
  { path, id, button = "", fields: wanted, headers = {}, sentWith = headers }: PageForm,
): Promise<(fields: Record<string, string>) => Promise<Response>> {
  const page = await fetch(origin + path, { headers });
  const names = Object.keys(wanted);
  const found = formWith(await page.text(), { names, id, button });
  if (!found) throw new Error(`${path} (${page.status}) has no form with ${names.join(", ")}`);
  return (fields) => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...found, ...fields })) body.append(name, value);
    return fetch(origin + path, {
      method: "POST",
      body,
      redirect: "manual",
      headers: { origin, ...sentWith },
    });
  };
}

/** The cookies that an answer sets, as a request carries them; null when it sets none. */
export function cookiesOf(answer: Response): string | null {
  const pairs = answer.headers.getSetCookie().map((line) => line.split(";")[0]);
  return pairs.length > 0 ? pairs.join("; ") : null;
}

type Wanted = { names: string[]; id?: string; button: string };

function formWith(html: string, { names, id, button }: Wanted): Record<string, string> | null {
  for (const [form, tag = ""] of html.matchAll(/(<form\b[^>]*>)[\s\S]*?<\/form>/g)) {
    if (id && !tag.includes(`id="${id}"`)) continue;
    if (!form.includes(button) || !names.every((name) => form.includes(`name="${name}"`))) continue;
    const hidden = [...form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].map(([tag]) => tag);
    return Object.fromEntries(hidden.map((tag) => [attribute(tag, "name"), attribute(tag, "value")]));
  }
  return null;
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  return value
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
