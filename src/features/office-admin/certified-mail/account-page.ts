import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { audit } from '#features/audit/index.ts';
import {
  type CertifiedAccount,
  certifiedAccountFor,
  certifiedAccountOf,
  removeCertifiedAccount,
  saveCertifiedAccount,
} from '#features/certified-mail/index.ts';
import type { Viewer } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm, readPost } from '#platform/http/form.ts';
import { goTo } from '#platform/http/page.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { faultWords } from '../words.ts';
import { accountSchema, accountValues } from './account.form.ts';
import { certifiedAccountFaults } from './account.text.ts';
import { type ShownTrial, tryKept } from './trial.ts';

/** Whose mailbox an address is about, once its guard has let somebody in. */
export interface AccountPlace {
  readonly officeId: number | null;
  readonly viewer: Viewer;
  readonly path: string;
}

export interface ShownAccount {
  readonly form: FormState;
  readonly account: CertifiedAccount | undefined;
  readonly inherited: string | undefined;
  readonly done: string | undefined;
  readonly trial: ShownTrial | undefined;
}

/** The page of a certified mailbox, its trial and its removal, below one address of an office's or the network's area. */
export function addAccountPage<Place extends AccountPlace>(
  app: FastifyInstance,
  deps: Deps,
  page: {
    address: string;
    open: (request: FastifyRequest) => Promise<Place>;
    show: (reply: FastifyReply, place: Place, shown: ShownAccount) => FastifyReply;
  },
): void {
  const { address, open } = page;

  app.get(address, async (request, reply) => {
    const place = await open(request);
    return show(reply, place, { done: queryText(request.query, 'done') });
  });

  app.post(address, async (request, reply) => {
    const place = await open(request);
    const { language } = request;
    const known = await certifiedAccountOf(deps.db, place.officeId);
    const words = faultWords(certifiedAccountFaults, language);
    const read = readForm(request, accountSchema({ hasPassword: known !== undefined }), words);
    // What was typed as a password is never sent back.
    const values = { ...read.values, password: '' };
    if (!read.ok) return show(reply.code(read.status), place, { form: { language, values, errors: read.errors } });
    const saved = await save(place, read.value);
    if (saved.ok) return goTo(reply, `${place.path}?done=saved`);
    const errors = [fieldError('password', saved.reason, language, words('password.again'))];
    return show(reply.code(422), place, { form: { language, values, errors } });
  });

  app.post(`${address}/try`, async (request, reply) => {
    const place = await open(request);
    readPost(request);
    return show(reply, place, { trial: await tryKept(deps, place.officeId) });
  });

  app.post(`${address}/remove`, async (request, reply) => {
    const place = await open(request);
    readPost(request);
    await transact(deps.db, async (tx) => {
      await removeCertifiedAccount(tx, place.officeId);
      await note(tx, place, 'remove-certified-account');
      return { ok: true };
    });
    return goTo(reply, `${place.path}?done=removed`);
  });

  async function save(place: Place, settings: Parameters<typeof saveCertifiedAccount>[1]['settings']) {
    const { officeId, viewer } = place;
    const now = deps.clock.now();
    return transact(deps.db, async (tx) => {
      const { accountId } = viewer;
      const outcome = await saveCertifiedAccount(tx, { officeId, settings, secrets: deps.secrets, accountId, now });
      if (outcome.ok) await note(tx, place, 'edit-certified-account');
      return outcome;
    });
  }

  async function note(tx: Parameters<typeof audit>[0], place: Place, action: string): Promise<void> {
    const { officeId, viewer } = place;
    await audit(tx, { at: deps.clock.now(), accountId: viewer.accountId, officeId, action, subject: null });
  }

  async function show(
    reply: FastifyReply,
    place: Place,
    more: { form?: FormState; done?: string | undefined; trial?: ShownTrial | undefined },
  ): Promise<FastifyReply> {
    const { officeId } = place;
    const account = await certifiedAccountOf(deps.db, officeId);
    const above = officeId === null || account ? undefined : await certifiedAccountFor(deps.db, officeId);
    const form = more.form ?? freshForm(reply.pageContext().language, accountValues(account));
    return page.show(reply, place, { form, account, inherited: above?.sender, done: more.done, trial: more.trial });
  }
}
