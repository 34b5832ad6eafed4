import { defineTexts } from '#platform/texts.ts';

export const passwordEndTexts = defineTexts('ui/password-end-banner', {
  it: {
    about: 'La fine dell’accesso con la password',
    title: 'Con e-mail e password entri fino {lastDay}',
    why: 'Poi la legge chiede SPID o CIE a chi è seguito da un consolato. Collegali adesso: account e appuntamenti restano gli stessi.',
    link: 'Collega SPID o CIE',
  },
  en: {
    about: 'The end of logging in with the password',
    title: 'With e-mail and password you enter until {lastDay}',
    why: 'Afterwards the law asks for SPID or CIE of those whom a consulate serves. Link them now: account and appointments stay the same.',
    link: 'Link SPID or CIE',
  },
});
