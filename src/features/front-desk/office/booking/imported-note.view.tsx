import type { BookingEvent } from '#features/booking/index.ts';
import type { Language } from '#platform/language.ts';
import { importedNoteTexts } from './imported-note.text.ts';

/** Where an event comes from, when another system wrote it; and what is to be known of an appointment brought along. */
export function ImportedNote({ language, event }: { language: Language; event: BookingEvent }) {
  const t = importedNoteTexts.for(language);
  const { source, externalCode, seat, wrongCodes } = event.detail;
  const notes = [
    typeof source === 'string' && t('source', { source }),
    typeof externalCode === 'string' && t('code', { code: externalCode }),
    seat === 'beyond' && t('beyond'),
    seat === 'outside' && t('outside'),
    typeof wrongCodes === 'number' && wrongCodes > 0 && t('wrongCodes', { count: wrongCodes }),
  ].filter((note) => note !== false);
  return notes.map((note) => (
    <span key={note}>
      <br />
      {note}
    </span>
  ));
}
