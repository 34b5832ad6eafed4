/** A piece of XML that is written already. */
export interface Xml {
  readonly xml: string;
}

export type XmlContent = Xml | string | undefined;

/** An element; texts and attributes are escaped, those that are undefined left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...content: readonly XmlContent[]
): Xml {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const inside = content
    .filter((one) => one !== undefined)
    .map((one) => (typeof one === 'string' ? escapeXml(one) : one.xml))
    .join('');
  const open = `<${name}${written.join('')}`;
  return { xml: inside === '' ? `${open}/>` : `${open}>${inside}</${name}>` };
}

/** Several elements in a row. */
export function row(...pieces: readonly (Xml | undefined)[]): Xml {
  return { xml: pieces.map((piece) => piece?.xml ?? '').join('') };
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\t', '&#9;');
}
