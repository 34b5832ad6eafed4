import type { WrittenLanguage } from '#platform/language.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { audit } from '#features/audit/index.ts';
import {
  askedTwiceAbove,
  askMass,
  countSelection,
  listSelection,
  type MassWords,
  selectionLanguages,
} from '#features/booking/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, type FormValues, formValue, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import type { FieldError } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { type AtOffice, noteReading, type OfficeParams, openDesk } from '../../at-office.ts';
import { ComposeView } from './compose.view.tsx';
import { type MassPage, massPaths, withFields } from './mass-paths.ts';
import { massTexts } from './mass.text.ts';
import { PreviewView } from './preview.view.tsx';
import { type AskedSelection, readSelection, selectionValues } from './selection.form.ts';
import { textsSent } from './texts-sent.ts';
import { readWords } from './words.form.ts';

const anything = z.record(z.string(), z.unknown());
/** Of those without e-mail so many are named before sending; all of them afterwards. */
const mostNamed = 10;

const tasks = { cancel: 'cancel', message: 'write-to-many' } as const;

/** `/office/:office/mass/cancel` and `/message`: what people are told, the preview, and the button that does it. */
export function addComposePages(app: FastifyInstance, deps: Deps): void {
  for (const kind of ['cancel', 'message'] as const) {
    const address = `/office/:office/mass/${kind}`;
    app.get(address, async (request: FastifyRequest<OfficeParams>, reply) => {
      const at = await openDesk(deps, request, tasks[kind]);
      const asked = read(request, at, textsSent(request.query));
      return asked ? compose(request, reply, at, kind, asked, []) : goTo(reply, backTo(at, textsSent(request.query)));
    });

    app.post(address, async (request: FastifyRequest<OfficeParams>, reply) => {
      const at = await openDesk(deps, request, tasks[kind]);
      const form = readForm(request, anything);
      const sent = textsSent(request.body);
      const asked = read(request, at, sent);
      if (!asked) return goTo(reply, backTo(at, sent));
      if (!form.ok) return compose(request, reply.code(form.status), at, kind, asked, form.errors);
      const words = readWords(kind, sent, request.language);
      const step = formValue(sent, 'step');
      if (!words.ok) return compose(request, reply.code(422), at, kind, asked, words.errors);
      if (step === 'back') return compose(request, reply, at, kind, asked, []);
      const told = { kind, words: words.words, missing: words.missing };
      if (step !== 'confirm') return preview(request, reply, at, asked, told, []);
      return confirm(request, reply, at, asked, told);
    });
  }

  interface Told {
    readonly kind: MassPage;
    readonly words: MassWords;
    readonly missing: WrittenLanguage | undefined;
  }

  async function confirm(
    request: FastifyRequest,
    reply: FastifyReply,
    at: AtOffice,
    asked: AskedSelection,
    told: Told,
  ): Promise<FastifyReply> {
    const { language } = request;
    const { selection, values } = asked;
    const { count } = await countSelection(deps.db, selection);
    // Many are cancelled only by whoever writes down how many: a click is too little.
    if (told.kind === 'cancel' && count > askedTwiceAbove && formValue(values, 'sure').trim() !== String(count)) {
      const message = massTexts.for(language)('sureWrong', { count });
      return preview(request, reply.code(422), at, asked, told, [fieldError('sure', 'invalid', language, message)]);
    }
    const now = deps.clock.now();
    const operatorId = at.viewer.accountId;
    const outcome = await transact(deps.db, async (tx) => {
      const { kind, words } = told;
      const done = await askMass(tx, deps.secrets, {
        kind,
        selection,
        words,
        seen: formValue(values, 'seen'),
        operatorId,
        now,
      });
      if (!done.ok) return done;
      const action = kind === 'cancel' ? 'cancel-many' : 'write-to-many';
      const { from, to, starts, ends, plannerId, serviceCode, codes } = selection;
      const detail = {
        total: done.total,
        from,
        to,
        starts,
        ends,
        plannerId,
        serviceCode,
        ticked: codes?.length ?? null,
      };
      await audit(tx, {
        at: now,
        accountId: operatorId,
        officeId: at.office.id,
        action,
        subject: `mass:${done.id}`,
        detail,
      });
      return done;
    });
    if (outcome.ok) return goTo(reply, massPaths.result(at.office, outcome.id));
    const changed = fieldError('', 'changed', language, massTexts.for(language)(outcome.reason));
    return preview(request, reply.code(409), at, asked, told, [changed]);
  }

  async function compose(
    request: FastifyRequest,
    reply: FastifyReply,
    at: AtOffice,
    kind: MassPage,
    asked: AskedSelection,
    errors: readonly FieldError[],
  ): Promise<FastifyReply> {
    const count = await countSelection(deps.db, asked.selection);
    if (count.count === 0) return goTo(reply, backTo(at, asked.values));
    const form = { language: request.language, values: asked.values, errors };
    const fields = selectionValues(asked.values);
    const props = { context: reply.pageContext(), at, kind, count, fields, form };
    return page(reply, <ComposeView {...props} />);
  }

  async function preview(
    _request: FastifyRequest,
    reply: FastifyReply,
    at: AtOffice,
    asked: AskedSelection,
    told: Told,
    errors: readonly FieldError[],
  ): Promise<FastifyReply> {
    const { selection, values } = asked;
    const count = await countSelection(deps.db, selection);
    if (count.count === 0) return goTo(reply, backTo(at, values));
    const [languages, unreachable, [sample]] = await Promise.all([
      selectionLanguages(deps.db, selection),
      listSelection(deps.db, selection, { skip: 0, most: mostNamed, withoutEmail: true }),
      listSelection(deps.db, selection, { skip: 0, most: 1 }),
    ]);
    const detail = { bookings: unreachable.map(({ id }) => id) };
    await noteReading(deps, at, { action: 'see-selection', subject: null, detail });
    const fields = selectionValues(values);
    const props = { context: reply.pageContext(), at, count, fields, values, errors, languages, unreachable, sample };
    return page(reply, <PreviewView {...props} {...told} />);
  }

  /** Undefined when the selection makes no sense, as in an address typed by hand. */
  function read(request: FastifyRequest, at: AtOffice, sent: FormValues): AskedSelection | undefined {
    const { id: officeId, timeZone } = at.office;
    const today = dayIn(deps.clock.now(), timeZone);
    const asked = readSelection(sent, { officeId, today, language: request.language });
    return asked.errors.length > 0 ? undefined : asked;
  }
}

function backTo(at: AtOffice, values: FormValues): string {
  return withFields(massPaths.select(at.office), selectionValues(values, false));
}
