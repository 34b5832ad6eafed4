import type { Secrets } from '#platform/secrets.ts';
import type { PhotoWhy } from './decision.rules.ts';

export function encryptWhy(secrets: Secrets, why: PhotoWhy): Buffer {
  return secrets.encrypt(JSON.stringify(why));
}

/** Nothing where none was given. */
export function decryptWhy(secrets: Secrets, cipher: Buffer | null): PhotoWhy {
  // Written by us, as a PhotoWhy.
  return cipher === null ? { reasons: [], words: null } : (JSON.parse(secrets.decrypt(cipher)) as PhotoWhy);
}
