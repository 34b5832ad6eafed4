import type { ServiceProvider } from '../service-provider.ts';
import { formats, namespaces, status } from '../xml/names.ts';
import { attribute, childOf, isNamed, readXml, textOf } from '../xml/read.ts';
import { element, instant, newId, written } from '../xml/write.ts';

const window = Temporal.Duration.from({ minutes: 5 });

interface From {
  readonly issuer: string;
  /** undefined: Issuer has no Format here */
  readonly format: string | undefined;
  readonly destination: string;
  readonly now: Temporal.Instant;
}

/** Asks a service provider to end a login. */
export function writeLogoutRequest(from: From, login: { id: string; nameId: string; sessionIndex: string }): string {
  return written(
    element(
      'samlp:LogoutRequest',
      { ...head(from, login.id), Reason: 'urn:oasis:names:tc:SAML:2.0:logout:user' },
      element('saml:Issuer', { Format: from.format }, from.issuer),
      element('saml:NameID', { Format: formats.transient, NameQualifier: from.issuer }, login.nameId),
      element('samlp:SessionIndex', {}, login.sessionIndex),
    ),
  );
}

/** Tells a service provider what came of its wish. */
export function writeLogoutResponse(from: From, answer: { to: string; done: boolean }): string {
  return written(
    element(
      'samlp:LogoutResponse',
      { ...head(from, newId()), InResponseTo: answer.to },
      element('saml:Issuer', { Format: from.format }, from.issuer),
      element(
        'samlp:Status',
        {},
        element('samlp:StatusCode', { Value: status(answer.done ? 'Success' : 'Requester') }),
      ),
    ),
  );
}

export type LogoutMessage =
  | { readonly kind: 'request'; readonly id: string; readonly nameId: string; readonly sessionIndex: string }
  | { readonly kind: 'response'; readonly inResponseTo: string; readonly done: boolean };

/** Reads what a service provider says of a logout; undefined when it is not as the protocol has it. */
export function readLogoutMessage(
  xml: string,
  by: { serviceProvider: ServiceProvider; destination: string; now: Temporal.Instant },
): LogoutMessage | undefined {
  const root = readXml(xml);
  const id = attribute(root, 'ID');
  const issuedAt = attribute(root, 'IssueInstant');
  if (root === undefined || id === undefined || issuedAt === undefined) return undefined;
  if (attribute(root, 'Version') !== '2.0' || attribute(root, 'Destination') !== by.destination) return undefined;
  if (textOf(childOf(root, namespaces.assertion, 'Issuer')) !== by.serviceProvider.entityId) return undefined;
  if (!isNear(issuedAt, by.now)) return undefined;
  if (isNamed(root, namespaces.protocol, 'LogoutRequest')) {
    const nameId = textOf(childOf(root, namespaces.assertion, 'NameID'));
    const sessionIndex = textOf(childOf(root, namespaces.protocol, 'SessionIndex'));
    return nameId && sessionIndex ? { kind: 'request', id, nameId, sessionIndex } : undefined;
  }
  const inResponseTo = attribute(root, 'InResponseTo');
  if (!isNamed(root, namespaces.protocol, 'LogoutResponse') || inResponseTo === undefined) return undefined;
  const outcome = childOf(childOf(root, namespaces.protocol, 'Status'), namespaces.protocol, 'StatusCode');
  return { kind: 'response', inResponseTo, done: attribute(outcome, 'Value') === status('Success') };
}

function head(from: From, id: string) {
  return {
    'xmlns:samlp': namespaces.protocol,
    'xmlns:saml': namespaces.assertion,
    ID: id,
    Version: '2.0',
    IssueInstant: instant(from.now),
    Destination: from.destination,
  };
}

function isNear(written: string, now: Temporal.Instant): boolean {
  try {
    const at = Temporal.Instant.from(written);
    const within = (limit: Temporal.Instant, sign: 1 | -1) => Temporal.Instant.compare(at, limit) * sign <= 0;
    return within(now.add(window), 1) && within(now.subtract(window), -1);
  } catch {
    return false;
  }
}
