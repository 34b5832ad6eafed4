import type { Secrets } from '#platform/secrets.ts';
import { type Language, localText } from '#platform/language.ts';
import type { Missing } from './pre-check.rules.ts';

export function encryptMissing(secrets: Secrets, missing: Missing): Buffer {
  return secrets.encrypt(JSON.stringify(missing));
}

export function decryptMissing(secrets: Secrets, cipher: Buffer | null): Missing | null {
  // Written by us, as a Missing.
  return cipher && (JSON.parse(secrets.decrypt(cipher)) as Missing);
}

/** What is missing, line by line, as the office ticked and wrote it. */
export function missingLines(missing: Missing | null, language: Language): string[] {
  if (missing === null) return [];
  const note = missing.note === null ? [] : localText(missing.note, language).split(/\n+/).filter(Boolean);
  return [...missing.items.map((item) => localText(item, language)), ...note];
}
