import { defineTexts } from '#platform/texts.ts';

export const guardTexts = defineTexts('identity/guards', {
  it: {
    'email-not-verified': 'Devi prima confermare il tuo indirizzo e-mail',
    'password-ended': 'L’accesso con e-mail e password è finito: collega SPID o CIE',
    'password-change-required': 'Devi prima cambiare la password che ti è stata data',
    'second-factor-required': 'Serve anche il codice della verifica in due passaggi',
    'second-factor-to-add': 'Devi prima aggiungere la verifica in due passaggi',
  },
  en: {
    'email-not-verified': 'You need to prove your e-mail address first',
    'password-ended': 'Logging in with e-mail and password has ended: link SPID or CIE',
    'password-change-required': 'You need to change the password you were given first',
    'second-factor-required': 'The code of your two-step verification is needed too',
    'second-factor-to-add': 'You need to add two-step verification first',
  },
});
