import { defineTexts } from '#platform/texts.ts';

export const heldBarTexts = defineTexts('booking/held-bar', {
  it: {
    timeIn: '{time} di {city}',
    extend: '5 minuti in più',
    leave: 'Lascia il posto',
    steps: 'Accedi|Persone|Riepilogo',
    when: '{day}, {time}',
    offeredNotice: 'Posto della lista d’attesa',
    offeredUntil: 'Teniamo questo posto per te fino a {day}, ore {time}',
    offeredBack: 'Torna alla lista d’attesa',
    party: 'Per {party, plural, one {una persona} other {# persone}}',
  },
  en: {
    timeIn: '{time} in {city}',
    extend: '5 more minutes',
    leave: 'Give up the seat',
    steps: 'Log in|People|Summary',
    when: '{day}, {time}',
    offeredNotice: 'Seat from the waiting list',
    offeredUntil: 'We keep this seat for you until {day}, {time}',
    offeredBack: 'Back to the waiting list',
    party: 'For {party, plural, one {one person} other {# people}}',
  },
});
