import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { projectPath } from '#platform/root.ts';
import { type TableUse, tableOwners, tablesIn, tableUses } from './sql-arrows.ts';

const { below } = createRequire(import.meta.url)(projectPath('.dependency-cruiser.cjs')) as {
  readonly below: Readonly<Record<string, readonly string[]>>;
};

/** Views belong to the feature that asks them; what Kysely knows of is in a tables.ts already. */
const views: readonly (readonly [string, string])[] = [['closure_occurrence', 'planner']];

const features = projectPath('src', 'features');
const owners = new Map([...tableOwners(features), ...views]);
const uses = tableUses(features, new Set(owners.keys()));

/** What is read against the arrows today. Nothing is added here without a reason that a newcomer accepts. */
const readAgainstTheArrows: Readonly<Record<string, string>> = {
  'planner/calendar/closure.query.ts: booking': 'how many appointments an entry of the calendar stands upon',
  'planner/calendar/day-appointments.query.ts: booking': 'whose day is to be planned, as the day’s page lists them',
  'planner/calendar/day-appointments.query.ts: booking_person':
    'the surname beside each code, by which the desk knows them',
  'planner/day-offers.query.ts: proposal': 'how the seats offered instead of that day’s are going',
  'planner/day-offers.query.ts: booking': 'and for whom',
  'planner/calendar/office-calendar.query.ts: booking': 'the appointments of each day of the calendar, one count a day',
  'planner/releases/sold-out.job.ts: hold': 'when the last seat of a release was taken, read once it is gone',
  'planner/slots/uncovered-bookings.query.ts: booking':
    'whom a change would leave without a seat, told before it is made',
  'planner/slots/uncovered-bookings.query.ts: booking_person': 'the surname beside each code there too',
  'identity/cleanup.job.ts: booking': 'an account that was never proved goes, unless a booking is its own',
  'identity/account/forget-unused.job.ts: booking':
    'nobody with an appointment to come loses an account for not using it',
  'identity/account/proved-person.query.ts: booking': 'whether an office knows the person by an appointment',
  'identity/account.query.ts: office': 'the name of the office somebody belongs to',
  'identity/api/accounts.api.ts: office': 'the office a code of the API means',
  'identity/account/countries.query.ts: country': 'the countries one may live in, for whoever registers',
  'identity/local-accounts/local-account-rule.query.ts: office':
    'whether an office is a consular one, for the dates of law',
  'identity/local-accounts/warn-owners.job.ts: office': 'whom a consular office serves, to tell them ahead',
  'identity/office-names.query.ts: office': 'the names of the offices of somebody’s roles',
  'identity/roles/who-reaches.query.ts: office':
    'the office that another is a site of: roles given with sites hold there',
  'identity/second-factor/access-rule.query.ts: office': 'the sites under an office, which may ask more of logins',
  'identity/second-factor/second-factor.sql.ts: office': 'the same, in the one query of every request',
  'identity/viewer.query.ts: office': 'the code and name of each office of a role, in the one query of every request',
};

/** Who writes tables of others. */
const mayWriteAll: Readonly<Record<string, string>> = {
  demo: 'it makes a past that no verb could make: offices, people and days that are over',
};

describe('the SQL of a feature', () => {
  it('is seen in full: every table is named by its own feature', () => {
    const seen = new Set(uses.filter(({ feature, table }) => owners.get(table) === feature).map(({ table }) => table));
    expect(owners.size).toBeGreaterThan(30);
    expect([...owners.keys()].filter((table) => !seen.has(table))).toEqual([]);
    expect(uses.length).toBeGreaterThan(owners.size * 5);
  });

  it('reads only tables of its own and of features below, but for what is named here', () => {
    const upwards = uses.filter(({ feature, table }) => {
      const owner = ownerOf(table);
      return owner !== feature && !below[feature]?.includes(owner);
    });
    expect(named(upwards)).toEqual(Object.keys(readAgainstTheArrows).toSorted());
  });

  it('writes only its own tables, but for the demo', () => {
    const others = uses.filter(({ feature, table, writes }) => writes && ownerOf(table) !== feature);
    expect(named(others.filter(({ feature }) => mayWriteAll[feature] === undefined))).toEqual([]);
    expect([...new Set(others.map(({ feature }) => feature))]).toEqual(Object.keys(mayWriteAll));
  });
});

describe('the reader of SQL', () => {
  it.each([
    ["db.selectFrom('booking as b').innerJoin('slot', 's.id', 'b.slot_id')", ['booking', 'slot'], []],
    ["tx.updateTable('slot').from('hold')", ['slot', 'hold'], ['slot']],
    ["tx.deleteFrom('message')", ['message'], ['message']],
    ['sql`SELECT code FROM booking b LEFT JOIN slot ON true`', ['booking', 'slot'], []],
    ['sql`SELECT FROM booking b, slot s`', ['booking', 'slot'], []],
    ['sql`INSERT INTO hold SELECT FROM slot`', ['hold', 'slot'], ['hold']],
    ['sql`DELETE FROM hold USING slot`', ['hold', 'slot'], ['hold']],
    ['sql`UPDATE slot SET taken = 0 FROM hold`', ['slot', 'hold'], ['slot']],
    ["// FROM booking\nconst from = 'JOIN';", [], []],
  ])('finds what %s names', (source, tables, written) => {
    const found = tablesIn(source);
    expect(found.map(({ table }) => table)).toEqual(tables);
    expect(found.filter(({ writes }) => writes).map(({ table }) => table)).toEqual(written);
  });
});

function ownerOf(table: string): string {
  return owners.get(table) ?? '';
}

function named(found: readonly TableUse[]): string[] {
  return [...new Set(found.map(({ file, table }) => `${file}: ${table}`))].toSorted();
}
