/** A value of ASN.1 as DER writes it: kind, length, content. */
export function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag]), lengthOf(body), body]);
}

export const sequence = (...content: readonly Uint8Array[]): Buffer => der(0x30, ...content);
export const set = (...content: readonly Uint8Array[]): Buffer => der(0x31, ...content);
export const utf8 = (text: string): Buffer => der(0x0c, Buffer.from(text));
/** A text of ASCII letters alone, as the code of a country must be. */
export const printable = (text: string): Buffer => der(0x13, Buffer.from(text, 'latin1'));
export const octets = (content: Uint8Array): Buffer => der(0x04, content);
export const truth = (): Buffer => der(0x01, Buffer.from([0xff]));
export const nothing = (): Buffer => der(0x05);
/** Bits that fill whole bytes but for the last few. */
export const bits = (content: Uint8Array, unused = 0): Buffer => der(0x03, Buffer.from([unused]), content);

/** A positive number of so many bytes. */
export function integer(bytes: Uint8Array): Buffer {
  const first = bytes[0] ?? 0;
  return der(0x02, ...(first > 0x7f ? [Buffer.from([0])] : []), bytes);
}

/** The name of a thing: `2.5.4.3`. */
export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...others] = dotted.split('.').map(Number);
  return der(0x06, Buffer.from([first * 40 + second, ...others.flatMap(sevenBits)]));
}

/** A moment: two digits for the year until 2049, four from then on. */
export function time(instant: Temporal.Instant): Buffer {
  const { year } = instant.toZonedDateTimeISO('UTC');
  const digits = `${instant.toString({ smallestUnit: 'second' }).replace(/[-:T]/g, '')}`;
  return year < 2050 ? der(0x17, Buffer.from(digits.slice(2))) : der(0x18, Buffer.from(digits));
}

function lengthOf(body: Buffer): Buffer {
  if (body.length < 0x80) return Buffer.from([body.length]);
  const bytes: number[] = [];
  for (let rest = body.length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Buffer.from([0x80 | bytes.length, ...bytes]);
}

function sevenBits(part: number): number[] {
  const groups = [part % 128];
  for (let rest = Math.floor(part / 128); rest > 0; rest = Math.floor(rest / 128)) groups.unshift((rest % 128) | 0x80);
  return groups;
}
