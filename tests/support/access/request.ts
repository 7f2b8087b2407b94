import { codeOf } from "./call";
import type { Answer } from "./matrix";
import type { Asked } from "./valid/route-row";

const results: Record<number, string> = {
  200: "done",
  202: "done",
  303: "redirect",
  401: "signInAgain",
  403: "forbidden",
  404: "notFound",
};

/** Makes a request as the holder of a cookie, redirects not followed. */
export async function ask(
  url: string,
  { path, headers, fields, file, body }: Asked,
  cookie = "",
): Promise<Answer> {
  const answer = await fetch(url + path, {
    redirect: "manual",
    headers: {
      accept: "application/json",
      cookie,
      ...headers,
      ...(file === undefined ? {} : { origin: url }),
    },
    ...(file === undefined ? {} : { method: "POST", body: upload(fields ?? {}, file) }),
    ...(body === undefined ? {} : { method: "POST", body }),
  });
  const text = await answer.text();
  const refused = answer.status === 422 ? (JSON.parse(text) as { summary: string }) : undefined;
  const result = refused ? codeOf(refused.summary) : (results[answer.status] ?? `HTTP ${answer.status}`);
  return { status: answer.status, result, text };
}

function upload(fields: Record<string, string>, text: string): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", new File([text], "nota.txt", { type: "text/plain" }));
  return form;
}
