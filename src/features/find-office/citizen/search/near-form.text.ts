import { defineTexts } from '#platform/texts.ts';

export const nearTexts = defineTexts('find-office/near', {
  it: {
    label: 'Le sedi più vicine a',
    button: 'Cerca vicino',
    position: 'Usa la mia posizione',
    about: 'Chiediamo la posizione solo se premi qui. La arrotondiamo a circa un chilometro e non la conserviamo.',
    asking: 'Cerchiamo la tua posizione…',
    denied: 'Non hai dato la posizione: va bene lo stesso. Scrivi qui sopra una città o un comune.',
    unknown: 'Il dispositivo non sa dove si trova. Scrivi qui sopra una città o un comune.',
  },
  en: {
    label: 'The offices nearest to',
    button: 'Search nearby',
    position: 'Use my position',
    about: 'We ask for your position only if you press here. We round it to about a kilometre and do not keep it.',
    asking: 'Looking for your position…',
    denied: 'You did not share your position: that is fine. Type a city or a municipality above.',
    unknown: 'Your device does not know where it is. Type a city or a municipality above.',
  },
});
