import { type AskedLogin, type AssertionFault, assertionFault, messageFault } from './assertion.rules.ts';
import { type AttributeSet, attributeSet, type Level } from './profile.ts';
import type { SamlProvider } from './provider.ts';
import { onlyAssertion, type ProviderError, statusOf, type UncheckedResponse } from './read-response.ts';
import { signedElement } from './signature.ts';
import { provedAttributes, provedLevel, type StatementFault } from './statements.ts';
import { attribute, childrenOf } from './xml.ts';

/** What is wrong with a response; for the log, never for a page. */
export type ResponseFault =
  | AssertionFault
  | StatementFault
  | 'in-response-to'
  | 'destination'
  | 'status'
  | 'response-signature'
  | 'assertion-count'
  | 'assertion-signature';

export type CheckedResponse =
  | { ok: true; level: Level; attributes: ReadonlyMap<string, string>; set: AttributeSet }
  /** the provider says that it did not log the person in, and why, where the rules have a number for it */
  | { ok: false; fault: 'provider-error'; error: ProviderError | undefined }
  | { ok: false; fault: ResponseFault };

/** The question as it was kept: who was asked, when, and for what. */
export interface KeptRequest {
  readonly requestId: string;
  readonly requestedAt: Temporal.Instant;
  readonly level: Level;
  readonly set: number;
}

/**
 * Everything the rules ask of a response to this one request. What it says is taken from the signed bytes of its only
 * assertion; that the request is used once, and by this browser, is up to the caller.
 */
export function checkResponse(
  response: UncheckedResponse,
  { provider, request, ...rest }: Pick<AskedLogin, 'sp' | 'now'> & { provider: SamlProvider; request: KeptRequest },
): CheckedResponse {
  const { sp, now } = rest;
  const { profile } = sp;
  const { requestId, requestedAt } = request;
  const asked: AskedLogin = { sp, now, requestId, requestedAt, provider: provider.entityId };
  const { root } = response;
  if (response.inResponseTo !== requestId) return { ok: false, fault: 'in-response-to' };
  if (attribute(root, 'Destination') !== sp.acs) return { ok: false, fault: 'destination' };
  const fault = messageFault(root, asked, profile.issuerFormat.response);
  if (fault !== undefined) return { ok: false, fault };
  if (childrenOf(root, 'signature', 'Signature').length > 0 && !isSigned(response, root, provider)) {
    return { ok: false, fault: 'response-signature' };
  }
  const status = statusOf(root);
  if (status.what === 'error') return { ok: false, fault: 'provider-error', error: status.error };
  if (status.what === 'none') return { ok: false, fault: 'status' };
  const sent = onlyAssertion(root);
  if (sent === undefined) return { ok: false, fault: 'assertion-count' };
  const assertion = signedElement(response, sent, provider.certificates);
  if (assertion === undefined) return { ok: false, fault: 'assertion-signature' };
  const wrong = assertionFault(assertion, asked);
  if (wrong !== undefined) return { ok: false, fault: wrong };
  const proved = provedLevel(assertion, { profile, asked: request.level });
  if (!proved.ok) return proved;
  const set = attributeSet(profile, request.set);
  const attributes = provedAttributes(assertion, set);
  return attributes === undefined
    ? { ok: false, fault: 'attributes' }
    : { ok: true, level: proved.level, attributes, set };
}

function isSigned(response: UncheckedResponse, root: Element, { certificates }: SamlProvider): boolean {
  return signedElement(response, root, certificates) !== undefined;
}
