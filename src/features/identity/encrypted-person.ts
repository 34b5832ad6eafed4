import type { Secrets } from '#platform/secrets.ts';

/** A codice fiscale as columns: encrypted, and hashed with a key so that it can be searched. */
export function codiceFiscaleColumns(secrets: Secrets, code: string | undefined) {
  if (code === undefined) return { codice_fiscale_cipher: null, codice_fiscale_key: null };
  return { codice_fiscale_cipher: secrets.encrypt(code), codice_fiscale_key: secrets.hash('codice-fiscale', code) };
}
