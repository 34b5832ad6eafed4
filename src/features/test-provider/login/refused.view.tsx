import { ButtonLink } from '#ui/button.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { Table } from '#ui/table.tsx';
import { ProviderFrame } from '../frame.view.tsx';
import { type RequestFault, requestFaults } from './authn-request.rules.ts';
import { faultTexts } from './faults.text.ts';
import { loginTexts } from './login.text.ts';

/** What is wrong with the request, for whoever looks after the service provider. */
export function RefusedView({ context, faults }: { context: PageContext; faults: readonly RequestFault[] }) {
  const t = loginTexts.for(context.language);
  const inWords = faultTexts.for(context.language);
  return (
    <ProviderFrame context={context} title={t('refused-title')} lead={t('refused-lead')}>
      <Table
        caption={t('refused-caption')}
        columns={[{ label: t('refused-caption') }, { label: t('code') }]}
        rows={faults.map((fault) => ({ key: fault, cells: [inWords(fault), `ErrorCode ${requestFaults[fault]}`] }))}
      />
      <ToLogin context={context} />
    </ProviderFrame>
  );
}

/** Somebody came by themselves, or our service provider is not ready. */
export function NothingAskedView({ context, why }: { context: PageContext; why: 'no-request' | 'no-provider' }) {
  const t = loginTexts.for(context.language);
  return (
    <ProviderFrame context={context} title={t(why)} lead={t(`${why}-lead`)}>
      <ToLogin context={context} />
    </ProviderFrame>
  );
}

function ToLogin({ context }: { context: PageContext }) {
  return <ButtonLink href={sitePaths.login}>{loginTexts.for(context.language)('login')}</ButtonLink>;
}
