import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { BackupError } from "@/lib/platform/backup/format";
import { env } from "@/lib/platform/env";

/** What `npm run backup` and `npm run restore` were given. */
export interface ArchiveArguments {
  file: string;
  passphrase: string | undefined;
  replace: boolean;
}

/**
 * Reads the command line. The passphrase comes from the settings or a file: a command line is seen by everybody on the
 * machine. @throws BackupError saying how the command is written
 */
export function archiveArguments(usage: string): ArchiveArguments {
  const read = () => {
    try {
      return parseArgs({
        allowPositionals: true,
        options: { "passphrase-file": { type: "string" }, replace: { type: "boolean", default: false } },
      });
    } catch {
      throw new BackupError(usage);
    }
  };
  const { values, positionals } = read();
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new BackupError(usage);
  const passphraseFile = values["passphrase-file"];
  const passphrase = passphraseFile ? passphraseIn(passphraseFile) : env().BACKUP_PASSPHRASE;
  return { file, passphrase, replace: values.replace };
}

function passphraseIn(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, "utf8").trim();
  } catch (cause) {
    throw new BackupError(`The passphrase cannot be read: ${(cause as Error).message}`, { cause });
  }
  if (text.length < 12) throw new BackupError(`The passphrase in ${file} needs at least 12 characters.`);
  return text;
}

/** Says what went wrong: our own refusals in one line, anything else with its place. */
export function tellFailure(error: unknown): void {
  const isPlain = error instanceof BackupError || (error as Error).name === "AbortError";
  console.error(isPlain ? (error as Error).message : error);
}
