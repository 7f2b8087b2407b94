const every = 5_000;

/** Tells how far a long work has come: a line every five seconds, none for a short one. */
export type Progress = (line: () => string) => void;

/** @param tell where the lines go */
export function progressTo(tell: (line: string) => void): Progress {
  let last = Date.now();
  return (line) => {
    if (Date.now() - last < every) return;
    last = Date.now();
    tell(line());
  };
}

/** Bytes as a person reads them. */
export function readableBytes(bytes: number): string {
  if (bytes < 1e6) return `${Math.ceil(bytes / 1e3)} kB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
}
