import { defineTexts } from '#platform/texts.ts';

/** What to do about a wrong codice fiscale, by fault. */
export const codiceFiscaleTexts = defineTexts('identity/codice-fiscale', {
  it: {
    form: 'Il codice fiscale ha 16 caratteri, come RSSMRA80A01H501U. Copialo dalla tessera sanitaria.',
    'check-character': 'L’ultima lettera non corrisponde: controlla di aver copiato bene il codice fiscale.',
    name: 'Il codice fiscale non corrisponde al nome e al cognome. Scrivi tutti i nomi come sul documento.',
    'birth-date': 'Il codice fiscale non corrisponde alla data di nascita.',
  },
  en: {
    form: 'A codice fiscale has 16 characters, like RSSMRA80A01H501U. Copy it from the health card.',
    'check-character': 'The last letter does not fit: check that you copied the codice fiscale correctly.',
    name: 'The codice fiscale does not match the name and surname. Write all names as in the document.',
    'birth-date': 'The codice fiscale does not match the date of birth.',
  },
});
