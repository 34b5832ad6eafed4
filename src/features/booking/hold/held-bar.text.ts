import { defineTexts } from '#platform/texts.ts';

export const heldBarTexts = defineTexts('booking/held-bar', {
  it: {
    timeIn: '{time} di {city}',
    extend: '5 minuti in più',
    leave: 'Lascia il posto',
    steps: 'Accedi|Persone|Riepilogo',
    when: '{day}, {time}',
    party: 'Per {party, plural, one {una persona} other {# persone}}',
  },
  en: {
    timeIn: '{time} in {city}',
    extend: '5 more minutes',
    leave: 'Give up the seat',
    steps: 'Log in|People|Summary',
    when: '{day}, {time}',
    party: 'For {party, plural, one {one person} other {# people}}',
  },
});
