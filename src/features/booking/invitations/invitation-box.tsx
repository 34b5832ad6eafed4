import type { FastifyRequest } from 'fastify';
import { findOfficeById, type Offering } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { Alert } from '#ui/alert.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { invitationTexts } from './invitation.text.ts';
import { mayLook } from './invited.ts';

/** What the page of a service by invitation says; undefined for all others. */
export async function invitationBox(deps: Deps, request: FastifyRequest, offering: Offering) {
  if (!offering.inviteOnly) return undefined;
  const { language } = request;
  const t = invitationTexts.for(language);
  const office = await findOfficeById(deps.db, offering.officeId);
  if (office === undefined) return undefined;
  if (mayLook(deps, request, offering))
    return (
      <Alert language={language} tone="success" title={t('invited')}>
        <p class="mb-0">{t('invitedAbout')}</p>
      </Alert>
    );
  return (
    <Alert language={language} tone="info" title={t('only')}>
      <p>{t('onlyAbout')}</p>
      <p class="mb-0">
        <ButtonLink href={invitationPath(office.code, offering.serviceCode)}>{t('enter')}</ButtonLink>{' '}
        <ButtonLink href={`/offices/${office.code}`} kind="plain">
          {t('contacts')}
        </ButtonLink>
      </p>
    </Alert>
  );
}

/** Where a code is typed. */
export function invitationPath(office: string, service: string): string {
  return `/offices/${office}/${service}/invitation`;
}
