import { defineTexts } from '#platform/texts.ts';

export const doorTexts = defineTexts('identity/door', {
  it: {
    spid: 'Entra con SPID',
    cie: 'Entra con CIE',
    eidas: 'Login with eIDAS',
    spidName: 'SPID',
    cieName: 'CIE (carta d’identità elettronica)',
    eidasName: 'Identità digitale europea (eIDAS)',
    spidChoose: 'Scegli il tuo gestore di identità',
    spidNone: 'Non hai SPID?',
    spidLink: 'Scopri come si ottiene',
    cieNone: 'Non hai attivato la CIE?',
    cieLink: 'Scopri come si attiva',
    eidasAbout: 'Per chi ha un’identità digitale di un altro Paese europeo.',
  },
  en: {
    spid: 'Log in with SPID',
    cie: 'Log in with CIE',
    eidas: 'Log in with eIDAS',
    spidName: 'SPID',
    cieName: 'CIE (electronic identity card)',
    eidasName: 'European digital identity (eIDAS)',
    spidChoose: 'Choose your identity provider',
    spidNone: 'You have no SPID?',
    spidLink: 'Learn how to get it',
    cieNone: 'Your CIE is not activated?',
    cieLink: 'Learn how to activate it',
    eidasAbout: 'For those with a digital identity of another European country.',
  },
});
