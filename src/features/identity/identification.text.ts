import type { Language } from '#platform/language.ts';
import { defineTexts } from '#platform/texts.ts';
import type { IdentifiedHow } from './identification.rules.ts';

const texts = defineTexts('identity/identified-how', {
  it: {
    passport: 'passaporto',
    'identity-card': 'carta d’identità',
    'driving-licence': 'patente',
    'residence-permit': 'permesso di soggiorno',
    'other-document': 'altro documento con foto',
    spid: 'SPID',
    cie: 'CIE (carta d’identità elettronica, online)',
    eidas: 'identità digitale europea (eIDAS)',
  },
  en: {
    passport: 'passport',
    'identity-card': 'identity card',
    'driving-licence': 'driving licence',
    'residence-permit': 'residence permit',
    'other-document': 'another document with a photo',
    spid: 'SPID',
    cie: 'CIE (electronic identity card, online)',
    eidas: 'European digital identity (eIDAS)',
  },
});

/** How somebody has shown who they are, in words. */
export function identifiedHowName(how: IdentifiedHow, language: Language): string {
  return texts.for(language)(how);
}
