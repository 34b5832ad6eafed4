import type { ServiceProvider } from './profile.ts';
import { issuer } from './request.ts';
import { samlInstant, writeSamlInstant } from './saml-time.ts';
import { element } from './write-xml.ts';
import { attribute, isElement, namespaces, onlyChild, parseXml, textOf } from './xml.ts';

/** A provider's wish that somebody be logged out; who sent it is still to be checked. */
export interface LogoutWish {
  readonly root: Element;
  readonly xml: string;
  readonly id: string;
  readonly issuer: string;
}

const goodFor = Temporal.Duration.from({ minutes: 5 });

/** Undefined for anything but a wish to log out, made for this address within the last minutes. */
export function readLogoutWish(
  text: string,
  { sp, now }: { sp: ServiceProvider; now: Temporal.Instant },
): LogoutWish | undefined {
  const parsed = parseXml(text);
  if (!parsed.ok || !isElement(parsed.root, 'protocol', 'LogoutRequest')) return undefined;
  const { root, xml } = parsed;
  const id = attribute(root, 'ID');
  const from = textOf(onlyChild(root, 'assertion', 'Issuer'));
  const issued = samlInstant(attribute(root, 'IssueInstant'));
  if (id === undefined || from === undefined || issued === undefined) return undefined;
  if (attribute(root, 'Version') !== '2.0' || attribute(root, 'Destination') !== sp.logout) return undefined;
  const age = now.since(issued).total('seconds');
  return Math.abs(age) <= goodFor.total('seconds') ? { root, xml, id, issuer: from } : undefined;
}

/** That somebody is logged out here, as an answer to such a wish. */
export function logoutAnswer(
  sp: ServiceProvider,
  { id, wish, destination, now }: { id: string; wish: string; destination: string; now: Temporal.Instant },
): string {
  return element(
    'samlp:LogoutResponse',
    {
      'xmlns:samlp': namespaces.protocol,
      'xmlns:saml': namespaces.assertion,
      ID: id,
      Version: '2.0',
      IssueInstant: writeSamlInstant(now),
      Destination: destination,
      InResponseTo: wish,
    },
    issuer(sp),
    element('samlp:Status', {}, element('samlp:StatusCode', { Value: 'urn:oasis:names:tc:SAML:2.0:status:Success' })),
  ).xml;
}
