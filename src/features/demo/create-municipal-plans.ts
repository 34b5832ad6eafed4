import { type Demand, everyDay, lunch, type OfficePlan, plan, rule, type RulePlan } from './create-plan.ts';

export const municipalPlans: readonly OfficePlan[] = [
  {
    code: 'comune-h501-anagrafe',
    address: 'Via dell’Esempio 1, Roma',
    phone: '+39 06 5550 0101',
    planners: [
      plan(
        'Carte d’identità',
        ['cie'],
        { days: 42, at: '00:00', notice: 60 },
        'open',
        rule(everyDay, '08:30-17:30', 20, 12, lunch),
        rule([6], '08:30-12:30', 20, 10),
      ),
    ],
  },
  {
    code: 'comune-f205-anagrafe',
    address: 'Via del Campione 2, Milano',
    phone: '+39 02 5550 0101',
    planners: [
      plan(
        'Carte d’identità',
        ['cie'],
        { days: 30, at: '08:00', notice: 60 },
        'sold-out',
        rule(everyDay, '08:30-15:30', 20, 4),
        rule([6], '08:30-11:50', 20, 2),
      ),
    ],
  },
  {
    code: 'comune-a952-anagrafe',
    address: 'Via Modello 3, Bolzano',
    phone: '+39 0471 555 0101',
    planners: [
      plan(
        'Carte d’identità',
        ['cie'],
        { days: 45, at: '07:00' },
        'busy',
        rule(everyDay, '08:30-12:30', 20, 3),
        rule([4], '14:00-17:30', 20, 2),
      ),
      plan(
        'Visite a domicilio',
        ['cie-home-visit'],
        { days: 30, at: '07:00', notice: 2880 },
        'open',
        rule([2, 4], '14:30-17:50', 40, 1),
      ),
    ],
  },
  {
    code: 'comune-m297-anagrafe',
    address: 'Piazza della Prova 4, Fiumicino',
    phone: '+39 06 5550 0202',
    planners: [
      plan(
        'Carte d’identità',
        ['cie'],
        { days: 30, at: '00:00' },
        'busy',
        rule([1, 2, 3, 5], '08:45-12:15', 20, 2),
        rule([4], '14:30-17:00', 20, 2),
      ),
    ],
  },
  {
    code: 'comune-g602-anagrafe',
    address: 'Vicolo del Modello 5, Pienza',
    phone: '+39 0578 555 0101',
    planners: [
      plan(
        'Carte d’identità',
        ['cie'],
        { days: 15, at: '00:00' },
        'open',
        rule([2], '09:00-12:30', 30, 1),
        rule([4], '15:00-17:00', 30, 1),
      ),
    ],
  },
  // Around Roma, so that a search for the first date has something to compare: soon, later, far, and nothing.
  {
    code: 'comune-d773-anagrafe',
    address: 'Piazza del Saggio 6, Frascati',
    phone: '+39 06 5550 0301',
    // Two desks side by side, shown as one time; half of the seats are for residents, and some for who comes to the desk.
    planners: ['Sportello A', 'Sportello B'].map((name) => ({
      ...plan(name, ['cie'], { days: 20, at: '08:00' }, 'open', rule([2, 4], '09:00-11:00', 20, 2)),
      quotas: [
        { who: 'elsewhere', kind: 'at-most', seats: 1, per: 'slot', untilMinutes: null },
        { who: 'desk', kind: 'reserved', seats: 2, per: 'day', untilMinutes: 1440 },
      ],
    })),
  },
  nearRoma(
    'comune-c858-anagrafe',
    'Via dell’Assaggio 7, Colleferro',
    '0302',
    25,
    'busy',
    rule([1, 3], '09:00-11:00', 20, 1),
  ),
  nearRoma(
    'comune-l182-anagrafe',
    'Largo del Modello 8, Tivoli',
    '0303',
    30,
    'sold-out',
    rule([1, 3, 5], '09:00-11:00', 20, 1),
  ),
  nearRoma(
    'comune-e958-anagrafe',
    'Via del Prototipo 9, Marino',
    '0304',
    40,
    'sold-out',
    rule([5], '09:00-10:00', 20, 1),
  ),
  nearRoma(
    'comune-l719-anagrafe',
    'Corso della Prova 10, Velletri',
    '0305',
    45,
    'open',
    rule([6], '09:00-11:00', 20, 1),
  ),
];

function nearRoma(
  code: string,
  address: string,
  extension: string,
  days: number,
  demand: Demand,
  ...rules: readonly RulePlan[]
): OfficePlan {
  return {
    code,
    address,
    phone: `+39 06 5550 ${extension}`,
    planners: [plan('Carte d’identità', ['cie'], { days, at: '00:00' }, demand, ...rules)],
  };
}
