import { cleanFileName, endingOf } from "@/lib/platform/storage/file-name";

/** Bytes of a folder's name and of a file's: four folders and a file stay below the 260 signs of a path in Windows. */
const most = { folder: 40, file: 96 };

/** What one of the systems on which an archive is unpacked bears in no name. */
const forbidden = /[<>:"|?*/\\]/g;
/** Names that Windows keeps for devices, whatever they end in. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=$|[. ])/i;

/** What a spreadsheet takes for a formula: the index would have to write the path otherwise than it is. */
const formula = /^[=+@\uff1d\uff0b\uff0d\uff20-]/;

/** A file's name with words put before its extension: "relazione.pdf.p7m" becomes "relazione, versione 2.pdf.p7m". */
export function withWords(filename: string, words: string): string {
  const ending = endingOf(filename);
  return `${filename.slice(0, filename.length - ending.length)}${words}${ending}`;
}

/**
 * Gives each file of an archive its path: below its folders, never above the top, in names that every system bears, and
 * unlike all paths given before, also where upper and lower case are one.
 */
export function pathGiver(): (folders: readonly string[], filename: string) => string {
  const taken = new Map<string, "file" | "folder">();
  const numbers = new Map<string, number>();

  function folder(parent: string, name: string): string {
    let path = parent + inBundle(name, most.folder);
    while (taken.get(keyOf(path)) === "file") path += "_";
    taken.set(keyOf(path), "folder");
    return `${path}/`;
  }

  return (folders, filename) => {
    const parent = folders.reduce(folder, "");
    const wanted = parent + inBundle(filename, most.file);
    const key = keyOf(wanted);
    let path = wanted;
    let number = numbers.get(key) ?? 1;
    while (taken.has(keyOf(path))) {
      number += 1;
      path = withWords(wanted, ` (${number})`);
    }
    numbers.set(key, number);
    taken.set(keyOf(path), "file");
    return path;
  };
}

const keyOf = (path: string) => path.normalize("NFC").toLowerCase();

function inBundle(name: string, bytes: number): string {
  const clean = cleanFileName(name.replace(forbidden, "-")).replace(devices, "_$&").replace(formula, "_");
  const ending = endingOf(clean);
  const stem = clean.slice(0, clean.length - ending.length);
  return cut(stem, bytes - Buffer.byteLength(ending)) + ending;
}

// A file system counts bytes, and a sign has up to four.
function cut(text: string, bytes: number): string {
  let kept = "";
  let left = bytes;
  for (const sign of text) {
    left -= Buffer.byteLength(sign);
    if (left < 0) return kept.replace(/[ .]+$/, "") || "_";
    kept += sign;
  }
  return kept;
}
