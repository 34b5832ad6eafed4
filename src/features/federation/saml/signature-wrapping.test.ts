import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readConfig } from '#platform/config.ts';
import { type ResponseWish, samlProvider } from '#test/saml-provider.ts';
import { spidProfile } from '../spid/spid-profile.ts';
import { checkResponse } from './check-response.ts';
import { serviceProvider } from './profile.ts';
import type { SamlProvider } from './provider.ts';
import { readResponse } from './read-response.ts';

const now = Temporal.Instant.from('2026-11-22T10:00:00Z');
const entityId = 'https://turno.comune.example';
const { organization } = readConfig({ TURNO_URL: entityId });
const sp = serviceProvider(spidProfile, { entityId, publicUrl: entityId, organization });
const idp = samlProvider('https://idp.prova.example');
const requestId = '_the-request';
const usual: ResponseWish = { requestId, acs: sp.acs, audience: entityId, now };
const provider: SamlProvider = { ...idp, name: 'Prova', logout: undefined, certificates: [idp.certificate] };

/** The codice fiscale that a response logs in, or why it does not. */
function loggedIn(xml: string): string | undefined {
  const read = readResponse(Buffer.from(xml).toString('base64'));
  if (!read.ok) return read.fault;
  const request = { requestId, requestedAt: now, level: 2 as const, set: 0 };
  const checked = checkResponse(read, { sp, now, provider, request });
  return checked.ok ? checked.attributes.get('fiscalNumber') : checked.fault;
}

/** The response with the parts that wrapping attacks move about. */
function parts(sign: ResponseWish['sign'] = ['assertion', 'response']) {
  const xml = idp.respond({ ...usual, sign });
  const [assertion = ''] = /<saml:Assertion.*<\/saml:Assertion>/s.exec(xml) ?? [];
  const [signature = ''] = /<ds:Signature.*?<\/ds:Signature>/s.exec(assertion) ?? [];
  const outer = /^(?:(?!<saml:Assertion).)*?(<ds:Signature.*?<\/ds:Signature>)/s.exec(xml)?.[1] ?? '';
  const evil = assertion
    .replace(signature, '')
    .replace('_assertion', '_evil')
    .replace('TINIT-BNCDAA85D51F205K', 'TINIT-RSSMRA80A01H501U');
  return { xml, assertion, signature, outer, evil };
}

const usualPerson = 'TINIT-BNCDAA85D51F205K';

