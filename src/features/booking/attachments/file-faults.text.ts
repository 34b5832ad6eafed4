import type { RequestedFile } from '#features/offices/index.ts';
import type { FieldError } from '#platform/http/problem.ts';
import { type Language, localText } from '#platform/language.ts';
import { defineTexts } from '#platform/texts.ts';
import type { FileFault } from './file-kind.rules.ts';

type Fault = FileFault | 'too-large' | 'account-full' | 'required';

const faultTexts = defineTexts('booking/file-faults', {
  it: {
    empty: '{file}: il file è vuoto. Scegline un altro.',
    'wrong-kind': '{file}: il file non è un PDF, un JPEG o un PNG. Scegli un file di questi tipi.',
    corrupt: '{file}: il file è rovinato o incompleto. Prova ad aprirlo, poi invialo di nuovo o scegline un altro.',
    'too-large':
      '{file}: il file supera {max, number} MB. Invialo più piccolo, per esempio con meno pagine o una foto ridotta.',
    'account-full': '{file}: hai già inviato molti documenti. Togline qualcuno che non serve più e riprova.',
    required: '{file}: invia questo documento, è obbligatorio.',
  },
  en: {
    empty: '{file}: the file is empty. Choose another one.',
    'wrong-kind': '{file}: the file is not a PDF, a JPEG or a PNG. Choose a file of these kinds.',
    corrupt: '{file}: the file is damaged or incomplete. Try to open it, then send it again or choose another one.',
    'too-large':
      '{file}: the file is larger than {max, number} MB. Send a smaller one, for example with fewer pages or a reduced photo.',
    'account-full': '{file}: you have sent many documents already. Remove one that is no longer needed and try again.',
    required: '{file}: send this document, it is required.',
  },
});

/** What to do about a file that could not be taken. */
export function fileFaultError(field: string, reason: Fault, file: RequestedFile, language: Language): FieldError {
  const max = Math.round(file.maxBytes / 1024 / 1024);
  return { field, reason, message: faultTexts.for(language)(reason, { file: localText(file.label, language), max }) };
}
