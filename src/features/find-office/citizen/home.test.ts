import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { hrefs, useOpenOffices } from '#test/open-offices.ts';

const deps = useDeps();
const offices = useOpenOffices(deps);

describe('the home page', () => {
  it('asks one question and shows where there are seats', async () => {
    const { html, text } = await offices.visit('/');
    expect(html.querySelectorAll('h1').map((heading) => heading.text)).toEqual(['Dove vuoi prenotare?']);
    expect(html.querySelector('form[role=search]')?.getAttribute('action')).toBe('/offices');
    expect(hrefs(html)).toEqual(expect.arrayContaining(['/offices?service=passport', '/offices/cons-london']));
    expect(text).toContain('Prima data: lun 23 nov, Londra');
    expect(parse((await offices.app.inject('/')).body).text).toMatch(/posti liberi in 2 sedi/);
  });
});
