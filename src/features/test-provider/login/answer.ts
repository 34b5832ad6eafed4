import type { ProviderKey } from '../key.ts';
import { addressesOf, type Profile } from '../profiles.ts';
import { attributeValue, type IdentityHolder } from '../people.ts';
import { formats, levelClass, namespaces, status } from '../xml/names.ts';
import { type Digest, signElement } from '../xml/sign.ts';
import { type Element, element, instant, newId, written } from '../xml/write.ts';
import type { AskedLogin } from './authn-request.rules.ts';
import type { Deps } from '#platform/deps.ts';

/** How long an answer is good for. */
const goodFor = Temporal.Duration.from({ minutes: 5 });

/** Everything an answer says, before it is written and signed: what a faulty answer changes. */
export interface Answer {
  readonly responseId: string;
  readonly assertionId: string;
  /** of the request; undefined: the answer says of no request */
  readonly inResponseTo: string | undefined;
  readonly destination: string;
  readonly audience: string;
  readonly issuer: string;
  /** of the Issuer of the response and of the assertion */
  readonly issuerFormats: { readonly response: string | undefined; readonly assertion: string | undefined };
  readonly issuedAt: string;
  readonly notBefore: string;
  readonly notOnOrAfter: string;
  readonly level: 1 | 2 | 3;
  readonly nameId: string;
  readonly nameIdFormat: string;
  readonly sessionIndex: string;
  readonly attributes: readonly { readonly name: string; readonly type: string; readonly value: string }[];
  readonly signs: { readonly assertion: boolean; readonly response: boolean; readonly digest: Digest };
}

/** The answer that lets somebody in. */
export function answerFor(
  deps: Pick<Deps, 'config'>,
  request: {
    profile: Profile;
    asked: AskedLogin;
    holder: IdentityHolder;
    audience: string;
    now: Temporal.Instant;
  },
): Answer {
  const { profile, asked, holder, now } = request;
  const format = profile.issuerFormat ? formats.entity : undefined;
  return {
    responseId: newId(),
    assertionId: newId(),
    inResponseTo: asked.id,
    destination: asked.consumer,
    audience: request.audience,
    issuer: addressesOf(deps, profile).entityId,
    issuerFormats: { response: format, assertion: format },
    issuedAt: instant(now),
    notBefore: instant(now),
    notOnOrAfter: instant(now.add(goodFor)),
    level: profile.level ?? asked.level,
    nameId: newId(),
    nameIdFormat: formats.transient,
    sessionIndex: newId(),
    attributes: asked.attributes.flatMap((name) => {
      const known = attributeValue(holder, name);
      return known === undefined ? [] : [{ name, ...known }];
    }),
    signs: { assertion: true, response: true, digest: 'sha256' },
  };
}

/** The answer as XML, signed where it says so. */
export function writeAnswer(answer: Answer, key: ProviderKey): string {
  const { signs } = answer;
  const head = responseHead(answer, answer.issuerFormats.response);
  const ok = element('samlp:Status', {}, element('samlp:StatusCode', { Value: status('Success') }));
  const plain = written(element('samlp:Response', head.attributes, head.issuer, ok, assertionOf(answer)));
  const digest = signs.digest;
  const assertion = `/*/*[local-name()='Assertion']`;
  const inside = signs.assertion ? signElement(plain, { key, path: assertion, digest }) : plain;
  return signs.response ? signElement(inside, { key, path: '/*', digest }) : inside;
}

/** An answer that lets nobody in, with one of the codes of the federation's table of messages, or without any. */
export function writeRefusal(
  deps: Pick<Deps, 'config'>,
  request: {
    profile: Profile;
    asked: Pick<AskedLogin, 'id' | 'consumer'>;
    code: string | undefined;
    key: ProviderKey;
    now: Temporal.Instant;
  },
): string {
  const { profile, asked, code, key, now } = request;
  const head = responseHead(
    {
      responseId: newId(),
      issuedAt: instant(now),
      destination: asked.consumer,
      inResponseTo: asked.id,
      issuer: addressesOf(deps, profile).entityId,
    },
    profile.issuerFormat ? formats.entity : undefined,
  );
  const outer = status(code === undefined ? 'Requester' : 'Responder');
  const inner = code === undefined ? undefined : element('samlp:StatusCode', { Value: status('AuthnFailed') });
  const refusal = element(
    'samlp:Status',
    {},
    element('samlp:StatusCode', { Value: outer }, inner),
    code === undefined ? undefined : element('samlp:StatusMessage', {}, `ErrorCode ${code}`),
  );
  return signElement(written(element('samlp:Response', head.attributes, head.issuer, refusal)), { key, path: '/*' });
}

function responseHead(
  answer: Pick<Answer, 'responseId' | 'issuedAt' | 'destination' | 'inResponseTo' | 'issuer'>,
  format: string | undefined,
) {
  return {
    attributes: {
      'xmlns:samlp': namespaces.protocol,
      'xmlns:saml': namespaces.assertion,
      ID: answer.responseId,
      Version: '2.0',
      IssueInstant: answer.issuedAt,
      Destination: answer.destination,
      InResponseTo: answer.inResponseTo,
    },
    issuer: element('saml:Issuer', { Format: format }, answer.issuer),
  };
}

export function assertionOf(answer: Answer): Element {
  const { issuer, issuedAt, notBefore, notOnOrAfter } = answer;
  return element(
    'saml:Assertion',
    {
      'xmlns:saml': namespaces.assertion,
      'xmlns:xs': namespaces.schema,
      'xmlns:xsi': namespaces.instance,
      ID: answer.assertionId,
      Version: '2.0',
      IssueInstant: issuedAt,
    },
    element('saml:Issuer', { Format: answer.issuerFormats.assertion }, issuer),
    element(
      'saml:Subject',
      {},
      element('saml:NameID', { Format: answer.nameIdFormat, NameQualifier: issuer }, answer.nameId),
      element(
        'saml:SubjectConfirmation',
        { Method: 'urn:oasis:names:tc:SAML:2.0:cm:bearer' },
        element('saml:SubjectConfirmationData', {
          Recipient: answer.destination,
          NotOnOrAfter: notOnOrAfter,
          InResponseTo: answer.inResponseTo,
        }),
      ),
    ),
    element(
      'saml:Conditions',
      { NotBefore: notBefore, NotOnOrAfter: notOnOrAfter },
      element('saml:AudienceRestriction', {}, element('saml:Audience', {}, answer.audience)),
    ),
    element(
      'saml:AuthnStatement',
      { AuthnInstant: issuedAt, SessionIndex: answer.sessionIndex },
      element('saml:AuthnContext', {}, element('saml:AuthnContextClassRef', {}, levelClass(answer.level))),
    ),
    answer.attributes.length === 0
      ? undefined
      : element(
          'saml:AttributeStatement',
          {},
          ...answer.attributes.map(({ name, type, value }) =>
            element(
              'saml:Attribute',
              { Name: name, NameFormat: formats.basic },
              element('saml:AttributeValue', { 'xsi:type': type }, value),
            ),
          ),
        ),
  );
}
