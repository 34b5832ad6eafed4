import { type Answer, assertionOf } from './answer.ts';
import { newId, written } from '../xml/write.ts';

const forgedCode = 'TINIT-RVINDR80H11D969A';

/** The signed assertion with another person in it: the signature no longer fits. */
export function someoneElse(xml: string, answer: Answer): string {
  const values = answer.attributes.filter(({ name }) => ['fiscalNumber', 'name', 'spidCode'].includes(name));
  return values.reduce((text, { name, value }) => text.replace(`>${value}<`, `>${forgedValue(name)}<`), xml);
}

/** A comment within who somebody is: signatures leave comments out, so this one still fits. */
export function withComment(xml: string, { attributes }: Answer): string {
  const value = attributes.find(({ name }) => name === 'fiscalNumber' || name === 'spidCode')?.value ?? '';
  return xml.replace(`>${value}<`, `>${value.slice(0, -3)}<!-- -->${value.slice(-3)}<`);
}

/** A forged assertion stands where the signed one stood, and carries it inside its own signature. */
export function forgedInPlace(xml: string, answer: Answer): string {
  const signed = signedAssertion(xml);
  const signature = /<ds:Signature[^]*<\/ds:Signature>/.exec(signed)?.[0] ?? '';
  const bare = signed.replace(signature, '');
  const carrying = signature.replace('</ds:Signature>', `<ds:Object>${bare}</ds:Object></ds:Signature>`);
  const forged = forgery(answer).replace('</saml:Issuer>', `</saml:Issuer>${carrying}`);
  return xml.replace(signed, () => forged);
}

/** The signed assertion is hidden among the extensions, a forged one without signature stands in its place. */
export function forgedOutside(xml: string, answer: Answer): string {
  const signed = signedAssertion(xml);
  return xml
    .replace(signed, () => forgery(answer))
    .replace('<samlp:Status>', () => `<samlp:Extensions>${signed}</samlp:Extensions><samlp:Status>`);
}

/** A forged assertion stands before the signed one. */
export function forgedBeside(xml: string, answer: Answer): string {
  const signed = signedAssertion(xml);
  return xml.replace(signed, () => `${forgery(answer)}${signed}`);
}

function signedAssertion(xml: string): string {
  const end = '</saml:Assertion>';
  return xml.slice(xml.indexOf('<saml:Assertion'), xml.lastIndexOf(end) + end.length);
}

function forgery(answer: Answer): string {
  const attributes = answer.attributes.map((one) => ({ ...one, value: forgedValue(one.name) ?? one.value }));
  return written(assertionOf({ ...answer, assertionId: newId(), attributes }));
}

/** Somebody who is not the one who logged in: the demo's administrator would be worth the trouble. */
function forgedValue(name: string): string | undefined {
  const values: Readonly<Record<string, string>> = {
    name: 'Andrea',
    fiscalNumber: forgedCode,
    spidCode: 'XX/IT/FORGED',
  };
  return values[name];
}
