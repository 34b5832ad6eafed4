import type { FastifyInstance, FastifyReply } from 'fastify';
import { heldNotice } from '#features/booking/index.ts';
import { isOperator, type Viewer } from '#features/identity/index.ts';
import { queueNotice, type Rooms } from '#features/waiting-room/index.ts';
import type { Deps } from '#platform/deps.ts';
import { localPath } from '#platform/http/page.ts';
import type { PageContext } from '#ui/frame/page-context.ts';
import '#ui/frame/reply.ts';

/** What every page tells of its reader: who they are, what they hold and where they wait. */
export function addPageContext(app: FastifyInstance, deps: Deps, rooms: Rooms): void {
  app.decorateReply('pageContext', function pageContext(this: FastifyReply): PageContext {
    const { request } = this;
    const { viewer } = request;
    return {
      language: request.language,
      // An address like //elsewhere.example/ must not become a link of the page.
      url: localPath(request.url),
      user: viewer && { name: `${viewer.givenName} ${viewer.familyName}`, isOperator: isOperator(viewer) },
      csrf: this.csrfToken(),
      demo: deps.config.demo,
      emailFailure: emailNotice(viewer),
      passwordEnds: viewer?.passwordEnd?.over === false ? viewer.passwordEnd.lastDay : undefined,
      held: heldNotice(request, deps.clock.now()),
      queue: queueNotice(request, rooms, deps.clock.now()),
      offices: request.otherOffices,
      ...request.officeCounts,
      restricted: isRestricted(viewer, deps.clock.now()),
      idleAfter: viewer && request.idle ? idleNotice(request.idle) : undefined,
      proof: request.proofAsked,
    };
  });
}

// A little ahead of the server, which knows the last click to a few seconds: what was typed must arrive in time.
function idleNotice({ minutes }: { minutes: number }): number {
  return minutes * 60_000 - 20_000;
}

function emailNotice(viewer: Viewer | null): PageContext['emailFailure'] {
  return viewer?.emailFailure ? { address: viewer.email, reason: viewer.emailFailure } : undefined;
}

function isRestricted(viewer: Viewer | null, now: Temporal.Instant): boolean {
  return !!viewer?.restrictedUntil && Temporal.Instant.compare(viewer.restrictedUntil, now) > 0;
}
