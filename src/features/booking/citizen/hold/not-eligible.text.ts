import { defineTexts } from '#platform/texts.ts';

export const notEligibleTexts = defineTexts('booking/not-eligible', {
  it: {
    kept: 'Il posto resta tuo fino {time}: se torni prima, continui da dove eri.',
    times: 'Torna agli orari',
    otherOffices: 'Cerca in un’altra sede',
  },
  en: {
    kept: 'The seat stays yours until {time}: if you are back before, you go on from where you were.',
    times: 'Back to the times',
    otherOffices: 'Look at another office',
  },
});
