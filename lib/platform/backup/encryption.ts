import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scrypt } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { Transform } from "node:stream";
import { Decrypter, Encrypter, type Identity, type Recipient, Stanza } from "age-encryption";
import { BackupError } from "@/lib/platform/backup/format";

// The format is that of age (age-encryption.org/v1), so that `age --decrypt` opens an archive without the portal. The
// library writes and checks the header; the passphrase and the body go through Node's own scrypt and ChaCha20-Poly1305,
// which are several times as fast as the library's and leave the event loop free.
const magic = "age-encryption.org/v1\n";
const cipher = "chacha20-poly1305";
const pieceBytes = 64 * 1024;
const tagBytes = 16;
const nonceBytes = 16;
const headerLimit = 4096;
/** scrypt works through 2^18 blocks of 1 kB: a second of one core and 256 MB for each guess at the passphrase. */
const workFactor = 18;

/** A key for the body of one archive, and what stands before that body. */
export interface SealedKey {
  key: Buffer;
  /** header and nonce, as they stand at the beginning of the file */
  preamble: Buffer;
}

/** Makes a key that only the passphrase opens. */
export async function newKey(passphrase: string): Promise<SealedKey> {
  let fileKey: Uint8Array = new Uint8Array();
  const recipient: Recipient = {
    async wrapFileKey(made) {
      fileKey = made;
      const salt = randomBytes(16);
      const body = seal(await stretch(passphrase, salt), Buffer.alloc(12), made);
      return [new Stanza(["scrypt", withoutPadding(salt), String(workFactor)], body)];
    },
  };
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const empty = Buffer.from(await encrypter.encrypt(new Uint8Array()));
  const header = empty.subarray(0, empty.length - nonceBytes - tagBytes);
  const nonce = randomBytes(nonceBytes);
  return { key: bodyKey(fileKey, nonce), preamble: Buffer.concat([header, nonce]) };
}

/**
 * Opens the key of an encrypted archive; null when the archive is not encrypted.
 * @throws BackupError without a passphrase, with a wrong one, or when the header is damaged
 */
export async function readKey(file: string, passphrase: string | undefined): Promise<SealedKey | null> {
  const beginning = await readBeginning(file);
  if (!beginning.toString("latin1").startsWith(magic)) return null;
  if (!passphrase) {
    throw new BackupError("The archive is encrypted: give BACKUP_PASSPHRASE, or --passphrase-file.");
  }
  const mac = beginning.indexOf("\n--- ");
  const end = beginning.indexOf("\n", mac + 1) + 1;
  if (mac < 0 || end === 0 || beginning.length < end + nonceBytes) {
    throw new BackupError("The archive is damaged or was cut in its first lines.");
  }
  const preamble = beginning.subarray(0, end + nonceBytes);
  const fileKey = await openHeader(preamble.subarray(0, end), passphrase);
  return { key: bodyKey(fileKey, preamble.subarray(end)), preamble };
}

async function readBeginning(file: string): Promise<Buffer> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, "r");
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headerLimit), 0, headerLimit, 0);
    return buffer.subarray(0, bytesRead);
  } catch (cause) {
    throw new BackupError(`${file} cannot be read: ${(cause as Error).message}`, { cause });
  } finally {
    await handle?.close();
  }
}

async function openHeader(header: Buffer, passphrase: string): Promise<Uint8Array> {
  const identity: Identity = {
    async unwrapFileKey([stanza, ...more]) {
      const [kind, salt = "", factor] = stanza?.args ?? [];
      if (!stanza || more.length > 0 || kind !== "scrypt" || factor !== String(workFactor)) return null;
      const key = await stretch(passphrase, Buffer.from(salt, "base64"));
      return unseal(key, Buffer.alloc(12), Buffer.from(stanza.body));
    },
  };
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return await decrypter.decryptHeader(header);
  } catch (cause) {
    throw new BackupError("The passphrase does not open the archive, or its first lines are damaged.", {
      cause,
    });
  }
}

function stretch(passphrase: string, salt: Buffer): Promise<Buffer> {
  const cost = { N: 2 ** workFactor, r: 8, p: 1, maxmem: 2 ** (workFactor + 11) };
  const salted = Buffer.concat([Buffer.from("age-encryption.org/v1/scrypt"), salt]);
  return new Promise((resolve, reject) => {
    scrypt(passphrase, salted, 32, cost, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

function withoutPadding(bytes: Buffer): string {
  return bytes.toString("base64").replace(/=+$/, "");
}

function bodyKey(fileKey: Uint8Array, nonce: Buffer): Buffer {
  return Buffer.from(hkdfSync("sha256", fileKey, nonce, "payload", 32));
}

function seal(key: Buffer, nonce: Buffer, text: Uint8Array): Buffer {
  const encrypter = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes });
  const body = encrypter.update(text);
  encrypter.final();
  return Buffer.concat([body, encrypter.getAuthTag()]);
}

function unseal(key: Buffer, nonce: Buffer, sealed: Buffer): Buffer {
  const decrypter = createDecipheriv(cipher, key, nonce, { authTagLength: tagBytes });
  decrypter.setAuthTag(sealed.subarray(-tagBytes));
  const text = decrypter.update(sealed.subarray(0, -tagBytes));
  decrypter.final();
  return text;
}

/** Encrypts a body piece by piece; the last piece is marked, so that a cut shows. */
export function encrypting(key: Buffer): Transform {
  return inPieces(pieceBytes, (piece, nonce) => seal(key, nonce, piece));
}

/** Decrypts a body. Ends in a BackupError at the first piece that was changed, moved or cut. */
export function decrypting(key: Buffer): Transform {
  return inPieces(pieceBytes + tagBytes, (piece, nonce) => {
    try {
      return unseal(key, nonce, piece);
    } catch (cause) {
      throw new BackupError("The archive is damaged or was cut.", { cause });
    }
  });
}

/** Cuts a stream into pieces of one size (the last may be shorter), each with a nonce of its own. */
function inPieces(size: number, convert: (piece: Buffer, nonce: Buffer) => Buffer): Transform {
  const nonce = Buffer.alloc(12);
  let waiting = Buffer.alloc(0);
  const next = (piece: Buffer, isLast: boolean) => {
    nonce[11] = isLast ? 1 : 0;
    const converted = convert(piece, nonce);
    for (let index = 10; index >= 0; index -= 1) {
      nonce[index] = ((nonce[index] ?? 0) + 1) % 256;
      if (nonce[index] !== 0) break;
    }
    return converted;
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        waiting = Buffer.concat([waiting, chunk]);
        // A full piece waits until it is known not to be the last.
        while (waiting.length > size) {
          this.push(next(waiting.subarray(0, size), false));
          waiting = waiting.subarray(size);
        }
        done();
      } catch (error) {
        done(error as Error);
      }
    },
    flush(done) {
      try {
        done(null, next(waiting, true));
      } catch (error) {
        done(error as Error);
      }
    },
  });
}
