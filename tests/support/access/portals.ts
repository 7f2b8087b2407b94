import { startConferenceServer } from "../conference-server";
import { openData, startWeb } from "../portal";
import { addStrangers, type Cookies, signInAll } from "./accounts";
import { connect, type Database } from "./database";
import { inboundAddress, inboundSecret } from "./valid/sessions-replies";

/** A portal with the demonstration, everybody signed in, and its database. */
export type Opened = {
  data: Database;
  dataDir: string;
  url: string;
  cookies: Cookies;
  close(): Promise<void>;
};

/** For the metrics' own door. */
export const metricsToken = "a token that only the tests of access use";

const settings = {
  METRICS_TOKEN: metricsToken,
  LIMITS_FACTOR: "10000",
  INBOUND_MAIL_ADDRESS: inboundAddress,
  INBOUND_MAIL_SECRET: inboundSecret,
  SECURITY_CONTACT: "mailto:sicurezza@ente.test",
  // A provider that never answers: its entries are open, and lead back to the sign-in page.
  OIDC_ISSUER: "http://localhost:9",
  OIDC_CLIENT_ID: "sperimenta",
  OIDC_CLIENT_SECRET: "known to the tests of access alone",
  OIDC_NAME: "Identità di prova",
};

async function open(script: string): Promise<Opened> {
  const opened = await openData();
  const data = await connect(opened);
  await addStrangers(data);
  const conference = await startConferenceServer();
  const portal = await startWeb(opened, { ...settings, ...conference.settings }, script);
  return {
    data,
    dataDir: opened.dataDir,
    url: portal.url,
    cookies: await signInAll(portal),
    close: async () => {
      await data.end();
      await portal.stop();
      await conference.stop();
    },
  };
}

/** The portal as it is, and once more with whatever stands in front of the framework taken out. */
export const openPortals = [
  { through: "the portal", isWhole: true, open: () => open("scripts/server.ts") },
  { through: "the framework alone", isWhole: false, open: () => open("tests/support/access/bare-server.ts") },
] as const;
