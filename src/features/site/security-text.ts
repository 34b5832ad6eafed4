import type { SiteOwner } from './owner.ts';

/** A file that was read long ago must not be believed: it runs out half a year after it is asked for. */
const goodFor = Temporal.Duration.from({ hours: 180 * 24 });

/** `/.well-known/security.txt` after RFC 9116; undefined when nobody is named to write to. */
export function securityText(request: {
  owner: Pick<SiteOwner, 'securityContact'>;
  /** of the settings, for as long as the site's own page names nobody */
  fallback: string | undefined;
  publicUrl: string;
  now: Temporal.Instant;
}): string | undefined {
  const contact = request.owner.securityContact ?? request.fallback;
  if (contact === undefined) return undefined;
  const day = request.now.add(goodFor).toZonedDateTimeISO('UTC').toPlainDate();
  return [
    `Contact: ${contact.includes('@') && !contact.includes(':') ? `mailto:${contact}` : contact}`,
    `Expires: ${day.toString()}T00:00:00Z`,
    'Preferred-Languages: it, en',
    `Canonical: ${request.publicUrl}/.well-known/security.txt`,
    '',
  ].join('\n');
}
