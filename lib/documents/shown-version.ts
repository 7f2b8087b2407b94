/** What a list of versions shows of each: who, when, which bytes, and who signed them. */
export const shownVersion = {
  id: true,
  number: true,
  filename: true,
  size: true,
  note: true,
  objectSha256: true,
  object: {
    select: {
      scan: true,
      signing: true,
      signatures: {
        orderBy: { position: "asc" },
        select: {
          position: true,
          signer: true,
          issuer: true,
          claimedAt: true,
          isIntact: true,
          coversWhole: true,
        },
      },
    },
  },
  createdAt: true,
  author: { select: { id: true, givenName: true, familyName: true } },
} as const;
