/** Whether this run is the long form of a test, which `npm run proof` asks for; `npm test` is content with the short one. */
export const isProof = process.env.SPERIMENTA_PROOF === "1";
