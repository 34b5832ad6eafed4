import { roleName } from '#features/identity/index.ts';
import { Button } from '#ui/button.tsx';
import { CheckboxesField, CheckboxField, RadioField } from '#ui/fields/choice-field.tsx';
import { Form } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { PeopleProps } from './people-list.view.tsx';
import { peopleTexts } from './people.text.ts';

type InviteProps = Pick<PeopleProps, 'context' | 'base' | 'offered' | 'form' | 'hasSites'>;

/** Adds somebody by e-mail address, with one or more roles. */
export function InviteForm({ context, base, offered, form, hasSites }: InviteProps) {
  const { language } = context;
  const t = peopleTexts.for(language);
  return (
    <section aria-labelledby="invite-title" class="col-lg-8">
      <h2 id="invite-title">{t('invite')}</h2>
      <p>{t('inviteAbout')}</p>
      <Form id="invite" form={form} csrf={context.csrf} action={base}>
        <TextField
          form={form}
          name="email"
          label={t('inviteEmail')}
          hint={t('inviteEmailHint')}
          type="email"
          maxlength={200}
        />
        <TextField form={form} name="givenName" label={t('givenName')} hint={t('nameHint')} maxlength={80} />
        <TextField form={form} name="familyName" label={t('familyName')} maxlength={80} />
        <CheckboxesField
          form={form}
          name="roles"
          label={t('role')}
          options={offered.map((role) => ({
            value: role,
            label: roleName(role, language),
            hint: t(`${role}About`),
          }))}
        />
        {offered.includes('helper') && (
          <TextField
            form={form}
            name="organisation"
            label={t('organisation')}
            hint={t('organisationHint')}
            maxlength={100}
            optional
          />
        )}
        {hasSites && (
          <CheckboxField form={form} name="withSites" label={t('withSites')} hint={t('withSitesHint')} optional />
        )}
        <RadioField
          form={form}
          name="language"
          label={t('language')}
          options={[
            { value: 'it', label: t('it') },
            { value: 'en', label: t('en') },
          ]}
        />
        <Button>{t('inviteButton')}</Button>
      </Form>
    </section>
  );
}
