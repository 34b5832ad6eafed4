import { defineTexts } from '#platform/texts.ts';

export const guardTexts = defineTexts('identity/guards', {
  it: {
    'email-not-verified': 'Devi prima confermare il tuo indirizzo e-mail',
    'password-change-required': 'Devi prima cambiare la password che ti è stata data',
  },
  en: {
    'email-not-verified': 'You need to prove your e-mail address first',
    'password-change-required': 'You need to change the password you were given first',
  },
});
