import { createHash } from "node:crypto";
import { fromBER, GeneralizedTime, OctetString, Primitive, UTCTime } from "asn1js";
import { type Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from "pkijs";
import { nameOf } from "@/lib/documents/signatures/name";

/** One signature of an envelope, as far as it can be told without asking a certification authority. */
export type EnvelopeSignature = {
  /** the holder of the certificate; null = not told, or no certificate beside the signature */
  signer: string | null;
  /** who issued the certificate */
  issuer: string | null;
  /** what the clock of the signer's machine said */
  claimedAt: Date | null;
  /** whether bytes, digest and signature agree; null = made with an algorithm that is not known here */
  isIntact: boolean | null;
};

/** What is not a signed envelope, or one that cannot be read. */
export class UnreadableEnvelopeError extends Error {}

const oid = {
  signedData: "1.2.840.113549.1.7.2",
  timestampInfo: "1.2.840.113549.1.9.16.1.4",
  signingTime: "1.2.840.113549.1.9.5",
  messageDigest: "1.2.840.113549.1.9.4",
};

/** Digests by object identifier, as Node calls them. */
const digests: Record<string, string> = {
  "1.3.14.3.2.26": "sha1",
  "2.16.840.1.101.3.4.2.1": "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};

/** More than this on one file are not read: nobody signs so often, and each costs a verification. */
const maxSignatures = 50;

/**
 * Signatures of a CMS envelope (RFC 5652; CAdES, ETSI EN 319 122-1), in the order in which it holds them. `detached` are
 * the signed bytes where the envelope does not hold them. Whether the certificates were valid is not asked of anybody.
 * @returns null for a time stamp, which nobody signed
 * @throws UnreadableEnvelopeError
 */
export async function readEnvelope(
  der: Uint8Array<ArrayBuffer>,
  detached?: ArrayBuffer,
): Promise<EnvelopeSignature[] | null> {
  const signed = parse(der);
  if (signed.encapContentInfo.eContentType === oid.timestampInfo) return null;
  if (signed.signerInfos.length > maxSignatures) throw new UnreadableEnvelopeError("too many signatures");
  const found: EnvelopeSignature[] = [];
  for (const [index, info] of signed.signerInfos.entries()) {
    const certificate = certificateOf(signed, info);
    found.push({
      signer: certificate ? nameOf(certificate.subject) : null,
      issuer: certificate ? nameOf(certificate.issuer) : null,
      claimedAt: claimedTime(info),
      isIntact: certificate ? await isIntact(signed, index, detached) : null,
    });
  }
  return found;
}

function parse(der: Uint8Array<ArrayBuffer>): SignedData {
  try {
    const { result, offset } = fromBER(der);
    if (offset === -1) throw new UnreadableEnvelopeError("not ASN.1");
    const content = new ContentInfo({ schema: result });
    if (content.contentType !== oid.signedData) throw new UnreadableEnvelopeError("not signed data");
    return new SignedData({ schema: content.content });
  } catch (error) {
    // The library tells of what it does not understand in errors of several kinds.
    if (error instanceof UnreadableEnvelopeError) throw error;
    throw new UnreadableEnvelopeError("not a signed envelope", { cause: error });
  }
}

function certificateOf(signed: SignedData, { sid }: SignerInfo): Certificate | undefined {
  const certificates = (signed.certificates ?? []).filter(
    (one): one is Certificate => "subjectPublicKeyInfo" in one,
  );
  if (sid instanceof IssuerAndSerialNumber)
    return certificates.find(
      ({ issuer, serialNumber }) => issuer.isEqual(sid.issuer) && serialNumber.isEqual(sid.serialNumber),
    );
  // Named by its key instead: [0] holds the SHA-1 of the key's bits, as authorities form it.
  if (!(sid instanceof Primitive)) return undefined;
  const keyIdentifier = Buffer.from(sid.valueBlock.valueHexView);
  return certificates.find(({ subjectPublicKeyInfo }) =>
    createHash("sha1")
      .update(subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView)
      .digest()
      .equals(keyIdentifier),
  );
}

function claimedTime({ signedAttrs }: SignerInfo): Date | null {
  const time = signedAttrs?.attributes.find(({ type }) => type === oid.signingTime)?.values[0];
  if (!(time instanceof UTCTime || time instanceof GeneralizedTime)) return null;
  const at = time.toDate();
  return Number.isNaN(at.getTime()) ? null : at;
}

/** Digest of the content against the one that was signed, then the signature against the certificate's key. */
async function isIntact(
  signed: SignedData,
  signer: number,
  detached: ArrayBuffer | undefined,
): Promise<boolean | null> {
  const content = signed.encapContentInfo.eContent?.getValue() ?? detached;
  const info = signed.signerInfos[signer];
  if (!content || !info) return null;
  const told = info.signedAttrs?.attributes.find(({ type }) => type === oid.messageDigest)?.values[0];
  if (told instanceof OctetString) {
    const algorithm = digests[info.digestAlgorithm.algorithmId];
    if (!algorithm) return null;
    const digest = createHash(algorithm).update(new Uint8Array(content)).digest();
    if (!digest.equals(Buffer.from(told.getValue()))) return false;
  }
  try {
    return await signed.verify({ signer, data: content, checkChain: false });
  } catch {
    // Of algorithms and attributes that the library does not know it says so by an error.
    return null;
  }
}
