import { firstServed, midnightInRome, throughTheDay, twoEvenings } from './create-release-rules.ts';
import { everyDay, lunch, type OfficePlan, opening, plan, rule } from './create-plan.ts';

const registry = ['aire-registration', 'aire-address-change'];

export const consularPlans: readonly OfficePlan[] = [
  {
    code: 'cons-london',
    address: '1 Example Row, London',
    phone: '+44 20 7946 0101',
    planners: [
      plan('Passaporti', ['passport'], { days: 91, at: '19:00' }, 'open', rule(everyDay, '09:00-16:00', 10, 12, lunch)),
      plan(
        'Carte d’identità',
        ['cie'],
        { days: 84, at: '18:00' },
        'busy',
        rule(everyDay, '09:00-12:30', 15, 2),
        rule([2, 4], '14:30-16:30', 15, 2),
      ),
      plan(
        'Anagrafe consolare e patenti',
        [...registry, 'driving-licence'],
        { days: 60, at: '16:00' },
        'open',
        rule([1, 3, 5], '09:30-12:30', 15, 2),
      ),
    ],
  },
  {
    code: 'cons-new-york-city',
    address: '100 Example Avenue, New York',
    phone: '+1 212 555 0101',
    planners: [
      plan('Passaporti', ['passport'], { days: 45, at: '18:00' }, 'sold-out', rule(everyDay, '09:00-12:30', 15, 3)),
      opening(
        plan(
          'Anagrafe consolare e patenti',
          [...registry, 'driving-licence'],
          { days: 45, at: '18:00' },
          'open',
          rule([2, 4], '09:30-12:00', 15, 2),
        ),
        throughTheDay,
      ),
    ],
  },
  {
    code: 'cons-buenos-aires',
    address: 'Calle Ejemplo 250, Buenos Aires',
    phone: '+54 11 5555 0101',
    planners: [
      plan('Passaporti', ['passport'], { days: 30, at: '19:00' }, 'sold-out', rule(everyDay, '08:00-13:00', 15, 4)),
      opening(
        plan('Carte d’identità', ['cie'], { days: 60, at: '19:00' }, 'busy', rule([1, 3, 5], '08:30-12:30', 20, 3)),
        twoEvenings,
      ),
      {
        ...plan(
          'Carte d’identità, precedenze',
          ['cie'],
          { days: 30, at: '08:00' },
          'open',
          rule([2, 4], '08:30-10:30', 20, 1),
        ),
        audience: firstServed,
      },
    ],
  },
  {
    code: 'cons-sao-paulo',
    address: 'Rua do Exemplo 80, São Paulo',
    phone: '+55 11 5555 0101',
    planners: [
      plan('Passaporti', ['passport'], { days: 30, at: '17:00' }, 'sold-out', rule(everyDay, '09:00-13:00', 15, 4)),
      opening(
        plan('Anagrafe consolare', registry, { days: 30, at: '17:00' }, 'open', rule([2, 4], '09:00-12:00', 15, 2)),
        midnightInRome,
      ),
    ],
  },
  {
    code: 'cons-sydney',
    address: '12 Example Street, Sydney',
    phone: '+61 2 5550 0101',
    planners: [
      plan(
        'Documenti',
        ['passport', 'cie'],
        { days: 56, at: '09:00' },
        'busy',
        rule([1, 2, 4, 5], '09:00-13:00', 20, 3),
        rule([3], '13:30-17:00', 20, 2),
      ),
      plan(
        'Patenti e AIRE',
        [...registry, 'driving-licence'],
        { days: 56, at: '09:00' },
        'open',
        rule([3], '09:00-12:00', 20, 1),
      ),
    ],
  },
  {
    code: 'cons-toronto',
    address: '45 Example Road, Toronto',
    phone: '+1 416 555 0101',
    planners: [
      plan(
        'Documenti',
        ['passport', 'cie', ...registry],
        { days: 75, at: '00:00' },
        'busy',
        rule(everyDay, '09:00-12:00', 20, 3),
        rule([3], '14:00-16:00', 20, 2),
      ),
    ],
  },
  {
    code: 'amb-berlin',
    address: 'Beispielstraße 7, Berlin',
    phone: '+49 30 5550 0101',
    planners: [
      plan(
        'Documenti',
        ['passport', 'cie'],
        { days: 107, at: '00:00', notice: 16 * 24 * 60 },
        'busy',
        rule([1, 2, 4, 5], '09:00-12:00', 20, 3),
        rule([3], '13:00-16:00', 20, 3),
      ),
    ],
  },
  {
    code: 'cons-zurich',
    address: 'Beispielweg 3, Zürich',
    phone: '+41 44 555 01 01',
    planners: [
      plan(
        'Documenti',
        ['passport', 'cie'],
        { days: 60, at: '08:00' },
        'open',
        rule(everyDay, '08:30-12:30', 15, 3),
        rule([2], '14:00-17:00', 15, 2),
      ),
      plan('Anagrafe consolare', registry, { days: 30, at: '08:00' }, 'open', rule([1, 4], '09:00-11:30', 10, 1)),
    ],
  },
  {
    code: 'amb-tirana',
    address: 'Rruga Shembull 9, Tirana',
    phone: '+355 4 555 0101',
    planners: [
      plan(
        'Sportello unico',
        ['passport', 'cie', ...registry, 'driving-licence'],
        { days: 45, at: '10:00' },
        'open',
        rule([1, 3, 5], '09:00-12:30', 15, 2),
      ),
    ],
  },
  {
    code: 'amb-tokyo',
    address: 'Rei 1-2-3, Minato, Tokyo',
    phone: '+81 3 5550 0101',
    planners: [
      plan(
        'Sportello unico',
        ['passport', 'cie', ...registry, 'driving-licence'],
        { days: 60, at: '00:00' },
        'open',
        rule([1, 2, 4, 5], '09:30-12:30', 30, 2),
      ),
    ],
  },
  {
    code: 'cons-mumbai',
    address: '20 Example Marg, Mumbai',
    phone: '+91 22 5550 0101',
    planners: [
      plan(
        'Sportello unico',
        ['passport', 'cie', 'driving-licence'],
        { days: 40, at: '12:00' },
        'open',
        rule([2, 4], '09:30-12:30', 20, 1),
      ),
    ],
  },
];
