import { makeKey, type ProviderKey } from '../key.ts';
import { instant } from '../xml/write.ts';
import { type Answer, writeAnswer } from './answer.ts';
import { forgedBeside, forgedInPlace, forgedOutside, someoneElse, withComment } from './wrapping.ts';

/** `either`: as the very person who logged in, or not at all. */
export type Duty = 'accept' | 'refuse' | 'either';

/** What makes an answer odd: what it says, how it is signed, or what is done to it afterwards. */
interface Oddity {
  /** what a service provider must do with it */
  readonly must: Duty;
  readonly change?: (answer: Answer, more: { now: Temporal.Instant; earlier: string | undefined }) => Answer;
  readonly tamper?: (xml: string, answer: Answer) => string;
  readonly strangersKey?: boolean;
}

const signs = (change: Partial<Answer['signs']>) => (answer: Answer) => ({
  ...answer,
  signs: { ...answer.signs, ...change },
});

const oddities = {
  'assertion-signed-alone': { must: 'accept', change: signs({ response: false }) },
  'no-response-format': {
    must: 'accept',
    change: (answer) => ({ ...answer, issuerFormats: { ...answer.issuerFormats, response: undefined } }),
  },
  'higher-level': { must: 'accept', change: (answer) => ({ ...answer, level: 3 }) },
  'no-signature': { must: 'refuse', change: signs({ assertion: false, response: false }) },
  'response-signed-alone': { must: 'refuse', change: signs({ assertion: false }) },
  'strangers-key': { must: 'refuse', strangersKey: true },
  sha1: { must: 'refuse', change: signs({ digest: 'sha1' }) },
  tampered: {
    must: 'refuse',
    change: signs({ response: false }),
    tamper: (xml, answer) => someoneElse(xml, answer),
  },
  'wrapped-in-place': {
    must: 'refuse',
    change: signs({ response: false }),
    tamper: (xml, answer) => forgedInPlace(xml, answer),
  },
  'wrapped-outside': {
    must: 'refuse',
    change: signs({ response: false }),
    tamper: (xml, answer) => forgedOutside(xml, answer),
  },
  'two-assertions': {
    must: 'refuse',
    change: signs({ response: false }),
    tamper: (xml, answer) => forgedBeside(xml, answer),
  },
  comment: {
    must: 'either',
    tamper: (xml, answer) => withComment(xml, answer),
  },
  doctype: {
    must: 'refuse',
    tamper: (xml) => `<!DOCTYPE Response [<!ENTITY who "nobody">]>${xml}`,
  },
  'other-request': { must: 'refuse', change: (answer) => ({ ...answer, inResponseTo: `_${'0'.repeat(40)}` }) },
  'no-request': { must: 'refuse', change: (answer) => ({ ...answer, inResponseTo: undefined }) },
  'answered-before': {
    must: 'refuse',
    change: (answer, { earlier }) => ({ ...answer, inResponseTo: earlier ?? `_${'0'.repeat(40)}` }),
  },
  'other-destination': {
    must: 'refuse',
    change: (answer) => ({ ...answer, destination: 'https://other.example/acs' }),
  },
  'other-audience': { must: 'refuse', change: (answer) => ({ ...answer, audience: 'https://other.example' }) },
  'other-issuer': { must: 'refuse', change: (answer) => ({ ...answer, issuer: 'https://other.example/idp' }) },
  'no-assertion-format': {
    must: 'refuse',
    change: (answer) => ({ ...answer, issuerFormats: { ...answer.issuerFormats, assertion: undefined } }),
  },
  expired: {
    must: 'refuse',
    change: (answer, { now }) => ({
      ...answer,
      notBefore: instant(now.subtract({ minutes: 10 })),
      notOnOrAfter: instant(now.subtract({ minutes: 5 })),
    }),
  },
  early: {
    must: 'refuse',
    change: (answer, { now }) => ({ ...answer, notBefore: instant(now.add({ minutes: 3 })) }),
  },
  'old-instant': {
    must: 'refuse',
    change: (answer, { now }) => ({ ...answer, issuedAt: instant(now.subtract({ hours: 2 })) }),
  },
  'lower-level': { must: 'refuse', change: (answer) => ({ ...answer, level: 1 }) },
  'other-name': {
    must: 'refuse',
    change: (answer) => ({ ...answer, nameIdFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified' }),
  },
  'missing-attribute': {
    must: 'refuse',
    change: (answer) => ({ ...answer, attributes: answer.attributes.filter(({ name }) => !tellsWho(name)) }),
  },
  'empty-attribute': {
    must: 'refuse',
    change: (answer) => ({
      ...answer,
      attributes: answer.attributes.map((one) => (tellsWho(one.name) ? { ...one, value: '' } : one)),
    }),
  },
} as const satisfies Readonly<Record<string, Oddity>>;

export type OddName = keyof typeof oddities;

export const oddNames = Object.keys(oddities) as readonly OddName[];

export function isOdd(name: string): name is OddName {
  return Object.hasOwn(oddities, name);
}

/**
 * What a service provider must do with an odd answer. Nothing is lower than level 1; and where issuers have no Format
 * anyway, an answer without one is as good as any.
 */
export function mustDo(name: OddName, asked: { level: 1 | 2 | 3; issuerFormat: boolean }): Duty {
  if (name === 'lower-level' && asked.level === 1) return 'accept';
  if (name === 'no-assertion-format' && !asked.issuerFormat) return 'accept';
  return oddities[name].must;
}

/** Writes an answer with one thing odd about it. `earlier`: a request that was answered before. */
export async function writeOddAnswer(
  answer: Answer,
  request: { name: OddName; key: ProviderKey; now: Temporal.Instant; earlier: string | undefined },
): Promise<string> {
  const oddity: Oddity = oddities[request.name];
  const changed = oddity.change?.(answer, request) ?? answer;
  const xml = writeAnswer(changed, oddity.strangersKey ? await makeKey(request.now) : request.key);
  return oddity.tamper?.(xml, changed) ?? xml;
}

function tellsWho(attribute: string): boolean {
  return attribute === 'fiscalNumber' || attribute === 'spidCode';
}
