/**
 * Whose line a request comes by, for wide limits: an IPv4 address, or the /56 of an IPv6 address, since one customer has
 * at least that. Undefined for this machine: a proxy on it that the settings do not name brings everybody's requests.
 */
export function networkOf(ip: string): string | undefined {
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (v4 !== undefined) return v4.startsWith('127.') ? undefined : v4;
  if (ip === '::1') return undefined;
  const [head = '', tail = ''] = (ip.split('%')[0] ?? '').split('::');
  const first = head.split(':').filter(Boolean);
  const last = tail.split(':').filter(Boolean);
  const zeros = ip.includes('::') ? Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0') : [];
  const [a = '0', b = '0', c = '0', d = '0'] = [...first, ...zeros, ...last];
  const prefix = [a, b, c].map((group) => Number.parseInt(group, 16).toString(16));
  return `${prefix.join(':')}:${(Number.parseInt(d, 16) >> 8).toString(16)}/56`;
}
