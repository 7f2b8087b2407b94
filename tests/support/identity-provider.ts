import { generateKeyPairSync } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { Provider } from "oidc-provider";
import { freePort } from "./portal";

/** Somebody whom the provider knows, and how it says that they proved who they are. */
export type Account = {
  sub: string;
  email?: string;
  email_verified?: boolean;
  given_name?: string;
  family_name?: string;
  acr?: string;
  amr?: string[];
};

export type IdentityProvider = {
  issuer: string;
  client: { id: string; secret: string };
  accounts: Map<string, Account>;
  stop(): Promise<void>;
};

/** A real OpenID provider on this machine, with one page: it asks which account, and has no scripts. */
export async function startIdentityProvider(redirectUri: string): Promise<IdentityProvider> {
  const port = await freePort();
  const issuer = `http://localhost:${port}`;
  const accounts = new Map<string, Account>();
  const client = { id: "sperimenta", secret: "drawn at random for this one test run" };
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const provider: Provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri] }],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256" } as never] },
    cookies: { keys: ["only for tests"] },
    features: { devInteractions: { enabled: false } },
    claims: {
      openid: ["sub", "acr", "amr"],
      email: ["email", "email_verified"],
      profile: ["given_name", "family_name"],
    },
    acrValues: ["level-1", "level-2"],
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, sub) => {
      const account = accounts.get(sub);
      return account && { accountId: sub, claims: () => account as never };
    },
    // Consent was given when the body put the portal into service.
    async loadExistingGrant({ oidc }) {
      const accountId = oidc.session?.accountId;
      const grant = new provider.Grant({ clientId: client.id, ...(accountId ? { accountId } : {}) });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  const server = createServer((request, response) => {
    if (request.url?.startsWith("/interaction/")) void interact(provider, accounts, { request, response });
    else void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    issuer,
    client,
    accounts,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function interact(
  provider: Provider,
  accounts: Map<string, Account>,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
): Promise<void> {
  if (request.method === "GET") {
    response.setHeader("Content-Type", "text/html");
    response.end(`<form method="post"><input name="account"><button>Sign in</button></form>`);
    return;
  }
  const accountId = new URLSearchParams(await text(request)).get("account") ?? "";
  const { acr, amr } = accounts.get(accountId) ?? {};
  await provider.interactionFinished(request, response, {
    login: { accountId, ...(acr ? { acr } : {}), ...(amr ? { amr } : {}) },
  });
}
