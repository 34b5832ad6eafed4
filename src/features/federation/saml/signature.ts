import { X509Certificate } from 'node:crypto';
import type * as NodeSamlXml from '@node-saml/node-saml/lib/xml.js';
import { loadLater } from '#platform/load-later.ts';
import { allElements, attribute, childrenOf, elementsIn, onlyChild, parseXml } from './xml.ts';

const nodeSaml = loadLater<typeof NodeSamlXml>('@node-saml/node-saml/lib/xml.js');

const signatureMethods = new Set(
  ['rsa-sha256', 'rsa-sha384', 'rsa-sha512'].map((name) => `http://www.w3.org/2001/04/xmldsig-more#${name}`),
);
const digestMethods = new Set([
  'http://www.w3.org/2001/04/xmlenc#sha256',
  'http://www.w3.org/2001/04/xmldsig-more#sha384',
  'http://www.w3.org/2001/04/xmlenc#sha512',
]);
const canonical = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';

/**
 * The element as it was signed, read again from the very bytes that the signature covers: nothing outside of them is ever
 * looked at. Undefined when the element carries no good signature of its own by one of the certificates.
 */
export function signedElement(
  document: { root: Element; xml: string },
  element: Element,
  certificates: readonly string[],
): Element | undefined {
  if (!isPlainSignature(element) || !hasOnlyName(document.root, element)) return undefined;
  const strong = certificates.filter(isStrong);
  const signed = verified(document.xml, element, strong);
  const parsed = signed === undefined ? undefined : parseXml(signed);
  if (parsed?.ok !== true) return undefined;
  const { root } = parsed;
  const isSame =
    root.localName === element.localName &&
    root.namespaceURI === element.namespaceURI &&
    attribute(root, 'ID') === attribute(element, 'ID');
  return isSame ? root : undefined;
}

function verified(xml: string, element: Element, certificates: readonly string[]): string | undefined {
  try {
    return nodeSaml().getVerifiedXml(xml, element, [...certificates]) ?? undefined;
  } catch {
    return undefined;
  }
}

/** One signature right below, over just this element, made in the one way that is asked for and carrying nothing else. */
function isPlainSignature(element: Element): boolean {
  const signature = onlyChild(element, 'signature', 'Signature');
  const info = onlyChild(signature, 'signature', 'SignedInfo');
  const reference = onlyChild(info, 'signature', 'Reference');
  const parts = elementsIn(signature).map((part) => part.localName);
  if (signature === undefined || parts.some((part) => !['SignedInfo', 'SignatureValue', 'KeyInfo'].includes(part)))
    return false;
  const transforms = childrenOf(onlyChild(reference, 'signature', 'Transforms'), 'signature', 'Transform');
  const steps = transforms.map((transform) => attribute(transform, 'Algorithm'));
  const id = attribute(element, 'ID');
  return (
    id !== undefined &&
    attribute(reference, 'URI') === `#${id}` &&
    attribute(onlyChild(info, 'signature', 'CanonicalizationMethod'), 'Algorithm') === canonical &&
    signatureMethods.has(attribute(onlyChild(info, 'signature', 'SignatureMethod'), 'Algorithm') ?? '') &&
    digestMethods.has(attribute(onlyChild(reference, 'signature', 'DigestMethod'), 'Algorithm') ?? '') &&
    steps.length === 2 &&
    steps[0] === enveloped &&
    steps[1] === canonical
  );
}

/** Nothing else in the document goes by the name of the element, in whatever letters the attribute is written. */
function hasOnlyName(root: Element, element: Element): boolean {
  const id = attribute(element, 'ID');
  const sameName = allElements(root).filter((one) =>
    ['ID', 'Id', 'id', 'iD', 'xml:id'].some((name) => one.getAttribute(name) === id),
  );
  return id !== undefined && /^[A-Za-z_][\w.-]*$/.test(id) && sameName.length === 1 && sameName[0] === element;
}

function isStrong(certificate: string): boolean {
  try {
    const { publicKey } = new X509Certificate(certificate);
    return publicKey.asymmetricKeyType === 'rsa' && (publicKey.asymmetricKeyDetails?.modulusLength ?? 0) >= 2048;
  } catch {
    return false;
  }
}
