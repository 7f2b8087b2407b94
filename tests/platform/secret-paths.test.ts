import { expect, test } from "vitest";
import { holdsSecret, withoutSecrets } from "@/lib/platform/secret-paths";

test.each([
  ["/invito/abc123", "/invito/…"],
  ["/en/invitation/abc123?x=1", "/en/invitation/…"],
  ["/password/abc", "/password/…"],
  ["/indirizzo/abc", "/indirizzo/…"],
  ["/en/email-address/abc", "/en/email-address/…"],
  ["/incontro/ospite/abc?guest=def", "/incontro/ospite/…"],
  ["/en/session/guest/abc", "/en/session/guest/…"],
  ["/incontro/abc", "/incontro/…"],
  ["/en/session/abc", "/en/session/…"],
  ["/dichiarazione/abc", "/dichiarazione/…"],
  ["/en/declaration/abc", "/en/declaration/…"],
  ["/newsletter/conferma/abc", "/newsletter/conferma/…"],
  ["/en/newsletter/confirm/abc", "/en/newsletter/confirm/…"],
  ["/api/calendar/invitation/abc", "/api/calendar/invitation/…"],
  ["/api/inbound/reply/abc", "/api/inbound/reply/…"],
  ["/calendario/abc.ics", "/calendario/…"],
  ["/api/calendar/personal/abc", "/api/calendar/personal/…"],
  ["http://localhost:3000/invito/abc", "http://localhost:3000/invito/…"],
])("%s is written as %s", (path, wanted) => {
  expect(withoutSecrets(path)).toBe(wanted);
  expect(holdsSecret(path)).toBe(true);
});

test.each([
  ["/password", "/password"],
  ["/calendario.ics", "/calendario.ics"],
  ["/programmi/camere/calendario.ics", "/programmi/camere/calendario.ics"],
  ["/programmi/camere/incontri/abc", "/programmi/camere/incontri/abc"],
  ["/en/programmes/camere/sessions/abc", "/en/programmes/camere/sessions/abc"],
  ["/api/calendar/session/abc", "/api/calendar/session/abc"],
  ["/programmi/camere/newsletter/abc", "/programmi/camere/newsletter/abc"],
  ["/riuso/kit/dichiarazione", "/riuso/kit/dichiarazione"],
  ["/cerca?q=persona", "/cerca"],
])("%s holds no secret and is written as %s", (path, wanted) => {
  expect(withoutSecrets(path)).toBe(wanted);
  expect(holdsSecret(path)).toBe(false);
});
