/** Adds the reader's own hour to the office's where the two clocks differ: "alle 09:20 di Londra (10:20 da te)". */
export function completeOfficeTimes(): void {
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-office]')) {
    const instant = new Date(time.dateTime);
    const { office = '', elsewhere = '' } = time.dataset;
    if (Number.isNaN(instant.getTime()) || localClock(instant) === office || time.querySelector('.t-elsewhere'))
      continue;
    const addition = document.createElement('span');
    addition.className = 't-elsewhere';
    addition.textContent = elsewhere.replace('%', inWords(instant, office));
    time.append(' ', addition);
  }
}

function inWords(instant: Date, office: string): string {
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const isSameDay = localClock(instant).slice(0, 10) === office.slice(0, 10);
  return new Intl.DateTimeFormat(languages(), isSameDay ? clock : { weekday: 'long', ...clock }).format(instant);
}

// A page translator writes its own language there, and not always one that is known.
function languages(): string[] {
  const { lang } = document.documentElement;
  try {
    return Intl.getCanonicalLocales(lang === 'en' ? 'en-GB' : lang);
  } catch {
    return [];
  }
}

function localClock(instant: Date): string {
  const shifted = new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}
