/** Follows somebody's browser through the provider, with its cookies, until it is sent back; answers with that address. */
export async function walkThroughProvider(start: string, issuer: string): Promise<string> {
  const cookies = new Map<string, string>();
  let address = start;
  for (let step = 0; step < 12; step += 1) {
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`the provider shows a page (${response.status}): ${await response.text()}`);
    const next = new URL(location, address);
    if (next.origin !== issuer) return next.href;
    address = next.href;
  }
  throw new Error('the provider sends people round in a circle');
}
