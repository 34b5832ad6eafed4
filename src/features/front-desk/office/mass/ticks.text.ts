import { defineTexts } from '#platform/texts.ts';

export const ticksTexts = defineTexts('front-desk/ticks', {
  it: { title: 'Con gli appuntamenti spuntati', tick: 'Scegli {name}, {time}' },
  en: { title: 'With the ticked appointments', tick: 'Choose {name}, {time}' },
});
