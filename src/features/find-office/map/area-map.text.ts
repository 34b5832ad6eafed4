import { defineTexts } from '#platform/texts.ts';

export const areaMapTexts = defineTexts('find-office/area-map', {
  it: {
    title: 'Mappa delle sedi',
    about:
      'Ogni segno ha il numero della sede nella lista; forma e colore dicono quando è la prima data. La mappa mostra i confini delle province.',
    mark: '{number}. {office}: {date}',
    soon: 'entro 7 giorni',
    later: 'entro 30 giorni',
    far: 'più tardi',
    none: 'nessun posto adesso',
    legend: 'Prima data',
    scale: '{km} km',
    source: 'Le sedi stanno al centro del loro comune. Confini delle province: ISTAT e openpolis, CC BY 4.0.',
  },
  en: {
    title: 'Map of the offices',
    about:
      'Each mark has the number of the office in the list; shape and colour tell when its first date is. The map shows the borders of the provinces.',
    mark: '{number}. {office}: {date}',
    soon: 'within 7 days',
    later: 'within 30 days',
    far: 'later',
    none: 'no seat right now',
    legend: 'First date',
    scale: '{km} km',
    source: 'Offices stand in the middle of their municipality. Borders of provinces: ISTAT and openpolis, CC BY 4.0.',
  },
});
