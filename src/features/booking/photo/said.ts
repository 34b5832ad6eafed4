import type { Secrets } from '#platform/secrets.ts';
import { nothingSaid, type PhotoSaid } from './said.rules.ts';

export function encryptSaid(secrets: Secrets, said: PhotoSaid): Buffer {
  return secrets.encrypt(JSON.stringify(said));
}

export function decryptSaid(secrets: Secrets, cipher: Buffer | null): PhotoSaid {
  if (cipher === null) return nothingSaid;
  // Written by us.
  return { ...nothingSaid, ...(JSON.parse(secrets.decrypt(cipher)) as PhotoSaid) };
}
