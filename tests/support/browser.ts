type Jar = Map<string, string>;

/** A browser without scripts: keeps cookies by site and follows redirects one by one. */
export type PlainBrowser = {
  /** Asks for one page or sends one form; the redirect that it answers with is not followed. */
  ask(address: string, form?: Record<string, string>): Promise<Response>;
  /** Follows redirects until a page answers; an address that matches `stopAt` is not asked for. */
  follow(address: string, stopAt?: RegExp): Promise<{ address: string; html: string; status: number }>;
  /** What it would send to a site: the value of a Cookie header. */
  cookiesOf(origin: string): string;
};

/** Opens a browser; with the cookies of another it is that one's copy. */
export function openBrowser(like?: { origin: string; cookies: string }): PlainBrowser {
  const jars = new Map<string, Jar>();
  if (like) jars.set(like.origin, jarOf(like.cookies));
  const cookiesOf = (origin: string) =>
    [...(jars.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join("; ");
  const ask: PlainBrowser["ask"] = async (address, form) => {
    const { origin } = new URL(address);
    const answer = await fetch(address, {
      redirect: "manual",
      method: form ? "POST" : "GET",
      headers: { cookie: cookiesOf(origin), ...(form ? { origin } : {}) },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
    const jar = jars.get(origin) ?? new Map<string, string>();
    jars.set(origin, jar);
    for (const line of answer.headers.getSetCookie()) keep(jar, line);
    return answer;
  };
  return {
    ask,
    cookiesOf,
    async follow(address, stopAt) {
      let at = address;
      for (let hop = 0; hop < 20; hop += 1) {
        if (stopAt?.test(at)) return { address: at, html: "", status: 0 };
        const answer = await ask(at);
        const location = answer.headers.get("location");
        if (!location) return { address: at, html: await answer.text(), status: answer.status };
        at = new URL(location, at).href;
      }
      throw new Error(`redirected without end: ${at}`);
    },
  };
}

function jarOf(cookies: string): Jar {
  return new Map(cookies.split("; ").map((pair) => pair.split(/=(.*)/s).slice(0, 2) as [string, string]));
}

function keep(jar: Jar, line: string): void {
  const [pair = "", ...attributes] = line.split("; ");
  const [name = "", value = ""] = pair.split(/=(.*)/s);
  const isOver = attributes.some(
    (one) => /^max-age=0$/i.test(one) || (/^expires=/i.test(one) && Date.parse(one.slice(8)) < Date.now()),
  );
  if (isOver) jar.delete(name);
  else jar.set(name, value);
}
