import { FederationFault } from './federation-fault.ts';

/** Fetches a text from somebody of the federation. */
export type FetchDocument = (address: string) => Promise<string>;

const patience = 5_000;
const most = 512 * 1024;
const ownMachine = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * Over HTTPS only, and where the address says: what sends us elsewhere is not believed. `plainHttp` allows HTTP to this
 * very machine, for a federation on the same desk.
 */
export function fetchDocuments({ plainHttp }: { plainHttp: boolean }): FetchDocument {
  return async (address) => {
    const url = safeAddress(address, plainHttp);
    try {
      const response = await fetch(url, {
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
        headers: { accept: 'application/entity-statement+jwt, application/jose, application/jwk-set+json, */*;q=0.1' },
      });
      if (!response.ok) throw new FederationFault(url.origin, `answered ${response.status}`);
      return await shortText(response, url);
    } catch (error) {
      if (error instanceof FederationFault) throw error;
      throw new FederationFault(url.origin, 'does not answer', error);
    }
  };
}

/** @throws FederationFault when nothing may be sent there */
export function safeAddress(address: string, plainHttp: boolean): URL {
  const url = URL.parse(address);
  const safe = url?.protocol === 'https:' || (plainHttp && url?.protocol === 'http:' && ownMachine.has(url.hostname));
  if (url === null || !safe || url.username !== '') throw new FederationFault(address, 'is no address to trust');
  return url;
}

async function shortText(response: Response, url: URL): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > most) throw new FederationFault(url.origin, 'sends too much');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
