import { nameFormats } from './request.ts';
import type { IssuerFormat, ServiceProvider } from './profile.ts';
import { hasBegun, isIssuedBetween, isNotOver, samlInstant } from './saml-time.ts';
import { attribute, childrenOf, elementsIn, hasAttribute, onlyChild, textOf } from './xml.ts';

/** What an answer is measured against: our question, as we kept it. */
export interface AskedLogin {
  readonly sp: ServiceProvider;
  readonly requestId: string;
  readonly provider: string;
  readonly requestedAt: Temporal.Instant;
  readonly now: Temporal.Instant;
}

export type MessageFault = 'id' | 'version' | 'issue-instant' | 'issuer' | 'issuer-format';

export type AssertionFault =
  | MessageFault
  | 'subject'
  | 'name-id'
  | 'name-id-format'
  | 'name-qualifier'
  | 'confirmation'
  | 'confirmation-method'
  | 'recipient'
  | 'confirmation-in-response-to'
  | 'confirmation-not-on-or-after'
  | 'conditions'
  | 'not-before'
  | 'not-on-or-after'
  | 'audience';

/** What is asked of a response and of an assertion alike. */
export function messageFault(message: Element, asked: AskedLogin, format: IssuerFormat): MessageFault | undefined {
  if (attribute(message, 'ID') === undefined) return 'id';
  if (attribute(message, 'Version') !== '2.0') return 'version';
  const issued = samlInstant(attribute(message, 'IssueInstant'));
  if (!isIssuedBetween(issued, { request: asked.requestedAt, now: asked.now })) return 'issue-instant';
  const issuer = onlyChild(message, 'assertion', 'Issuer');
  if (textOf(issuer) !== asked.provider) return 'issuer';
  return isFormat(issuer, format) ? undefined : 'issuer-format';
}

/** The first thing wrong with who and when an assertion is for; it is signed already. */
export function assertionFault(assertion: Element, asked: AskedLogin): AssertionFault | undefined {
  return (
    messageFault(assertion, asked, asked.sp.profile.issuerFormat.assertion) ??
    subjectFault(assertion, asked) ??
    conditionsFault(assertion, asked)
  );
}

function isFormat(issuer: Element | undefined, wanted: IssuerFormat): boolean {
  if (wanted === 'any' || attribute(issuer, 'Format') === nameFormats.entity) return true;
  return wanted === 'entity-or-absent' && !hasAttribute(issuer, 'Format');
}

function subjectFault(assertion: Element, { sp, requestId, now }: AskedLogin): AssertionFault | undefined {
  const subject = onlyChild(assertion, 'assertion', 'Subject');
  if (subject === undefined) return 'subject';
  const name = onlyChild(subject, 'assertion', 'NameID');
  if (textOf(name) === undefined) return 'name-id';
  if (attribute(name, 'Format') !== nameFormats.transient) return 'name-id-format';
  if (sp.profile.nameQualifier && attribute(name, 'NameQualifier') === undefined) return 'name-qualifier';
  const confirmation = onlyChild(subject, 'assertion', 'SubjectConfirmation');
  if (confirmation === undefined) return 'confirmation';
  if (attribute(confirmation, 'Method') !== 'urn:oasis:names:tc:SAML:2.0:cm:bearer') return 'confirmation-method';
  const data = onlyChild(confirmation, 'assertion', 'SubjectConfirmationData');
  if (data === undefined) return 'confirmation';
  if (attribute(data, 'Recipient') !== sp.acs) return 'recipient';
  if (attribute(data, 'InResponseTo') !== requestId) return 'confirmation-in-response-to';
  if (!isNotOver(samlInstant(attribute(data, 'NotOnOrAfter')), now)) return 'confirmation-not-on-or-after';
  if (hasAttribute(data, 'NotBefore') && !hasBegun(samlInstant(attribute(data, 'NotBefore')), now)) return 'not-before';
  return undefined;
}

function conditionsFault(assertion: Element, { sp, now }: AskedLogin): AssertionFault | undefined {
  const conditions = onlyChild(assertion, 'assertion', 'Conditions');
  if (conditions === undefined) return 'conditions';
  if (!hasBegun(samlInstant(attribute(conditions, 'NotBefore')), now)) return 'not-before';
  if (!isNotOver(samlInstant(attribute(conditions, 'NotOnOrAfter')), now)) return 'not-on-or-after';
  // A condition that we do not know of cannot be met.
  const known = ['AudienceRestriction', 'OneTimeUse', 'ProxyRestriction'];
  if (elementsIn(conditions).some((one) => !known.includes(one.localName))) return 'conditions';
  const restrictions = childrenOf(conditions, 'assertion', 'AudienceRestriction');
  const forUs = (restriction: Element) =>
    childrenOf(restriction, 'assertion', 'Audience').some((audience) => textOf(audience) === sp.entityId);
  return restrictions.length > 0 && restrictions.every(forUs) ? undefined : 'audience';
}