describe('an assertion that nobody signed is never taken for the one that was signed', () => {
  it('a forged response around the signed one, in its signature', () => {
    const { xml, outer, assertion, evil } = parts();
    const bare = xml.replace(outer, '');
    const wrapped = outer.replace('</ds:Signature>', `${bare}</ds:Signature>`);
    const forged = bare.replace('"_response"', '"_forged"').replace(assertion, evil);
    expect(loggedIn(forged.replace('<samlp:Status>', `${wrapped}<samlp:Status>`))).toBe('response-signature');
  });

  it('a forged response with the signed one and its signature right below', () => {
    const { xml, outer, assertion, evil } = parts();
    const bare = xml.replace(outer, '');
    const forged = bare.replace('"_response"', '"_forged"').replace(assertion, evil);
    expect(loggedIn(forged.replace('<samlp:Status>', `${bare}${outer}<samlp:Status>`))).toBe('response-signature');
  });

  it('a forged assertion before the signed one', () => {
    const { xml, assertion, evil } = parts(['assertion']);
    expect(loggedIn(xml.replace(assertion, evil + assertion))).toBe('assertion-count');
  });

  it('a forged assertion after the signed one', () => {
    const { xml, assertion, evil } = parts(['assertion']);
    expect(loggedIn(xml.replace(assertion, assertion + evil))).toBe('assertion-count');
  });

  it('a forged assertion around the signed one', () => {
    const { xml, assertion, evil } = parts(['assertion']);
    const around = evil.replace('</saml:Assertion>', `${assertion}</saml:Assertion>`);
    expect(loggedIn(xml.replace(assertion, around))).toBe('assertion-count');
  });

  it('a forged assertion that carries the signature of the one after it', () => {
    const { xml, assertion, signature, evil } = parts(['assertion']);
    const thief = evil.replace('<saml:Subject>', `${signature}<saml:Subject>`);
    expect(loggedIn(xml.replace(assertion, thief + assertion.replace(signature, '')))).toBe('assertion-count');
    expect(loggedIn(xml.replace(assertion, thief))).toBe('assertion-signature');
  });

  it('a forged assertion that carries the signature, with the signed one inside of it', () => {
    const { xml, assertion, signature, evil } = parts(['assertion']);
    const inside = signature.replace('</ds:Signature>', `${assertion.replace(signature, '')}</ds:Signature>`);
    expect(loggedIn(xml.replace(assertion, evil.replace('<saml:Subject>', `${inside}<saml:Subject>`)))).toBe(
      'assertion-count',
    );
  });

  it('the signed assertion in extensions, a forged one in its place', () => {
    const { xml, assertion, evil } = parts(['assertion']);
    const hidden = `<samlp:Extensions>${assertion}</samlp:Extensions><samlp:Status>`;
    expect(loggedIn(xml.replace(assertion, evil).replace('<samlp:Status>', hidden))).toBe('assertion-count');
  });

  it('the signed assertion in an object of the signature', () => {
    const { xml, assertion, signature, evil } = parts(['assertion']);
    const object = `<ds:Object>${assertion.replace(signature, '')}</ds:Object></ds:Signature>`;
    const thief = evil.replace('<saml:Subject>', `${signature.replace('</ds:Signature>', object)}<saml:Subject>`);
    expect(loggedIn(xml.replace(assertion, thief))).toBe('assertion-count');
  });

  it('a forged one with the name of the signed one', () => {
    const { xml, assertion, signature, evil } = parts(['assertion']);
    const twin = evil.replace('_evil', '_assertion').replace('<saml:Subject>', `${signature}<saml:Subject>`);
    const other = assertion.replace(signature, '').replaceAll('saml:Assertion', 'saml:Other');
    expect(loggedIn(xml.replace(assertion, `${other}${twin}`))).toBe('assertion-signature');
    expect(loggedIn(xml.replace(assertion, `${other.replace(' ID=', ' Id=')}${twin}`))).toBe('assertion-signature');
  });

  it('one without a namespace, or of another', () => {
    const { xml, assertion, evil } = parts(['assertion']);
    const other = evil.replaceAll('saml:Assertion', 'Assertion');
    expect(loggedIn(xml.replace(assertion, assertion + other))).toBe('assertion-count');
  });

  it('one changed after it was signed', () => {
    const { xml } = parts(['assertion']);
    expect(loggedIn(xml.replace(usualPerson, 'TINIT-RSSMRA80A01H501U'))).toBe('assertion-signature');
  });

  it('a comment cut into a text does not cut the text', () => {
    const { xml } = parts(['assertion']);
    expect(loggedIn(xml.replace(usualPerson, 'TINIT-BNCDAA<!-- -->85D51F205K'))).toBe(usualPerson);
  });
});

