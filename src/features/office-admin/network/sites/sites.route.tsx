import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { audit } from '#features/audit/index.ts';
import {
  addSite,
  editSite,
  listCountries,
  type Office,
  officeAt,
  parentOf,
  sitesOf,
  switchSite,
} from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, formValue, readForm, readPost } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { pathPart } from '#platform/http/path.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { openNetwork } from '../../at-office.ts';
import { networkPaths } from '../../paths.ts';
import { faultWords } from '../../words.ts';
import { EditSiteView, type SiteNotice } from './edit-site.view.tsx';
import { codePrefix, newSiteSchema, siteOf, siteSchema, siteValues } from './site.form.ts';
import { siteFaults } from './sites.text.ts';
import { SitesView } from './sites.view.tsx';

const notices: readonly SiteNotice[] = ['saved', 'switchedOff', 'switchedOn'];

/** `/network/sites/{office}` and below: offices under an office. */
export function addNetworkSites(app: FastifyInstance, deps: Deps): void {
  app.get('/network/sites/:office', async (request, reply) => {
    openNetwork(deps, request);
    const parent = await requireParent(request);
    const { country, timeZone } = parent;
    const fresh = { code: codePrefix(parent), country, timeZone, languages: [...parent.languages] };
    const added = queryText(request.query, 'done') === 'added';
    return list(reply, parent, freshForm(request.language, fresh), added);
  });

  app.post('/network/sites/:office', async (request, reply) => {
    const { viewer, now } = openNetwork(deps, request);
    const parent = await requireParent(request);
    const { language } = request;
    const words = faultWords(siteFaults, language);
    const form = readForm(request, newSiteSchema(parent), words);
    if (!form.ok) return list(reply.code(form.status), parent, { language, values: form.values, errors: form.errors });
    const { code, country } = form.value;
    const site = { ...siteOf(form.value), country };
    const { accountId } = viewer;
    const made = await transact(deps.db, async (tx) => {
      const outcome = await addSite(tx, { parentId: parent.id, code, site, now });
      if (outcome.ok)
        await audit(tx, {
          at: now,
          accountId,
          officeId: parent.id,
          action: 'add-site',
          subject: `office:${outcome.id}`,
        });
      return outcome;
    });
    if (made.ok) return goTo(reply, `${networkPaths.sites(parent.code)}?done=added`);
    const field = made.reason === 'unknown-country' ? 'country' : 'code';
    const errors = [fieldError(field, made.reason, language, words(made.reason))];
    return list(reply.code(422), parent, { language, values: form.values, errors });
  });

  app.get('/network/sites/:office/edit', async (request, reply) => {
    openNetwork(deps, request);
    const site = await requireSite(request);
    const done = queryText(request.query, 'done');
    const notice = notices.find((known) => known === done);
    return edit(reply, site, freshForm(request.language, siteValues(site)), notice);
  });

  app.post('/network/sites/:office/edit', async (request, reply) => {
    const { viewer, now } = openNetwork(deps, request);
    const site = await requireSite(request);
    const { language } = request;
    const form = readForm(request, siteSchema, faultWords(siteFaults, language));
    if (!form.ok) return edit(reply.code(form.status), site, { language, values: form.values, errors: form.errors });
    await change(site, viewer.accountId, now, 'edit-site', (tx) =>
      editSite(tx, { siteId: site.id, site: siteOf(form.value), now }),
    );
    return goTo(reply, `${networkPaths.editSite(site.code)}?done=saved`);
  });

  app.post('/network/sites/:office/switch', async (request, reply) => {
    const { viewer, now } = openNetwork(deps, request);
    const site = await requireSite(request);
    readPost(request);
    const active = formValue(readForm(request, siteSchema).values, 'to') === 'on';
    await change(site, viewer.accountId, now, active ? 'switch-site-on' : 'switch-site-off', (tx) =>
      switchSite(tx, { siteId: site.id, active, now }),
    );
    return goTo(reply, `${networkPaths.editSite(site.code)}?done=${active ? 'switchedOn' : 'switchedOff'}`);
  });

  /** Does it, and writes down who did. */
  async function change(
    site: Office,
    accountId: number,
    now: Temporal.Instant,
    action: string,
    verb: (tx: Parameters<typeof editSite>[0]) => Promise<{ ok: true }>,
  ): Promise<void> {
    await transact(deps.db, async (tx) => {
      await verb(tx);
      await audit(tx, { at: now, accountId, officeId: site.parentId, action, subject: `office:${site.id}` });
      return { ok: true };
    });
  }

  async function requireParent(request: FastifyRequest): Promise<Office> {
    const office = await officeAt(deps.db, pathPart(request, 'office'));
    if (office === undefined || office.parentId !== null) throw notFound('unknown-office');
    return office;
  }

  async function requireSite(request: FastifyRequest): Promise<Office> {
    const office = await officeAt(deps.db, pathPart(request, 'office'));
    if (office === undefined || office.parentId === null) throw notFound('unknown-office');
    return office;
  }

  async function list(reply: FastifyReply, parent: Office, form: FormState, added = false): Promise<FastifyReply> {
    const [sites, countries] = await Promise.all([sitesOf(deps.db, parent.id), listCountries(deps.db)]);
    return page(reply, <SitesView {...{ context: reply.pageContext(), parent, sites, countries, form, added }} />);
  }

  async function edit(reply: FastifyReply, site: Office, form: FormState, notice?: SiteNotice): Promise<FastifyReply> {
    const parent = await parentOf(deps.db, site);
    if (parent === undefined) throw notFound('unknown-office');
    return page(reply, <EditSiteView {...{ context: reply.pageContext(), site, parent, form, notice }} />);
  }
}
