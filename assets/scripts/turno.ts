import { moveInCalendars } from './calendar.ts';
import { countCharacters } from './characters.ts';
import { showTimeLeft } from './countdown.ts';
import { chooseDayRanges } from './day-range.ts';
import { focusErrorSummary } from './error-summary.ts';
import { completeOfficeTimes } from './office-time.ts';
import { sendOnce } from './once.ts';
import { askForKeptPages } from './kept.ts';
import { offerPosition } from './locate.ts';
import { offerPasswords } from './password.ts';
import { offerPrinting } from './print.ts';
import { addShortcut } from './shortcut.ts';
import { offerSuggestions } from './suggestions.ts';

// Every page works without any of these; each only improves what the server has drawn.
focusErrorSummary();
sendOnce();
askForKeptPages();
moveInCalendars();
chooseDayRanges();
showTimeLeft();
completeOfficeTimes();
offerPasswords();
countCharacters();
offerSuggestions();
offerPosition();
addShortcut();
offerPrinting();
