import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { audit } from '#features/audit/index.ts';
import { emailField } from '#features/identity/index.ts';
import { saveSiteOwner, siteOwner } from '#features/site/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, formValue, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { openNetwork } from '../at-office.ts';
import { officeEmail, officePhone, officeWebsite, optionalLine } from '../contact-fields.ts';
import { networkPaths } from '../paths.ts';
import { faultWords } from '../words.ts';
import { networkSiteFaults } from './site.text.ts';
import { NetworkSiteView } from './site.view.tsx';

const isHttps = (address: string | null) => address === null || address.startsWith('https://');

const siteSchema = z.object({
  name: optionalLine(200),
  address: optionalLine(300),
  email: officeEmail,
  phone: officePhone,
  dpo: optionalLine(300),
  accessibilityEmail: officeEmail,
  securityContact: optionalLine(300).refine(
    (contact) =>
      contact === null || emailField.safeParse(contact).success || (URL.canParse(contact) && isHttps(contact)),
    'contact',
  ),
  sourceUrl: officeWebsite.refine(isHttps, 'website'),
});

/** `/network/site`: who runs the site. */
export function addNetworkSite(app: FastifyInstance, deps: Deps): void {
  app.get(networkPaths.site, async (request, reply) => {
    openNetwork(deps, request);
    const { changedAt, ...owner } = await siteOwner(deps.db);
    const known = Object.fromEntries(Object.entries(owner).map(([name, value]) => [name, value ?? '']));
    const form = freshForm(request.language, { ...known, seen: changedAt?.toString() ?? '' });
    return show(reply, form, queryText(request.query, 'done') === 'saved');
  });

  app.post(networkPaths.site, async (request, reply) => {
    const { viewer, now } = openNetwork(deps, request);
    const { language } = request;
    const words = faultWords(networkSiteFaults, language);
    const form = readForm(request, siteSchema, words);
    if (!form.ok) return show(reply.code(form.status), { language, values: form.values, errors: form.errors });
    const { accountId } = viewer;
    const saved = await transact(deps.db, async (tx) => {
      const seen = readSeen(formValue(form.values, 'seen'));
      const outcome = await saveSiteOwner(tx, { owner: form.value, accountId, seen, now });
      if (outcome.ok) {
        await audit(tx, { at: now, accountId, officeId: null, action: 'edit-site-owner', subject: null });
      }
      return outcome;
    });
    if (saved.ok) return goTo(reply, `${networkPaths.site}?done=saved`);
    const { changedAt } = await siteOwner(deps.db);
    const errors = [fieldError('', saved.reason, language, words(saved.reason))];
    const values = { ...form.values, seen: changedAt?.toString() ?? '' };
    return show(reply.code(409), { language, values, errors });
  });
}

function show(reply: FastifyReply, form: FormState, saved = false): FastifyReply {
  return page(reply, <NetworkSiteView context={reply.pageContext()} form={form} saved={saved} />);
}

/** When what the editor saw had last been changed; what is no instant never was. */
function readSeen(text: string): Temporal.Instant | null {
  try {
    return text === '' ? null : Temporal.Instant.from(text);
  } catch {
    return null;
  }
}
