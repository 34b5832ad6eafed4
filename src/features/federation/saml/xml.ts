import type * as XmlDom from '@xmldom/xmldom';
import { loadLater } from '#platform/load-later.ts';

const xmlDom = loadLater<typeof XmlDom>('@xmldom/xmldom');

export const namespaces = {
  protocol: 'urn:oasis:names:tc:SAML:2.0:protocol',
  assertion: 'urn:oasis:names:tc:SAML:2.0:assertion',
  metadata: 'urn:oasis:names:tc:SAML:2.0:metadata',
  signature: 'http://www.w3.org/2000/09/xmldsig#',
} as const;

export type Namespace = keyof typeof namespaces;

/** Larger than any message of a provider; the list of all providers of a federation is some hundred kilobytes. */
const longest = 4_000_000;

/** Messages and metadata have a dozen floors; thousands are there to exhaust whoever reads them. */
const deepest = 100;

export type ParsedXml = { ok: true; root: Element; xml: string } | { ok: false; reason: 'doctype' | 'not-xml' };

/**
 * Reads a document that came from outside. One with a document type is refused unread: entities are an attack here and
 * nothing else. What the parser would only warn of is refused too, since two readers could understand it differently.
 */
export function parseXml(text: string): ParsedXml {
  // Line ends as a reader of XML makes them: signatures are over the text after that.
  const xml = text.trim().replace(/\r\n?/g, '\n');
  if (/<!(doctype|entity)/i.test(xml)) return { ok: false, reason: 'doctype' };
  if (xml.length > longest || !xml.startsWith('<') || xml.includes('\0')) return { ok: false, reason: 'not-xml' };
  let faulty = false;
  const fault = () => {
    faulty = true;
  };
  try {
    const errorHandler = { warning: fault, error: fault, fatalError: fault };
    const document = new (xmlDom().DOMParser)({ errorHandler, locator: {} }).parseFromString(xml, 'text/xml');
    // The types promise a root; a document of blanks has none.
    const root = document.documentElement as Element | null;
    return faulty || root === null || rootsOf(document) > 1 || isTooDeep(root)
      ? { ok: false, reason: 'not-xml' }
      : { ok: true, root, xml };
  } catch {
    return { ok: false, reason: 'not-xml' };
  }
}

/** Whether an element is the named one of a namespace. */
export function isElement(node: Node | null | undefined, namespace: Namespace, name: string): boolean {
  if (node?.nodeType !== 1) return false;
  const element = node as Element;
  return element.namespaceURI === namespaces[namespace] && element.localName === name;
}

/** The elements right below, of one name. */
export function childrenOf(parent: Element | undefined, namespace: Namespace, name: string): Element[] {
  return elementsIn(parent).filter((child) => isElement(child, namespace, name));
}

/** The element right below when there is exactly one of the name. */
export function onlyChild(parent: Element | undefined, namespace: Namespace, name: string): Element | undefined {
  const [first, ...others] = childrenOf(parent, namespace, name);
  return others.length === 0 ? first : undefined;
}

/** All elements right below. */
export function elementsIn(parent: Element | undefined): Element[] {
  return parent === undefined ? [] : nodesIn(parent).filter((node): node is Element => node.nodeType === 1);
}

/** The element and all elements below it. */
export function allElements(root: Element): Element[] {
  return [root, ...elementsIn(root).flatMap(allElements)];
}

/** The value of an attribute without a namespace; undefined when it is missing or empty. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.getAttribute(name) || undefined;
}

/** Whether the attribute is written at all, even as an empty text. */
export function hasAttribute(element: Element | undefined, name: string): boolean {
  return element?.hasAttribute(name) ?? false;
}

/** The text of an element, without blanks around it; undefined when there is none, or elements stand in it. */
export function textOf(element: Element | undefined): string | undefined {
  if (element === undefined || elementsIn(element).length > 0) return undefined;
  return element.textContent?.trim() || undefined;
}

function nodesIn(parent: Node): Node[] {
  const nodes: Node[] = [];
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) nodes.push(node);
  return nodes;
}

/** Looked at floor by floor: what is too deep for a function that calls itself is just what is looked for. */
function isTooDeep(root: Element): boolean {
  let floor = [root];
  for (let depth = 0; depth <= deepest; depth += 1) {
    floor = floor.flatMap(elementsIn);
    if (floor.length === 0) return false;
  }
  return true;
}

function rootsOf(document: Document): number {
  return nodesIn(document).filter((node) => node.nodeType === 1).length;
}
