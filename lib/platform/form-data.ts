/** A form's fields by name. A name that ends with "[]" is always a list; other names keep the last value. */
export type FormValues = Record<string, string | string[]>;

const internal = /^(\$ACTION|_)/;

/**
 * Text fields of a form: framework's own and private (`_…`) names left out, line ends and Unicode normalised, NUL
 * removed. Files are not read here: they go through the upload route.
 */
export function formValues(data: FormData): FormValues {
  const values: FormValues = {};
  for (const [name, value] of data.entries()) {
    if (internal.test(name) || typeof value !== "string") continue;
    const text = value.replace(/\r\n?/g, "\n").replaceAll("\0", "").normalize("NFC");
    if (name.endsWith("[]")) {
      const list = values[name];
      values[name] = Array.isArray(list) ? [...list, text] : [text];
    } else {
      values[name] = text;
    }
  }
  return values;
}

/**
 * The same as an object for a schema: "agenda[]" becomes `agenda`, "agenda.0.title" becomes a nested object, and an
 * empty text becomes undefined, so that optional means optional.
 */
export function formInput(values: FormValues): Record<string, unknown> {
  const input: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(values)) {
    const path = name.replace(/\[\]$/, "").split(".");
    const last = path.pop() ?? "";
    if (
      [...path, last].some((part) => part === "__proto__" || part === "constructor" || part === "prototype")
    )
      continue;
    const text = value === "" ? undefined : value;
    const content = Array.isArray(value) ? value.filter((one) => one !== "") : text;
    let target = input;
    for (const part of path) {
      const next = target[part];
      target[part] = typeof next === "object" && next !== null ? next : Object.create(null);
      target = target[part] as Record<string, unknown>;
    }
    target[last] = content;
  }
  return input;
}
