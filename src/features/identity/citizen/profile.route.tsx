import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { accountProfile } from '../account.query.ts';
import { identificationOf } from '../account/identified.query.ts';
import { officeNames } from '../office-names.query.ts';
import { requireViewer } from '../guards.ts';
import { ProfileView } from './profile.view.tsx';

const noticeQuery = z.object({ notice: z.enum(['changed', 'saved', 'emailChanged', 'emailWorks', 'officeChanged']) });

/** `/profile`: what the account says of its owner, and where each of it is changed. */
export function addProfilePage(app: FastifyInstance, deps: Deps): void {
  app.get('/profile', async (request, reply) => {
    const { accountId, roles } = requireViewer(request);
    const offices = await officeNames(deps.db, roles);
    const profile = await accountProfile(deps.db, { accountId, secrets: deps.secrets });
    if (profile === undefined) throw notFound();
    const identification = await identificationOf(deps.db, accountId);
    const notice = noticeQuery.safeParse(request.query).data?.notice;
    const context = reply.pageContext();
    return page(
      reply,
      <ProfileView
        context={context}
        profile={profile}
        roles={roles}
        offices={offices}
        notice={notice}
        identification={identification}
      />,
    );
  });
}
