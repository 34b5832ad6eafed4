import { defineTexts } from '#platform/texts.ts';

export const identityProblemTexts = defineTexts('identity/problems', {
  it: {
    'wrong-credentials': 'E-mail o password non corrispondono',
    'account-locked': 'Accesso fermo per troppe password sbagliate',
    'second-factor-required': 'Serve anche il codice della verifica in due passaggi',
    'wrong-code': 'Il codice non è giusto o non vale più',
    lockedDetail: 'Una nuova password, scelta con il link mandato per e-mail, lo sblocca subito.',
  },
  en: {
    'wrong-credentials': 'E-mail and password do not match',
    'account-locked': 'This login is stopped after too many wrong passwords',
    'second-factor-required': 'The code of the two-step verification is needed too',
    'wrong-code': 'The code is not right or no longer valid',
    lockedDetail: 'A new password, chosen by the link sent by e-mail, opens it at once.',
  },
});
