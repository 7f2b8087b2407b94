import type { RelativeDistinguishedNames } from "pkijs";

const types = { commonName: "2.5.4.3", surname: "2.5.4.4", givenName: "2.5.4.42", organisation: "2.5.4.10" };

/** An Italian tax code, which many certificates carry beside or within the name. */
const taxCode = /\b(?:TINIT-)?[A-Z]{6}[0-9LMNP-V]{2}[A-EHLMPR-T][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]\b/giu;
const maxLength = 200;

/**
 * How a certificate's holder or issuer is called: given name and surname, else the common name, else the organisation;
 * never a tax code, nor anything that turns the direction of the text. Null when nothing is left.
 */
export function nameOf({ typesAndValues }: RelativeDistinguishedNames): string | null {
  const read = (wanted: string) =>
    clean(String(typesAndValues.find(({ type }) => type === wanted)?.value.valueBlock.value ?? ""));
  const given = read(types.givenName);
  const surname = read(types.surname);
  const name = given && surname ? `${given} ${surname}` : read(types.commonName) || read(types.organisation);
  return name.slice(0, maxLength) || null;
}

function clean(value: string): string {
  return value
    .normalize("NFC")
    .replace(taxCode, "")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .replace(/[/\s]+/g, " ")
    .trim();
}
