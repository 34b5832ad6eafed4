import type { ProvedAbroad } from '#features/identity/index.ts';
import type { Offering } from '#features/offices/index.ts';
import { formValue } from '#platform/http/form.ts';
import { Button } from '#ui/button.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { nameOf, partyOf } from './join.form.ts';
import { joinTexts } from './join.text.ts';

type Asked = Pick<Offering, 'codiceFiscale' | 'partyMax' | 'partyModes'> & { readonly abroad?: ProvedAbroad | null };

/** Who is to be served: one block a person, with no more than tells them from others. */
export function PeopleFields({ form, offering }: { form: FormState; offering: Asked }) {
  const t = joinTexts.for(form.language);
  const party = partyOf(form.values, offering);
  const isMe = formValue(form.values, 'who') !== 'other';
  const maySwitch = offering.partyModes.some((mode) => (mode === 'companions-only') === isMe);
  return (
    <>
      <input type="hidden" name="party" value={party} />
      <input type="hidden" name="who" value={isMe ? 'me' : 'other'} />
      {Array.from({ length: party }, (_, at) => (
        <Fieldset
          key={at}
          form={form}
          legend={party > 1 ? t('person', { number: at + 1 }) : isMe ? t('you') : t('who')}
        >
          {at === 0 && (
            <div class="mb-4">
              <p class="t-hint">{isMe ? t('me') : t('other')}</p>
              {maySwitch && (
                <Button kind="secondary" small name="go" value={isMe ? 'other' : 'me'}>
                  {isMe ? t('toOther') : t('toMe')}
                </Button>
              )}
            </div>
          )}
          <Person {...{ form, at, offering }} isMe={at === 0 && isMe} />
        </Fieldset>
      ))}
      {offering.partyMax > 1 && (
        <div class="t-actions mb-4">
          {party < offering.partyMax && (
            <Button kind="secondary" small icon="plus" name="go" value="add">
              {t('add')}
            </Button>
          )}
          {party > 1 && (
            <Button kind="plain" small name="go" value="remove">
              {t('remove')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function Person({ form, at, offering, isMe }: { form: FormState; at: number; offering: Asked; isMe: boolean }) {
  const t = joinTexts.for(form.language);
  const isRequired = offering.codiceFiscale === 'required';
  const isAbroad = isMe && isRequired && Boolean(offering.abroad);
  const known = (token: string) => (isMe ? token : 'off');
  return (
    <>
      <TextField
        form={form}
        name={nameOf(at, 'givenName')}
        label={t('givenName')}
        hint={t('givenNameHint')}
        autocomplete={known('given-name')}
        maxlength={80}
      />
      <TextField
        form={form}
        name={nameOf(at, 'familyName')}
        label={t('familyName')}
        autocomplete={known('family-name')}
        maxlength={80}
      />
      <TextField
        form={form}
        name={nameOf(at, 'codiceFiscale')}
        label={t('codiceFiscale')}
        hint={t(isAbroad ? 'codiceFiscaleAbroad' : isRequired ? 'codiceFiscaleHint' : 'codiceFiscaleIfAny')}
        size="code"
        autocomplete="off"
        maxlength={24}
        optional={!isRequired || isAbroad}
      />
      {!isRequired && (
        <>
          <DateField
            form={form}
            name={nameOf(at, 'birthDate')}
            label={t('birthDate')}
            hint={t('birthDateHint')}
            autocomplete={known('bday')}
            optional
          />
          <TextField
            form={form}
            name={nameOf(at, 'birthPlace')}
            label={t('birthPlace')}
            hint={t('birthPlaceHint')}
            autocomplete="off"
            maxlength={80}
            optional
          />
        </>
      )}
    </>
  );
}
