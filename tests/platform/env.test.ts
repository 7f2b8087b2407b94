import { describe, expect, test } from "vitest";
import { readSettings, SettingsError } from "@/lib/platform/env";

const good = "f3Q9vT2mXk7LzP0wBn4RsYc8Hd1JuGa6";
const provider = {
  OIDC_ISSUER: "https://id.ente.test",
  OIDC_CLIENT_ID: "sperimenta",
  OIDC_CLIENT_SECRET: good,
  OIDC_NAME: "SPID",
};

describe("secrets", () => {
  test.each([
    ["short", "too-short-for-this"],
    ["one letter", "a".repeat(40)],
    ["an example's", "change-me-change-me-change-me-0123456789"],
    ["a placeholder", "placeholder-0123456789-abcdefghijklmnop"],
  ])("refuse to start with one that is %s", (_what, SESSION_SECRET) => {
    expect(() => readSettings({ SESSION_SECRET })).toThrow(/SESSION_SECRET: wanted/);
  });

  test.each(["METRICS_TOKEN", "OIDC_CLIENT_SECRET"])("%s is held to the same", (name) => {
    expect(() => readSettings({ ...provider, [name]: "changeme-changeme-changeme" })).toThrow(SettingsError);
    expect(() => readSettings({ ...provider, [name]: good })).not.toThrow();
  });
});

describe("the identity provider", () => {
  test("is set by all four settings, or not at all", () => {
    expect(readSettings({}).oidc).toBeNull();
    expect(readSettings({ ...provider, OIDC_ACR: "level-2 level-3" }).oidc).toEqual({
      issuer: "https://id.ente.test",
      clientId: "sperimenta",
      clientSecret: good,
      name: "SPID",
      scope: "openid email profile",
      acr: ["level-2", "level-3"],
    });
    for (const name of Object.keys(provider)) {
      expect(() => readSettings({ ...provider, [name]: "" })).toThrow(/OIDC_ISSUER: wanted/);
    }
  });

  test("speaks https, but for one on this machine", () => {
    expect(() => readSettings({ ...provider, OIDC_ISSUER: "http://id.ente.test" })).toThrow(SettingsError);
    expect(readSettings({ ...provider, OIDC_ISSUER: "http://localhost:4000" }).oidc?.issuer).toContain(
      "4000",
    );
  });

  test("is asked for openid at least", () => {
    expect(() => readSettings({ ...provider, OIDC_SCOPE: "email" })).toThrow(/OIDC_SCOPE/);
  });
});

describe("servers for webconferences", () => {
  const jitsi = { JITSI_DOMAIN: "meet.ente.test", JITSI_APP_ID: "sperimenta", JITSI_APP_SECRET: good };
  const bbb = { BBB_URL: "https://bbb.ente.test/bigbluebutton/", BBB_SECRET: good };

  test("are set by all their settings, or not at all", () => {
    expect(readSettings({})).toMatchObject({ jitsi: null, bigBlueButton: null });
    expect(readSettings({ ...jitsi, ...bbb })).toMatchObject({
      jitsi: {
        origin: "https://meet.ente.test",
        domain: "meet.ente.test",
        appId: "sperimenta",
        secret: good,
      },
      bigBlueButton: { api: "https://bbb.ente.test/bigbluebutton/api", secret: good },
    });
    for (const name of Object.keys(jitsi)) {
      expect(() => readSettings({ ...jitsi, [name]: "" })).toThrow(/JITSI_DOMAIN: wanted .* together/);
    }
    for (const name of Object.keys(bbb)) {
      expect(() => readSettings({ ...bbb, [name]: "" })).toThrow(/BBB_URL: wanted BBB_URL and BBB_SECRET/);
    }
  });

  test.each(["", "/", "/api", "/api/"])("BigBlueButton's address may end in %o", (end) => {
    const BBB_URL = `https://bbb.ente.test/bigbluebutton${end}`;
    expect(readSettings({ ...bbb, BBB_URL }).bigBlueButton?.api).toBe(
      "https://bbb.ente.test/bigbluebutton/api",
    );
  });

  test("speak https, but for one on this machine", () => {
    expect(() => readSettings({ ...bbb, BBB_URL: "http://bbb.ente.test/bigbluebutton" })).toThrow(/BBB_URL/);
    expect(readSettings({ ...bbb, BBB_URL: "http://localhost:8090/bbb" }).bigBlueButton).not.toBeNull();
    expect(readSettings({ ...jitsi, JITSI_DOMAIN: "localhost:8443" }).jitsi?.origin).toBe(
      "http://localhost:8443",
    );
  });

  test.each(["https://meet.ente.test", "meet.ente.test/stanza", "meet ente"])(
    "%s is no host",
    (JITSI_DOMAIN) => {
      expect(() => readSettings({ ...jitsi, JITSI_DOMAIN })).toThrow(/JITSI_DOMAIN: wanted a host/);
    },
  );

  test.each(["JITSI_APP_SECRET", "BBB_SECRET"])("%s is a secret drawn at random", (name) => {
    expect(() => readSettings({ ...jitsi, ...bbb, [name]: "changeme-changeme-changeme" })).toThrow(name);
  });
});

