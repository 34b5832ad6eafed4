import { defineTexts } from '#platform/texts.ts';

export const chartTexts = defineTexts('reports/chart', {
  it: {
    served: 'Serviti',
    absent: 'Assenti',
    cancelled: 'Annullati',
    open: 'Da svolgere o da segnare',
    columnsSummary:
      '{labels, plural, one {Un valore} other {# valori}}, da {first} a {last}. Il massimo è {most}: {where}.',
    linesSummary: 'Da {first} a {last}. Il valore più alto è {most} ({where}), il più basso {least}.',
    barsSummary: '{list}.',
    bar: '{label}: {value}',
    heatSummary:
      'L’ora più piena è {full} ({fullShare}); la più libera {free} ({freeShare}). I numeri sono percentuali.',
    heatKey: 'Posti occupati ogni cento offerti. Più scuro vuol dire più pieno.',
    nothing: 'Nessun valore.',
  },
  en: {
    served: 'Served',
    absent: 'Absent',
    cancelled: 'Cancelled',
    open: 'To come, or not marked yet',
    columnsSummary:
      '{labels, plural, one {One value} other {# values}}, from {first} to {last}. The largest is {most}: {where}.',
    linesSummary: 'From {first} to {last}. The highest value is {most} ({where}), the lowest {least}.',
    barsSummary: '{list}.',
    bar: '{label}: {value}',
    heatSummary: 'The fullest hour is {full} ({fullShare}); the freest {free} ({freeShare}). Numbers are percentages.',
    heatKey: 'Seats taken of each hundred offered. Darker is fuller.',
    nothing: 'No values.',
  },
});
