import { randomBytes } from 'node:crypto';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly (Element | string | undefined)[];
}

/** An element to be written; what is undefined is left out. */
export function element(
  name: string,
  attributes: Element['attributes'] = {},
  ...children: Element['children']
): Element {
  return { name, attributes, children };
}

/** The XML text of an element, without a declaration and without white space in between. */
export function written({ name, attributes, children }: Element): string {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(value)}"`],
  );
  const inside = children.map((child) => {
    if (child === undefined) return '';
    return typeof child === 'string' ? escaped(child) : written(child);
  });
  return `<${name}${given.join('')}>${inside.join('')}</${name}>`;
}

/** A random ID that XML accepts: it begins with a letter. */
export function newId(): string {
  return `_${randomBytes(20).toString('hex')}`;
}

/** An instant as providers write it: in UTC, whole seconds. */
export function instant(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'second' });
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}
