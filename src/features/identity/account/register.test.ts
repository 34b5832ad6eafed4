import { expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { useDeps } from '#test/deps.ts';
import { personKey } from '../person-key.ts';
import { register } from './register.ts';

const deps = useDeps();

it('a new account knows who its owner is, so that a second booking of theirs is refused before the form', async () => {
  const { db, secrets, clock } = deps.current;
  const person = {
    givenName: 'Ada',
    familyName: 'Prova',
    birthDate: Temporal.PlainDate.from('1980-05-05'),
    birthPlace: 'Roma',
  };
  const registration = { ...person, email: 'ada@prova.example', passwordHash: 'x', language: 'it' } as const;
  const { accountId } = await transact(db, (tx) => register(tx, { registration, now: clock.now(), secrets }));
  const row = await db.selectFrom('account').select('person_key').where('id', '=', accountId).executeTakeFirstOrThrow();
  expect(row.person_key).toEqual(personKey(secrets, person));
});
