import { randomBytes, randomUUID } from "node:crypto";
import { filled, type PlainForm, readForm } from "./plain-form";
import { type PortalData, type PortalProcess, signIn } from "./portal";

/** Somebody who changes one kind of thing through its form, each time under a new key. */
export type Writer = {
  kind: string;
  /** @returns whether the portal said that it is done; throws when no answer came */
  write(web: Where, key: string): Promise<boolean>;
  /** how often what was written under a key is there */
  landed(key: string): Promise<number>;
};

/** Somebody who posts in a discussion. */
export type Poster = Writer & { path: string };

type Where = Pick<PortalProcess, "url">;

const slug = "camere-nuova-edizione";
const area = `/area/programmi/${slug}`;

/** A poster, somebody who shares drafts, one who changes a session and one who invites, all signed in. */
export async function makeWriters(data: PortalData, web: Where): Promise<Writer[]> {
  const coordinator = await signIn(web, "coordinatore");
  const referent = await signIn(web, "referente.a");
  return [
    await makePoster(data, web, coordinator),
    await drafter(data, referent),
    await editor(data, web, coordinator),
    await inviter(data, web, coordinator),
  ];
}

/** Posts in one discussion; the same key is the same post. */
export async function makePoster(data: PortalData, web: Where, cookie: string): Promise<Poster> {
  const path = `${area}/forum/discussioni/${await idOf(data, "thread where title like 'Competenze%'")}`;
  const form = await formAt(web, path, { cookie, names: ["text", "submissionKey"] });
  return {
    kind: "post",
    path,
    write: async (at, key) => {
      const body = filled(form, { text: `Messaggio ${key}`, submissionKey: key });
      return isDone(await send(at, path, { cookie, body }));
    },
    landed: (key) => count(data, "post where markdown = $1", `Messaggio ${key}`),
  };
}

async function drafter(data: PortalData, cookie: string): Promise<Writer> {
  const id = await idOf(
    data,
    `deliverable where state in ('TO_DO', 'CHANGES_REQUESTED') and organisation_id = (
      select organisation_id from role_assignment join person on person.id = person_id
      where email = 'referente.a@demo.test' and organisation_id is not null limit 1)`,
  );
  const path = `/api/upload/deliverable?deliverable=${id}&programme=${slug}&locale=it`;
  const numbers = "document_version where document_id = (select document_id from deliverable where id = $1)";
  return {
    kind: "draft",
    async write(at, key) {
      const body = new FormData();
      body.append("number", String(1 + (await count(data, numbers, id))));
      const text = `${key}\n${randomBytes(60_000).toString("hex")}`;
      body.append("file", new File([text], `crash-${key}.txt`, { type: "text/plain" }));
      const answer = await send(at, path, { cookie, body, accept: "application/json" });
      return answer.status === 200;
    },
    landed: (key) => count(data, "document_version where filename = $1", `crash-${key}.txt`),
  };
}

async function editor(data: PortalData, web: Where, cookie: string): Promise<Writer> {
  const id = await idOf(data, "session where state = 'CONVENED' and title like '3ª%'");
  const path = `${area}/incontri/${id}/modifica`;
  const form = await formAt(web, path, { cookie, names: ["title", "version"] });
  const replaced = new Map<string, number>();
  return {
    kind: "session",
    async write(at, key) {
      const [session] = await data.rows<{ version: number }>("select version from session where id = $1", [
        id,
      ]);
      const version = session?.version ?? 0;
      replaced.set(key, version);
      const title = `crash-${key}`;
      const body = filled(form, { title, "agenda.0.title": title, version: String(version) });
      return isDone(await send(at, path, { cookie, body }));
    },
    // Each change takes the place of the one before: it is there as long as it is the last, and counts afterwards.
    landed: (key) =>
      count(
        data,
        "session where id = $1 and (version > $2::int or version = $2::int and title = $3)",
        ...[id, String((replaced.get(key) ?? 0) + 1), `crash-${key}`],
      ),
  };
}

async function inviter(data: PortalData, web: Where, cookie: string): Promise<Writer> {
  const path = `${area}/enti/invita`;
  const form = await formAt(web, path, { cookie, names: ["email", "role"] });
  return {
    kind: "invitation",
    write: async (at, key) => {
      const body = filled(form, { email: `crash-${key}@ente.test`, role: "EXPERT" });
      return isDone(await send(at, path, { cookie, body }));
    },
    landed: (key) => count(data, "account_invitation where email = $1", `crash-${key}@ente.test`),
  };
}

/** A key that nobody has used. */
export const newKey = (): string => randomUUID();

function send(
  at: Where,
  path: string,
  { accept, body, cookie }: { accept?: string; body: FormData; cookie: string },
): Promise<Response> {
  return fetch(at.url + path, {
    method: "POST",
    body,
    redirect: "manual",
    headers: { origin: at.url, cookie, ...(accept ? { accept } : {}) },
  });
}

const isDone = (answer: Response) => answer.status === 303;

async function formAt(
  at: Where,
  path: string,
  { cookie, names }: { cookie: string; names: string[] },
): Promise<PlainForm> {
  const page = await fetch(at.url + path, { headers: { cookie }, redirect: "manual" });
  const form = readForm(await page.text(), names);
  if (!form) throw new Error(`${path} (${page.status}) has no form with ${names.join(", ")}`);
  return form;
}

async function idOf(data: PortalData, from: string): Promise<string> {
  const [row] = await data.rows<{ id: string }>(`select id::text from ${from} order by id limit 1`);
  if (!row) throw new Error(`nothing found: ${from}`);
  return row.id;
}

async function count(data: PortalData, from: string, ...values: string[]): Promise<number> {
  const [row] = await data.rows<{ n: number }>(`select count(*)::int as n from ${from}`, values);
  return row?.n ?? 0;
}
