import { allElements, attribute, isElement, onlyChild, parseXml, textOf } from './xml.ts';

/** A response that nobody has checked yet: enough to find the request it claims to answer. */
export interface UncheckedResponse {
  readonly root: Element;
  readonly xml: string;
  readonly inResponseTo: string | undefined;
}

export type ReadResponse =
  | ({ ok: true } & UncheckedResponse)
  | { ok: false; fault: 'doctype' | 'not-xml' | 'not-a-response' };

const longest = 1_000_000;

/** Unpacks what a provider sent by way of the browser. */
export function readResponse(packed: string): ReadResponse {
  if (packed.length > longest || !/^[A-Za-z0-9+/=\s]+$/.test(packed)) return { ok: false, fault: 'not-xml' };
  const parsed = parseXml(Buffer.from(packed, 'base64').toString('utf8'));
  if (!parsed.ok) return { ok: false, fault: parsed.reason };
  const { root, xml } = parsed;
  if (!isElement(root, 'protocol', 'Response')) return { ok: false, fault: 'not-a-response' };
  return { ok: true, root, xml, inResponseTo: attribute(root, 'InResponseTo') };
}

/** Why a provider did not log somebody in, by the numbers of the federation's rules. */
export type ProviderError = 19 | 20 | 21 | 22 | 23 | 25 | 30;

const errors: readonly ProviderError[] = [19, 20, 21, 22, 23, 25, 30];
const success = 'urn:oasis:names:tc:SAML:2.0:status:Success';
const failures = /^urn:oasis:names:tc:SAML:2\.0:status:(Requester|Responder|VersionMismatch)$/;

export type ResponseStatus =
  | { what: 'success' }
  | { what: 'error'; error: ProviderError | undefined }
  | { what: 'none' };

/** What a provider says became of it. */
export function statusOf(root: Element): ResponseStatus {
  const status = onlyChild(root, 'protocol', 'Status');
  const code = attribute(onlyChild(status, 'protocol', 'StatusCode'), 'Value');
  if (code === success) return { what: 'success' };
  if (code === undefined || !failures.test(code)) return { what: 'none' };
  const message = textOf(onlyChild(status, 'protocol', 'StatusMessage'));
  const number = /^ErrorCode nr(\d{2})$/i.exec(message ?? '')?.[1];
  return { what: 'error', error: errors.find((error) => String(error) === number) };
}

/** The one assertion, right below the response. Undefined when there are others anywhere, or a hidden one. */
export function onlyAssertion(root: Element): Element | undefined {
  const named = allElements(root).filter((one) => /^(Encrypted)?Assertion$/i.test(one.localName));
  const assertion = onlyChild(root, 'assertion', 'Assertion');
  return named.length === 1 && named[0] === assertion ? assertion : undefined;
}
