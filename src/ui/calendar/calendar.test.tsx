import { parse } from 'node-html-parser';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { Calendar } from './calendar.tsx';
import { FirstDates } from './first-dates.tsx';

const days = [
  { date: '2027-01-12', free: 5, href: '/times?date=2027-01-12' },
  { date: '2027-01-14', free: 1, href: '/times?date=2027-01-14' },
  { date: '2027-01-15', free: 0, href: '/times?date=2027-01-15' },
];

function draw(language: 'it' | 'en' = 'it') {
  const months = ['2027-01', '2027-02', '2027-03'];
  return parse(renderToString(<Calendar language={language} months={months} days={days} today="2027-01-05" />));
}

describe('the calendar', () => {
  test('names each free day with its seats', () => {
    const spoken = draw().querySelectorAll('a .visually-hidden');
    expect(spoken.map(({ text }) => text)).toEqual([
      'martedì 12 gennaio, 5 posti liberi',
      'giovedì 14 gennaio, un posto libero',
    ]);
    expect(draw('en').querySelector('a .visually-hidden')?.text).toBe('Tuesday 12 January, 5 free seats');
  });

  test('links only days with seats, with a tick and their number', () => {
    const links = draw().querySelectorAll('td a');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([days[0]?.href, days[1]?.href]);
    expect(links[0]?.querySelector('svg')).not.toBeNull();
    expect(links[0]?.querySelector('.t-day-seats')?.text).toBe('5');
  });

  test('shows a month without seats in one line', () => {
    const empty = draw().querySelectorAll('.t-month-empty');
    expect(empty.map(({ text }) => text)).toEqual([
      'Febbraio 2027: nessun posto libero',
      'Marzo 2027: nessun posto libero',
    ]);
    expect(draw().querySelectorAll('table')).toHaveLength(1);
  });

  test('marks today', () => {
    expect(draw().querySelector('[aria-current=date]')?.text).toContain('5');
  });

  test('is a table with headings and a caption', () => {
    const table = draw().querySelector('table');
    expect(table?.querySelector('caption')?.text).toBe('Gennaio 2027: 2 giorni con posti liberi');
    expect(table?.querySelectorAll('th[scope=col] .visually-hidden')[0]?.text).toBe('lunedì');
  });
});

test('the first free dates are at most six', () => {
  const many = Array.from({ length: 9 }, (_, index) => ({ date: `2027-01-1${index}`, free: 2, href: `/t?${index}` }));
  const list = parse(renderToString(<FirstDates language="it" dates={many} />));
  expect(list.querySelectorAll('li')).toHaveLength(6);
});
