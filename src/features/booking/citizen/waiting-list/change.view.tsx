import type { Office } from '#features/offices/index.ts';
import { dayIn } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm, Form, type FormState } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import { PageHeading } from '#ui/page-heading.tsx';
import { openSeat } from '../../waiting-list/entry.query.ts';
import type { OtherOffice } from '../../waiting-list/other-offices.query.ts';
import type { EntryProps } from './entry-state.view.tsx';
import { entryTexts } from './entry.text.ts';
import { WishesFields } from './wishes-fields.view.tsx';

/** The wishes of an entry, to be changed; the place stays. */
export function ChangeWishesView(
  props: EntryProps & { form: FormState; partyMax: number; city: Office['city']; others: readonly OtherOffice[] },
) {
  const { context, entry, path, now, form, partyMax, city, others } = props;
  const { language, csrf } = context;
  const t = entryTexts.for(language);
  return (
    <Layout context={context} title={t('changeTitle')} width="text" formId="wishes" invalid={form.errors.length > 0}>
      <PageHeading title={t('changeTitle')} kicker={localText(entry.serviceName, language)} lead={t('changeLead')} />
      <Form id="wishes" form={form} csrf={csrf}>
        <WishesFields {...{ form, partyMax, city, others }} today={dayIn(now, entry.timeZone)} />
        <Actions>
          <Button>{t('save')}</Button>
          <ButtonLink href={path} kind="plain">
            {t('back')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}

/** Asks once, in words, before a place is given up. */
export function LeaveView({ context, entry, path, now, stale }: EntryProps & { stale: string | undefined }) {
  const { language, csrf } = context;
  const t = entryTexts.for(language);
  return (
    <Layout context={context} title={t('leaveTitle')} width="text">
      <PageHeading title={t('leaveTitle')} kicker={localText(entry.serviceName, language)} lead={t('leaveText')} />
      {stale && <Alert language={language} tone="warning" live title={stale} />}
      {openSeat(entry, now) && <p>{t('leaveOffer')}</p>}
      <ActionForm action={`${path}/leave`} csrf={csrf} language={language}>
        <Actions>
          <Button kind="danger">{t('leaveYes')}</Button>
          <ButtonLink href={path} kind="secondary">
            {t('leaveNo')}
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Layout>
  );
}
