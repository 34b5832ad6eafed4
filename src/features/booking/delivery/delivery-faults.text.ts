import { codiceFiscaleTexts } from '#features/identity/index.ts';
import { fieldError } from '#platform/http/form.ts';
import type { FieldError } from '#platform/http/problem.ts';
import type { Language } from '#platform/language.ts';
import { defineTexts } from '#platform/texts.ts';
import type { DeliveryFault } from './delivery.rules.ts';

const deliveryFaultTexts = defineTexts('booking/delivery-faults', {
  it: {
    'mode.required-choice': 'Scegli come vuoi ricevere il documento.',
    'mode.not-offered': 'Questa sede non consegna in questo modo. Scegline un altro.',
    'delegate.not-offered': 'In questa sede il documento lo ritira soltanto la persona.',
    'address.required': 'Scrivi l’indirizzo per la raccomandata.',
    'address.incomplete': 'Scrivi l’indirizzo completo: via, numero, CAP e comune.',
    'address.too-long': 'L’indirizzo è troppo lungo.',
    'address.invalid': 'L’indirizzo contiene caratteri che non si possono stampare su una busta.',
    'address.street.required': 'Scrivi la via e il numero.',
    'address.street.house-number': 'Aggiungi il numero civico, oppure “snc” se non c’è.',
    'address.postalCode.required': 'Scrivi il CAP.',
    'address.postalCode.cap': 'Il CAP italiano ha cinque cifre, per esempio 00184.',
    'address.city.required': 'Scrivi il comune o la città.',
    'address.province.required': 'Scrivi la sigla della provincia, per esempio RM.',
    'address.province.province': 'Questa sigla non è di una provincia italiana. Sono due lettere, per esempio RM.',
    'address.country.country': 'Scegli un paese dell’elenco.',
    'address.country.only-italy': 'Questa sede spedisce soltanto in Italia.',
    'address.country.only-abroad': 'Questa sede spedisce soltanto all’estero.',
    'delegate.givenName.required': 'Scrivi il nome di chi ritira.',
    'delegate.familyName.required': 'Scrivi il cognome di chi ritira.',
    'delegate.birthDate.required': 'Scrivi la data di nascita di chi ritira.',
    'delegate.birthDate.minor': 'Chi ritira deve avere almeno 18 anni.',
  },
  en: {
    'mode.required-choice': 'Choose how you want to get the document.',
    'mode.not-offered': 'This office does not deliver like that. Choose another way.',
    'delegate.not-offered': 'At this office nobody but the person may collect the document.',
    'address.required': 'Write the address for the registered mail.',
    'address.incomplete': 'Write the whole address: street, number, postal code and place.',
    'address.too-long': 'The address is too long.',
    'address.invalid': 'The address has characters that cannot be printed on an envelope.',
    'address.street.required': 'Write the street and the number.',
    'address.street.house-number': 'Add the house number, or “snc” where there is none.',
    'address.postalCode.required': 'Write the postal code (CAP).',
    'address.postalCode.cap': 'An Italian postal code (CAP) has five figures, for example 00184.',
    'address.city.required': 'Write the town or city.',
    'address.province.required': 'Write the two letters of the province, for example RM.',
    'address.province.province': 'These are not the letters of an Italian province. There are two, for example RM.',
    'address.country.country': 'Choose a country of the list.',
    'address.country.only-italy': 'This office only sends mail within Italy.',
    'address.country.only-abroad': 'This office only sends mail abroad.',
    'delegate.givenName.required': 'Write the given name of who collects.',
    'delegate.familyName.required': 'Write the surname of who collects.',
    'delegate.birthDate.required': 'Write the birth date of who collects.',
    'delegate.birthDate.minor': 'Who collects must be at least 18 years old.',
  },
});

/** A fault of a delivery as a field error, under the name its field has where it was sent. */
export function deliveryError({ field, reason }: DeliveryFault, language: Language, prefix = ''): FieldError {
  const t = deliveryFaultTexts.for(language);
  const cause = codiceFiscaleCause(reason);
  const key = `${field}.${reason}`;
  const message = cause ? codiceFiscaleTexts.for(language)(cause) : deliveryFaultTexts.has(key) ? t(key) : undefined;
  return fieldError(`${prefix}${field}`, reason, language, message);
}

function codiceFiscaleCause(reason: DeliveryFault['reason']) {
  switch (reason) {
    case 'codice-fiscale-form':
      return 'form';
    case 'codice-fiscale-check-character':
      return 'check-character';
    case 'codice-fiscale-name':
      return 'name';
    case 'codice-fiscale-birth-date':
      return 'birth-date';
    default:
      return undefined;
  }
}