describe('a signature is good only if it is', () => {
  const sha1 = 'http://www.w3.org/2000/09/xmldsig#sha1';
  const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
  const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
  const signed = (change: Partial<ResponseWish>) => idp.respond({ ...usual, sign: ['assertion'], ...change });

  it('made with the key of the provider', () => {
    const stranger = samlProvider(idp.entityId);
    expect(loggedIn(stranger.respond({ ...usual, sign: ['assertion'] }))).toBe('assertion-signature');
  });

  it('whatever certificate it brings along', () => {
    const stranger = samlProvider(idp.entityId);
    const body = stranger.certificate.replace(/-----[^-]+-----|\n/g, '');
    const info = `<ds:KeyInfo><ds:X509Data><ds:X509Certificate>${body}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>`;
    const xml = stranger.respond({ ...usual, sign: ['assertion'] });
    expect(loggedIn(xml.replace('</ds:Signature>', `${info}</ds:Signature>`))).toBe('assertion-signature');
  });

  it('not with SHA-1, in the signature or in the digest', () => {
    expect(loggedIn(signed({ way: { signature: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' } }))).toBe(
      'assertion-signature',
    );
    expect(loggedIn(signed({ way: { digest: sha1 } }))).toBe('assertion-signature');
  });

  it('on the response too, where there is one', () => {
    const both = idp.respond({ ...usual, sign: ['assertion'] });
    const broken = samlProvider(idp.entityId).sign(both, 'Response');
    expect(loggedIn(broken)).toBe('response-signature');
    expect(loggedIn(idp.respond({ ...usual, way: { digest: sha1 } }))).toBe('response-signature');
  });

  it('not with the public key as the secret of a keyed hash', () => {
    const { xml } = parts(['assertion']);
    const method = 'http://www.w3.org/2000/09/xmldsig#hmac-sha1';
    const value = createHmac('sha1', idp.certificate).update('anything').digest('base64');
    const forged = xml
      .replace('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', method)
      .replace(/<ds:SignatureValue>.*?</, `<ds:SignatureValue>${value}<`);
    expect(loggedIn(forged)).toBe('assertion-signature');
  });

  it('not with other or further transformations', () => {
    const transforms = [enveloped, exclusive, 'http://www.w3.org/2001/10/xml-exc-c14n#WithComments'];
    expect(loggedIn(signed({ way: { transforms } }))).toBe('assertion-signature');
    expect(loggedIn(signed({ way: { transforms: [exclusive] } }))).toBe('assertion-signature');
    const style = '<ds:Transform><xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/></ds:Transform>';
    const { xml } = parts(['assertion']);
    expect(loggedIn(xml.replace('<ds:Transforms>', `<ds:Transforms>${style}`))).toBe('assertion-signature');
  });

  it('not over nothing, over everything or over something else', () => {
    const { xml } = parts(['assertion']);
    for (const uri of ['', '#_response', '#xpointer(/)', "#_assertion' or '1'='1"]) {
      expect(loggedIn(xml.replace('URI="#_assertion"', `URI="${uri}"`))).toBe('assertion-signature');
    }
    expect(loggedIn(xml.replace(' URI="#_assertion"', ''))).toBe('assertion-signature');
  });

  it('not twice, and not with a second reference', () => {
    const { xml, signature } = parts(['assertion']);
    expect(loggedIn(xml.replace(signature, signature + signature))).toBe('assertion-signature');
    const [reference = ''] = /<ds:Reference.*<\/ds:Reference>/s.exec(signature) ?? [];
    expect(loggedIn(xml.replace(reference, reference + reference))).toBe('assertion-signature');
  });
});

describe('a text that is no honest XML is not read', () => {
  it('with a document type, whatever it declares', () => {
    const { xml } = parts();
    for (const type of [
      '<!DOCTYPE foo [ <!ENTITY % xxe SYSTEM "http://altrove.example/"> %xxe; ]>',
      '<!doctype html>',
      '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
    ]) {
      expect(loggedIn(`<?xml version="1.0"?>${type}${xml}`)).toBe('doctype');
    }
  });

  it('so deep that reading it would exhaust us', () => {
    const deep = `${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}`;
    expect(loggedIn(idp.respond(usual).replace('<samlp:Status>', `${deep}<samlp:Status>`))).toBe('not-xml');
  });

  it('with two roots, torn apart, or not XML at all', () => {
    const { xml } = parts();
    expect(loggedIn(xml + xml)).toBe('not-xml');
    expect(loggedIn(xml.slice(0, -20))).toBe('not-xml');
    expect(loggedIn('SAMLResponse')).toBe('not-xml');
    expect(loggedIn('')).toBe('not-xml');
    expect(loggedIn('<html/>')).toBe('not-a-response');
    expect(readResponse('%%%')).toEqual({ ok: false, fault: 'not-xml' });
  });
});
