/** An element of a document without anything but elements, attributes and text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly inside it, without what stands in its children. */
  readonly text: string;
}

/** Not the plain XML that is read here; what it is instead does not matter. */
export class NotPlainXml extends Error {}

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const deepest = 12;
const most = 2_000;

/** A comment, a piece of plain text, an end tag, or a start tag with its attributes. Nothing else is known. */
const token =
  /<!--(?:(?!--)[\s\S])*-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([A-Za-z_][\w.-]*)\s*>|<([A-Za-z_][\w.-]*)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^<"]*"|'[^<']*'))*)\s*(\/?)>|([^<]+)/y;
const attribute = /([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Reads the small XML of receipts: elements, attributes, text, the five entities XML itself has and characters by number.
 * A DOCTYPE, other entities, processing instructions, depth and length beyond reason are refused: none of them belongs
 * there, and each is how such files are used as weapons.
 *
 * @throws NotPlainXml
 */
export function readPlainXml(document: string): XmlElement {
  const body = document.replace(/^\uFEFF?\s*<\?xml\s[^<>?]*\?>/, '').trim();
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [root];
  token.lastIndex = 0;
  for (let count = 0; token.lastIndex < body.length; count += 1) {
    const found = token.exec(body);
    const inside = open.at(-1);
    if (found === null || inside === undefined || count > most) throw new NotPlainXml('not plain XML');
    const [, cdata, closes, opens, attributes = '', empty, text] = found;
    if (cdata !== undefined) inside.text += cdata;
    else if (text !== undefined) inside.text += plain(text);
    else if (closes !== undefined) close(open, closes);
    else if (opens !== undefined) start(open, { name: opens, attributes, isEmpty: empty === '/' });
  }
  const [document_] = root.children;
  if (open.length !== 1 || root.children.length !== 1 || document_ === undefined || root.text.trim() !== '') {
    throw new NotPlainXml('not one whole element');
  }
  return document_;
}

/** The first child of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

function start(open: Open[], tag: { name: string; attributes: string; isEmpty: boolean }): void {
  if (open.length > deepest) throw new NotPlainXml('too deep');
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single] of tag.attributes.matchAll(attribute)) {
    if (Object.hasOwn(attributes, name)) throw new NotPlainXml('an attribute twice');
    attributes[name] = plain(double ?? single ?? '');
  }
  open.push({ name: tag.name, attributes, children: [], text: '' });
  if (tag.isEmpty) close(open, tag.name);
}

function close(open: Open[], name: string): void {
  const ended = open.pop();
  if (ended?.name !== name || open.length === 0) throw new NotPlainXml('tags that do not match');
  open.at(-1)?.children.push(ended);
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function plain(text: string): string {
  return text.replace(/&([^;&]{0,10};?)/g, (_whole, name: string) => {
    const entity = entities[name.slice(0, -1)];
    if (entity !== undefined && name.endsWith(';')) return entity;
    const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}));$/i.exec(name) ?? [];
    const code = hex === undefined ? Number(decimal ?? Number.NaN) : Number.parseInt(hex, 16);
    if (!Number.isInteger(code) || code === 0 || code > 0x10ffff) throw new NotPlainXml('an entity of its own');
    return String.fromCodePoint(code);
  });
}
