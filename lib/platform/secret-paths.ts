// Addresses whose segment after these names is a secret: personal links of people and of their calendars. The longer name
// of two comes first.
const secretSegment =
  /\/(invito|invitation|password|indirizzo|email-address|incontro\/ospite|en\/session\/guest|session\/guest|incontro|en\/session|inbound\/reply|interesse|interest|dichiarazione|declaration|newsletter\/conferma|newsletter\/confirm|disiscrizione|en\/unsubscribe|unsubscribe|questionario|survey|pratica|case|impresa|company|calendario|calendar\/personal)\/[^/?#]+/g;

/** A path as a log or the outbox may hold it: secret segments replaced, without what follows the question mark. */
export function withoutSecrets(path: string): string {
  return path.replace(/[?#].*$/s, "").replace(secretSegment, "/$1/…");
}

/** Whether an address holds a secret. */
export function holdsSecret(path: string): boolean {
  return path.replace(/[?#].*$/s, "") !== withoutSecrets(path);
}
