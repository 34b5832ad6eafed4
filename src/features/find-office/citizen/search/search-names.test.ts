import { describe, expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { useOpenOffices } from '#test/open-offices.ts';

const deps = useDeps();
const offices = useOpenOffices(deps);

const town = (code: string) => `comune-${code}-anagrafe`;
const rome = town('h501');
const padova = town('g224');
const bolzano = town('a952');

describe('what people type leads first to the office they mean', () => {
  it.each([
    // cities abroad, in several languages and alphabets
    ['Londra', 'cons-london'],
    ['LONDON', 'cons-london'],
    ['Londres', 'cons-london'],
    ['London, United Kingdom', 'cons-london'],
    ['consolato generale di Londra', 'cons-london'],
    ['Munich', 'cons-munich'],
    ['München', 'cons-munich'],
    ['muenchen', 'cons-munich'],
    ['Monaco di Baviera', 'cons-munich'],
    ['Zürich', 'cons-zurich'],
    ['zurigo', 'cons-zurich'],
    ['Genève', 'cons-geneve'],
    ['Ginevra', 'cons-geneve'],
    ['Genf', 'cons-geneve'],
    ['Lyon', 'cons-lyon'],
    ['Paris', 'cons-paris'],
    ['parigi', 'cons-paris'],
    ['Wien', 'amb-vienna'],
    ['aia', 'amb-the-hague'],
    ['Den Haag', 'amb-the-hague'],
    ['sao paulo', 'cons-sao-paulo'],
    ['Bombay', 'cons-mumbai'],
    ['東京', 'amb-tokyo'],
    ['Москва', 'cons-moscow'],
    // countries, in several languages, and those without an office of their own
    ['Inghilterra', 'cons-london'],
    ['Großbritannien', 'cons-london'],
    ['Regno Unito', 'cons-london'],
    ['Albania', 'amb-tirana'],
    ['Shqipëri', 'amb-tirana'],
    ['Irland', 'amb-dublin'],
    ['Portogallo', 'amb-lisbon'],
    ['Andorra', 'cons-barcelona'],
    // towns abroad: the nearest office of the country
    ['Oxford', 'cons-london'],
    ['Liverpool', 'cons-manchester'],
    ['Cambridge Regno Unito', 'cons-london'],
    // municipalities, with accents, apostrophes, saints, other languages
    ['Roma', rome],
    ['rome', rome],
    ['Padova (PD)', padova],
    ['comune di padova', padova],
    ['Padua', padova],
    ['Bozen', bolzano],
    ['Bolzano/Bozen', bolzano],
    ["l'aquila", town('a345')],
    ['laquila', town('a345')],
    ['aquila', town('a345')],
    ['forli', town('d704')],
    ["Forli'", town('d704')],
    ['reggio emilia', town('h223')],
    ['Reggio Calabria', town('h224')],
    ['S. Giovanni Rotondo', town('h926')],
    ['s giovanni rotondo', town('h926')],
    ["sant'angelo lodigiano", town('i274')],
    ['santangelo lodigiano', town('i274')],
    ['Firenze', town('d612')],
    ['Florenz', town('d612')],
    // codes and postcodes
    ['H501', rome],
    ['cons-london', 'cons-london'],
    ['00186', rome],
    ['00154', rome],
    ['20143', town('f205')],
    // municipalities that are part of another today, and earlier names
    ['Bazzano', town('m320')],
    ['Corigliano Calabro', town('m403')],
    ['Rossano', town('m403')],
    ['Girgenti', town('a089')],
    ['Nervi', town('d969')],
    // provinces and regions
    ['provincia di Roma', rome],
    ['Umbria', town('g478')],
    ['Südtirol', bolzano],
    // typing errors
    ['Lodnra', 'cons-london'],
    ['Padvoa', padova],
    ['Rmoa', rome],
    ['Milnao', town('f205')],
    ['Zurgio', 'cons-zurich'],
    ['Barcelllona', 'cons-barcelona'],
    ['Buones Aires', 'cons-buenos-aires'],
    ['San Giovani Rotondo', town('h926')],
    ['consolato di lodnra', 'cons-london'],
    ['Catanzzaro', town('c352')],
  ])('%s', async (typed, expected) => {
    const { html, status } = await offices.visit(`/offices?q=${encodeURIComponent(typed)}`);
    expect(status).toBe(200);
    const first = html.querySelector('.t-card-link .t-card-title a')?.getAttribute('href');
    expect(first).toBe(`/offices/${expected}`);
  });

  it('knows what is not in the data, and leads on', async () => {
    const { html, text } = await offices.visit('/offices?q=xqzwkj');
    expect(text).toContain('Nessuna sede trovata per «xqzwkj»');
    expect(html.querySelectorAll('main a').map((link) => link.getAttribute('href'))).toEqual(
      expect.arrayContaining(['/offices', '/offices#abroad', '/offices#italy', '/offices?bookable=yes']),
    );
  });
});
