import { offerAgendaKeys } from './agenda-keys.ts';
import { sendAtOnce } from './at-once.ts';
import { moveInCalendars } from './calendar.ts';
import { countCharacters } from './characters.ts';
import { showTimeLeft } from './countdown.ts';
import { chooseDayRanges } from './day-range.ts';
import { focusErrorSummary } from './error-summary.ts';
import { completeOfficeTimes } from './office-time.ts';
import { sendOnce } from './once.ts';
import { watchIdle } from './idle.ts';
import { askForKeptPages } from './kept.ts';
import { offerPosition } from './locate.ts';
import { offerPasswords } from './password.ts';
import { offerPasskeys } from './passkey.ts';
import { offerPhotoKeys } from './photo-desk-keys.ts';
import { offerPrinting } from './print.ts';
import { offerCropping } from './photo-crop.ts';
import { addShortcut } from './shortcut.ts';
import { showUploads } from './upload.ts';
import { watchPlace } from './queue.ts';
import { offerSuggestions } from './suggestions.ts';
import { drawInWeeks } from './week-grid.ts';

// Every page works without any of these; each only improves what the server has drawn. So one that a browser refuses
// (it may lack a function, or keep its storage closed) does not take the others with it.
const improvements = [
  focusErrorSummary,
  showUploads,
  sendOnce,
  askForKeptPages,
  moveInCalendars,
  chooseDayRanges,
  showTimeLeft,
  completeOfficeTimes,
  offerPasswords,
  offerPasskeys,
  watchIdle,
  countCharacters,
  offerSuggestions,
  watchPlace,
  offerPosition,
  addShortcut,
  offerPrinting,
  drawInWeeks,
  offerAgendaKeys,
  offerPhotoKeys,
  sendAtOnce,
  offerCropping,
];
for (const improve of improvements) {
  try {
    improve();
  } catch (error) {
    setTimeout(() => {
      throw error;
    });
  }
}
