export function hashOf(paths: string[], options?: { except?: string[]; also?: string[] }): string;
export function readStamp(path: string): string | null;
export function writeStamp(path: string, value: string): void;