describe("mail that comes in", () => {
  const inbound = { INBOUND_MAIL_ADDRESS: "Risposte@ente.test", INBOUND_MAIL_SECRET: good };

  test("is set by address and secret together, or not at all", () => {
    expect(readSettings({}).inbound).toBeNull();
    expect(readSettings(inbound).inbound).toEqual({ address: "risposte@ente.test", secret: good });
    for (const name of Object.keys(inbound)) {
      expect(() => readSettings({ ...inbound, [name]: "" })).toThrow(/INBOUND_MAIL_ADDRESS: wanted/);
    }
  });

  test.each([
    ["a name too long for the token behind it", "risposte-ente@ente.test"],
    ["a part of its own", "risposte+x@ente.test"],
    ["no host", "risposte"],
    ["a sender's name", "Risposte <risposte@ente.test>"],
  ])("is refused at an address with %s", (_what, INBOUND_MAIL_ADDRESS) => {
    expect(() => readSettings({ ...inbound, INBOUND_MAIL_ADDRESS })).toThrow(/INBOUND_MAIL_ADDRESS: wanted/);
  });

  test("wants a secret worth the name", () => {
    const secret = { ...inbound, INBOUND_MAIL_SECRET: "changeme-changeme-changeme" };
    expect(() => readSettings(secret)).toThrow(/INBOUND_MAIL_SECRET: wanted/);
  });
});

test("whom to tell of a weakness is an address that can be followed", () => {
  expect(() => readSettings({ SECURITY_CONTACT: "sicurezza@ente.test" })).toThrow(/SECURITY_CONTACT/);
  expect(readSettings({ SECURITY_CONTACT: "mailto:sicurezza@ente.test" }).SECURITY_CONTACT).toBeDefined();
});

describe("downloads are sent on to the object store", () => {
  const store = { S3_BUCKET: "b", S3_REGION: "r", S3_ACCESS_KEY_ID: "k", S3_SECRET_ACCESS_KEY: "s" };
  test.each([
    [{}, false],
    [store, false],
    [{ ...store, S3_REDIRECT: "1" }, true],
    [{ ...store, S3_PUBLIC_ENDPOINT: "https://file.ente.it" }, true],
    [{ ...store, S3_PUBLIC_ENDPOINT: "https://file.ente.it", S3_REDIRECT: "0" }, false],
  ])("with %j: %s", (settings, wanted) => {
    expect(readSettings(settings).redirectsDownloads).toBe(wanted);
  });

  test("only where there is one", () => {
    expect(() => readSettings({ S3_REDIRECT: "1" })).toThrow(/S3_REDIRECT: wanted S3_BUCKET/);
    expect(() => readSettings({ S3_PUBLIC_ENDPOINT: "https://file.ente.it" })).toThrow(
      /S3_PUBLIC_ENDPOINT: wanted S3_BUCKET/,
    );
  });
});
