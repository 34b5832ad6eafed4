export function telephoneLink(phone: string): string {
  return `tel:${phone.replace(/[^+\d]/g, '')}`;
}

/** An address typed by an office: only the web's own schemes become a link. */
export function webAddress(typed: string): { href: string; label: string } | undefined {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) return undefined;
  const { href } = new URL(address);
  return { href, label: href.replace(/^https?:\/\//, '').replace(/\/$/, '') };
}
