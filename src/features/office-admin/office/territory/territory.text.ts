import { defineTexts } from '#platform/texts.ts';

export const territoryTexts = defineTexts('office-admin/territory', {
  it: {
    title: 'Territorio',
    lead: 'Quali Paesi, o quali parti di un Paese, segue la sede. Si vede sulla pagina pubblica e nella ricerca, e serve a proporre la sede giusta a chi si registra o si trasferisce.',
    saved: 'Territorio salvato: è già sulla pagina pubblica.',
    ofParent: 'Questa sede dipende da {parent} e segue lo stesso territorio. Scrivine uno qui sotto solo se è diverso.',
    fromData: 'Quello che vedi viene dai dati pubblici. Correggilo: gli aggiornamenti dei dati non lo cambieranno più.',
    others: 'Altre sedi per {country}',
    otherServes: '{office}: {parts}',
    whole: 'tutto il Paese',
    country: 'Paese {number}',
    choose: 'Nessuno',
    parts: 'Parti del Paese {number}',
    partsHint:
      'Una per riga: Stati, regioni, province, cantoni. Vuoto: tutto il Paese. Dopo una barra il nome inglese: Scozia | Scotland.',
    save: 'Salva il territorio',
    busy: 'Salvo…',
    publicPage: 'Pagina pubblica',
    noneParent: 'Per tornare al territorio di {parent} lascia vuoti tutti i Paesi.',
  },
  en: {
    title: 'Territory',
    lead: 'Which countries, or parts of a country, the office serves. It shows on the public page and in the search, and helps to propose the right office to those who register or move.',
    saved: 'Territory saved: it is on the public page already.',
    ofParent:
      'This office stands under {parent} and serves the same territory. Write one below only if it is different.',
    fromData: 'What you see comes from public data. Correct it: later updates of the data will not change it any more.',
    others: 'Other offices for {country}',
    otherServes: '{office}: {parts}',
    whole: 'the whole country',
    country: 'Country {number}',
    choose: 'None',
    parts: 'Parts of country {number}',
    partsHint:
      'One a line: states, regions, provinces, cantons. Empty: the whole country. After a bar the English name: Scozia | Scotland.',
    save: 'Save the territory',
    busy: 'Saving…',
    publicPage: 'Public page',
    noneParent: 'To go back to the territory of {parent}, leave all countries empty.',
  },
});

export const territoryFaults = defineTexts('office-admin/territory-faults', {
  it: {
    'changed-meanwhile': 'Nel frattempo qualcun altro ha salvato il territorio. Controlla e salva di nuovo.',
    'unknown-country': 'Scegli un Paese della lista.',
    'country-twice': 'Questo Paese c’è già più sopra: metti insieme le sue parti.',
    'country-needed': 'Scegli il Paese di queste parti.',
    'part-twice': 'Una parte è scritta due volte.',
    'too-many-parts': 'Al massimo 80 parti per Paese.',
    'part-too-long': 'Una riga è troppo lunga: al massimo 120 caratteri.',
    empty: 'Scegli almeno un Paese.',
  },
  en: {
    'changed-meanwhile': 'Somebody else saved the territory in the meantime. Check and save again.',
    'unknown-country': 'Choose a country of the list.',
    'country-twice': 'This country is above already: put its parts together.',
    'country-needed': 'Choose the country of these parts.',
    'part-twice': 'A part is written twice.',
    'too-many-parts': 'At most 80 parts a country.',
    'part-too-long': 'A line is too long: at most 120 characters.',
    empty: 'Choose at least one country.',
  },
});
