export type Licence = { name: string; version: string; licence: string | null; isAccepted: boolean };
export function licences(): Licence[];
export function needlessExceptions(): string[];
