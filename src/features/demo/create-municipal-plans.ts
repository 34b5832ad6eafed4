import { everyDay, lunch, type OfficePlan, plan, rule } from './create-plan.ts';

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
];
