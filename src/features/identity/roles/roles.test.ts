import { describe, expect, it } from 'vitest';
import { mayDo, officeTasks } from './roles.ts';
import type { HeldRole, RoleName } from '../viewer.ts';

const held = (role: RoleName, officeId: number | null): { roles: HeldRole[] } => ({
  roles: [{ role, officeId, officeCode: officeId === null ? null : `office-${officeId}` }],
});
const tasks = (role: RoleName, officeId: number | null, at: number) =>
  officeTasks.filter((task) => mayDo(held(role, officeId), at, task));

describe('roles', () => {
  it('of one office allow nothing at another', () => {
    for (const role of ['helper', 'operator', 'officer', 'planner-manager', 'office-admin'] as const) {
      expect(tasks(role, 1, 2)).toEqual([]);
    }
  });
  it('let an operator run the day, and not change how the office opens', () => {
    expect(tasks('operator', 1, 1)).toEqual([
      'see-agenda',
      'see-booking',
      'book-for-citizen',
      'confirm',
      'cancel',
      'serve',
      'answer-help',
    ]);
  });
  it('let an officer also write to many people and take a booking in charge', () => {
    const more = tasks('officer', 1, 1).filter((task) => !tasks('operator', 1, 1).includes(task));
    expect(more).toEqual(expect.arrayContaining(['write-to-many', 'take-in-charge']));
  });
  it('let a helper only book, seeing nobody’s bookings', () => {
    expect(tasks('helper', 1, 1)).toEqual(['book-for-citizen']);
  });
  it('let the network’s administrator do everything everywhere, and an auditor only look', () => {
    expect(tasks('network-admin', null, 7)).toEqual([...officeTasks]);
    expect(tasks('auditor', null, 7)).toEqual(['see-agenda', 'see-booking', 'see-reports', 'see-log']);
    expect(tasks('integration', null, 7)).toEqual([]);
  });
});
