import { codeOf } from "./call";
import type { Answer } from "./matrix";
import type { Asked } from "./valid/route-row";

const results: Record<number, string> = {
  200: "done",
  201: "done",
  202: "done",
  204: "done",
  303: "redirect",
  401: "signInAgain",
  403: "forbidden",
  404: "notFound",
};

/** Makes a request as the holder of a cookie, redirects not followed. */
export async function ask(
  url: string,
  { path, headers, fields, file, body, method }: Asked,
  cookie = "",
): Promise<Answer> {
  const answer = await fetch(url + path, {
    redirect: "manual",
    headers: {
      accept: "application/json",
      cookie,
      ...headers,
      ...(fields === undefined && file === undefined && method === undefined ? {} : { origin: url }),
    },
    ...(method === undefined ? {} : { method }),
    ...(fields === undefined && file === undefined ? {} : { method: "POST", body: form(fields ?? {}, file) }),
    ...(body === undefined ? {} : { method: method ?? "POST", body }),
  });
  const text = await answer.text();
  const refused = answer.status === 422 ? (JSON.parse(text) as { summary: string }) : undefined;
  const result = refused ? codeOf(refused.summary) : (results[answer.status] ?? `HTTP ${answer.status}`);
  return { status: answer.status, result, text };
}

function form(fields: Record<string, string>, file: string | undefined): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  if (file !== undefined) data.append("file", new File([file], "nota.txt", { type: "text/plain" }));
  return data;
}
