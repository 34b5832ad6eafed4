import { networkZone } from '#features/identity/index.ts';
import type { Office } from '#features/offices/index.ts';
import { dayIn, shortDate } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { Badge } from '#ui/badge.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { Table } from '#ui/table.tsx';
import type { Tone } from '#ui/tone.ts';
import { SearchForm } from '#ui/toolbar.tsx';
import type { Activation } from '../../activation/activation.ts';
import { networkPaths } from '../../paths.ts';
import { NetworkPage } from '../network-page.view.tsx';
import { type ActivationState, activationState } from './activation-state.rules.ts';
import { activationTexts } from './activation.text.ts';

const tones: Readonly<Record<ActivationState, Tone>> = {
  waiting: 'info',
  expired: 'warning',
  withdrawn: 'neutral',
  used: 'info',
  published: 'success',
};

/** Activations so far, and the way to another. */
export function ActivationsView(props: {
  context: PageContext;
  q: string;
  found: readonly Office[];
  list: readonly Activation[];
  now: Temporal.Instant;
}) {
  const { context, q, found, list, now } = props;
  const { language } = context;
  const t = activationTexts.for(language);
  return (
    <NetworkPage context={context} title={t('listTitle')} lead={t('listLead')}>
      <div class="mb-4">
        <SearchForm language={language} action={networkPaths.activations} label={t('search')} value={q} shortcut />
      </div>
      {q !== '' && (
        <section aria-labelledby="found" class="mb-4">
          <h2 id="found">{t('found')}</h2>
          {found.length === 0 ? (
            <p>{t('nothingFound')}</p>
          ) : (
            <Table
              caption={t('found')}
              dense
              columns={[{ label: t('office') }, { label: t('action') }]}
              rows={found.map((office) => ({
                key: office.code,
                cells: [
                  localText(office.name, language),
                  <ButtonLink
                    key="activate"
                    small
                    href={networkPaths.activation(office.code)}
                    label={t('activateOf', { office: localText(office.name, language) })}
                  >
                    {t('activate')}
                  </ButtonLink>,
                ],
              }))}
            />
          )}
        </section>
      )}
      <h2>{t('started')}</h2>
      {list.length === 0 ? (
        <EmptyState icon="mail" title={t('none')}>
          <p>{t('noneWhy')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('started')}
          columns={[
            { label: t('office') },
            { label: t('recipient') },
            { label: t('when') },
            { label: t('state') },
            { label: t('action'), quiet: true },
          ]}
          rows={list.map((activation) => ({
            key: String(activation.id),
            cells: [
              localText(activation.officeName, language),
              activation.recipient,
              shortDate(dayIn(activation.createdAt, networkZone), language),
              <Badge key="state" tone={tones[activationState(activation, now)]}>
                {t(activationState(activation, now))}
              </Badge>,
              <ButtonLink
                key="open"
                small
                kind="secondary"
                href={networkPaths.activation(activation.officeCode)}
                label={t('openOf', { office: localText(activation.officeName, language) })}
              >
                {t('open')}
              </ButtonLink>,
            ],
          }))}
        />
      )}
    </NetworkPage>
  );
}
