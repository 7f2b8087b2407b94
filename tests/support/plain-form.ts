/** Fields of a form as a browser without JavaScript sends them. */
export type PlainForm = [name: string, value: string][];

/** The first form of a page that has all these fields, with what stands in each. */
export function readForm(html: string, names: string[]): PlainForm | null {
  for (const [form] of html.matchAll(/<form\b[\s\S]*?<\/form>/g)) {
    if (names.every((name) => form.includes(`name="${name}"`))) return fieldsOf(form);
  }
  return null;
}

/** The same form with other values; a field that was not there is added. */
export function filled(form: PlainForm, values: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of form) if (!(name in values)) data.append(name, value);
  for (const [name, value] of Object.entries(values)) data.append(name, value);
  return data;
}

function fieldsOf(form: string): PlainForm {
  const fields: PlainForm = [];
  const parts = /<input\b[^>]*>|<textarea\b[^>]*>[\s\S]*?<\/textarea>|<select\b[\s\S]*?<\/select>/g;
  for (const [part] of form.matchAll(parts)) {
    const name = attribute(part, "name");
    const value = name === null ? null : sentValue(part);
    if (name !== null && value !== null) fields.push([name, value]);
  }
  return fields;
}

function sentValue(part: string): string | null {
  if (part.startsWith("<textarea")) return decoded(part.replace(/^<textarea[^>]*>\n?|<\/textarea>$/g, ""));
  if (part.startsWith("<select")) {
    const options = [...part.matchAll(/<option\b[^>]*>/g)].map(([option]) => option);
    const chosen = options.find((option) => /\sselected\b/.test(option)) ?? options[0];
    return chosen ? (attribute(chosen, "value") ?? "") : null;
  }
  const type = attribute(part, "type") ?? "text";
  if (["submit", "button", "file"].includes(type)) return null;
  if (["checkbox", "radio"].includes(type) && !/\schecked\b/.test(part)) return null;
  return attribute(part, "value") ?? (type === "checkbox" ? "on" : "");
}

function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag.replace(/^(<\w+\b[^>]*>)[\s\S]*/, "$1"))?.[1];
  return value === undefined ? null : decoded(value);
}

function decoded(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
