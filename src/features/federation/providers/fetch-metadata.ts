const seconds = 20;
const longest = 4_000_000;

/**
 * The text at an address of the federation: HTTPS, or this machine's own. @throws with a sentence when it cannot be had
 */
export async function fetchMetadata(address: string): Promise<string> {
  const { protocol, hostname } = new URL(address);
  const isHere = ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && isHere)) throw new Error(`${address} is no https address.`);
  const response = await fetch(address, { signal: AbortSignal.timeout(seconds * 1000), redirect: 'error' });
  if (!response.ok) throw new Error(`${address} answers ${response.status}.`);
  const text = await response.text();
  if (text.length > longest) throw new Error(`${address} answers more than metadata can be.`);
  return text;
}
