import type * as XmlDom from '@xmldom/xmldom';
import { loadLater } from '#platform/load-later.ts';

const xmlDom = loadLater<typeof XmlDom>('@xmldom/xmldom');

/** Parses a document of somebody else's; undefined when it is not well-formed or brings a DOCTYPE along. */
export function readXml(text: string): Element | undefined {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return undefined;
  let faults = 0;
  const count = () => {
    faults += 1;
  };
  try {
    const parser = new (xmlDom().DOMParser)({ errorHandler: { warning: count, error: count, fatalError: count } });
    const root: Element | null = parser.parseFromString(text, 'application/xml').documentElement;
    return faults === 0 && root !== null ? root : undefined;
  } catch {
    return undefined;
  }
}

/** The children of an element that have this name. */
export function childrenOf(parent: Element | undefined, namespace: string, name: string): Element[] {
  if (parent === undefined) return [];
  return Array.from(parent.childNodes).filter(
    (node): node is Element =>
      // 1: an element
      node.nodeType === 1 && (node as Element).namespaceURI === namespace && (node as Element).localName === name,
  );
}

/** The only child of this name; undefined when there is none, or more than one. */
export function childOf(parent: Element | undefined, namespace: string, name: string): Element | undefined {
  const all = childrenOf(parent, namespace, name);
  return all.length === 1 ? all[0] : undefined;
}

/** An attribute's value; undefined when it is not there. */
export function attribute(of: Element | undefined, name: string): string | undefined {
  return of?.hasAttribute(name) === true ? (of.getAttribute(name) ?? undefined) : undefined;
}

export function textOf(of: Element | undefined): string | undefined {
  return of?.textContent?.trim();
}

export function isNamed(of: Element, namespace: string, name: string): boolean {
  return of.namespaceURI === namespace && of.localName === name;
}
