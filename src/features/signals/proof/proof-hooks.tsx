import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { idempotencyKeyOf } from './request-id.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { HttpProblem } from '#platform/http/problem.ts';
import type { ProofAsked } from '#ui/frame/page-context.ts';
import { actionAsked, actionOfPage, type GuardedAction } from './actions.ts';
import type { CountedKind } from './attack.rules.ts';
import { newChallenge } from './challenge.ts';
import { isExempt } from './exempt.ts';
import type { ProofGuard } from './guard.ts';
import { judge } from './judge.ts';
import { keepBody, keptBody, plainFields, proofFields } from './kept-body.ts';
import { OneMomentView } from './one-moment.view.tsx';
import { proofTexts } from './proof.text.ts';
import { newWait, waitSeconds } from './wait.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set while the site is under attack, on pages with a form that asks for a proof. */
    proofAsked: ProofAsked | undefined;
  }
}

/** Stands before the routes that programs go for: while the site is under attack they ask for a proof of work. */
export function addProofHooks(app: FastifyInstance, deps: Deps, guard: ProofGuard): void {
  app.decorateRequest('proofAsked', undefined);

  app.addHook('preHandler', async (request, reply) => {
    const asked = actionAsked(request);
    if (asked !== undefined) return letPass(request, reply, asked);
    const onPage = actionOfPage(request);
    if (onPage !== undefined) await announce(request, onPage);
    return undefined;
  });

  app.addHook('onResponse', async (request, reply) => {
    const action = actionAsked(request);
    if (action === undefined || request.viewer?.emailVerified) return;
    guard.count(action);
    const refused = `refused-${action}`;
    if (isRefusal(reply.statusCode) && isCounted(refused)) guard.count(refused);
  });

  async function letPass(request: FastifyRequest, reply: FastifyReply, action: GuardedAction) {
    const isApi = request.url.startsWith('/api/');
    const sent = isApi ? {} : (request.body as Record<string, unknown> | undefined | null);
    const field = (name: string): string | undefined => {
      const value = sent?.[name];
      return typeof value === 'string' && value !== '' ? value : undefined;
    };
    const handedIn = { proof: field(proofFields.proof), wait: field(proofFields.wait), kept: field(proofFields.kept) };
    // A form from elsewhere, and the language switch, do nothing at their routes: they are none of ours to keep.
    if (!isApi && (!request.csrfValid || field('_lang') !== undefined)) return undefined;
    if (!isApi) takeBody(request, handedIn.kept);
    if ((await guard.demand()) === undefined || (await isExempt(deps.db, request.viewer))) return undefined;
    const header = request.headers['proof'];
    const proof = handedIn.proof ?? (typeof header === 'string' ? header : undefined);
    const requestId = idempotencyKeyOf(request);
    const judged = await judge(deps, { action, proof, wait: handedIn.wait, requestId });
    if (judged.ok) {
      if (!isApi) await announce(request, action);
      return undefined;
    }
    if (isApi) throw await proofRequired(request, action);
    const body = plainFields(request.body);
    if (body === undefined) throw await proofRequired(request, action);
    const isEarly = judged.early !== undefined && handedIn.wait !== undefined;
    const now = deps.clock.now();
    return page(
      reply.code(403),
      <OneMomentView
        context={reply.pageContext()}
        action={action}
        kept={keepBody(deps.secrets, { body, address: request.url })}
        wait={isEarly ? handedIn.wait : newWait(deps.secrets, { action, now })}
        seconds={judged.early ?? waitSeconds}
        tooEarly={isEarly}
      />,
    );
  }

  // What was sent before comes back whole; else what was sent now goes on without the fields about the proof.
  function takeBody(request: FastifyRequest, kept: string | undefined): void {
    const before = kept && keptBody(deps.secrets, { text: kept, address: request.url });
    const fields = before || plainFields(request.body);
    if (fields) request.body = fields;
  }

  /** The box on the page: its script works the proof out while people read and type. */
  async function announce(request: FastifyRequest, action: GuardedAction): Promise<void> {
    if ((await guard.demand()) === undefined || (await isExempt(deps.db, request.viewer))) return;
    const form = action === 'hold' ? '/holds' : (request.url.split('?', 1)[0] ?? request.url);
    // A page that is made once for many holds no mark that is good once.
    const wait = request.share ? undefined : newWait(deps.secrets, { action, now: deps.clock.now() });
    request.proofAsked = { action, form, wait, seconds: waitSeconds };
  }

  async function proofRequired(request: FastifyRequest, action: GuardedAction): Promise<HttpProblem> {
    const t = proofTexts.for(request.language);
    const challenge = await newChallenge(deps.secrets, { action, now: deps.clock.now() });
    const extensions = { title: t('required'), action, challenge };
    return new HttpProblem(403, 'proof-required', { detail: t('requiredHow'), extensions });
  }
}

/** Refusals that people seldom meet and programs often; a seat that has just gone is none. */
function isRefusal(status: number): boolean {
  return [401, 422, 423, 429].includes(status);
}

function isCounted(kind: string): kind is CountedKind {
  return kind === 'refused-hold' || kind === 'refused-join' || kind === 'refused-login';
}
