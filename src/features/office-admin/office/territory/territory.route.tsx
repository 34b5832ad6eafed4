import type { FastifyInstance, FastifyReply } from 'fastify';
import { audit } from '#features/audit/index.ts';
import { accountName } from '#features/identity/index.ts';
import {
  listCountries,
  officesServing,
  parentOf,
  saveTerritory,
  territoryOf,
  territoryRecord,
} from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, formValue, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { type AtOffice, openOfficeSettings } from '../../at-office.ts';
import { settingsPaths } from '../../paths.ts';
import { faultWords } from '../../words.ts';
import { readSeen } from '../details.form.ts';
import { territorySchema, territoryValues } from './territory.form.ts';
import { territoryFaults } from './territory.text.ts';
import { TerritoryView } from './territory.view.tsx';

/** `/office/{office}/territory`: what the office serves. */
export function addTerritoryPages(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/territory', async (request, reply) => {
    const at = await openOfficeSettings(deps, request);
    const saved = queryText(request.query, 'done') === 'saved';
    return show(reply, at, undefined, saved);
  });

  app.post('/office/:office/territory', async (request, reply) => {
    const at = await openOfficeSettings(deps, request);
    const { language } = request;
    const words = faultWords(territoryFaults, language);
    const form = readForm(request, territorySchema({ mayBeEmpty: at.office.parentId !== null }), words);
    if (!form.ok) return show(reply.code(form.status), at, { language, values: form.values, errors: form.errors });
    const { accountId } = at.viewer;
    const officeId = at.office.id;
    const saved = await transact(deps.db, async (tx) => {
      const seen = readSeen(formValue(form.values, 'seen'));
      const outcome = await saveTerritory(tx, { officeId, territory: form.value, accountId, seen, now: at.now });
      if (outcome.ok) {
        const detail = { countries: form.value.map(({ country }) => country) };
        await audit(tx, { at: at.now, accountId, officeId, action: 'edit-territory', subject: null, detail });
      }
      return outcome;
    });
    if (saved.ok) return goTo(reply, `${settingsPaths.territory(at.office.code)}?done=saved`);
    const errors = [fieldError('', saved.reason, language, words(saved.reason))];
    const { changedAt } = await territoryRecord(deps.db, officeId);
    const values = { ...form.values, seen: changedAt?.toString() ?? '' };
    return show(reply.code(saved.reason === 'changed-meanwhile' ? 409 : 422), at, { language, values, errors });
  });

  async function show(reply: FastifyReply, at: AtOffice, sent?: FormState, saved = false): Promise<FastifyReply> {
    const context = reply.pageContext();
    const [territory, record, countries, parent, others] = await Promise.all([
      territoryOf(deps.db, at.office.id),
      territoryRecord(deps.db, at.office.id),
      listCountries(deps.db),
      parentOf(deps.db, at.office),
      officesServing(deps.db, at.office.country),
    ]);
    const { changedAt, changedBy, isOwn } = record;
    const by = changedBy === null ? undefined : await accountName(deps.db, changedBy);
    const known = territoryValues(isOwn ? territory : [], changedAt);
    const view = {
      context,
      at,
      form: sent ?? freshForm(context.language, known),
      countries,
      inherited: isOwn ? undefined : parent,
      parent,
      changed: changedAt && { at: changedAt, by: by ?? '' },
      others,
      saved,
    };
    return page(reply, <TerritoryView {...view} changed={view.changed ?? undefined} />);
  }
}
