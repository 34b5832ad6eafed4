import type { CompletionRules } from '#features/offices/index.ts';
import { type Language, localeOf, type LocalText, localText } from '#platform/language.ts';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { CheckboxField, RadioField, SelectField } from '#ui/fields/choice-field.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { deliveryTexts } from './delivery.text.ts';

export interface DeliveryFormProps {
  readonly form: FormState;
  readonly csrf: string;
  readonly action: string;
  readonly back: string;
  readonly rules: CompletionRules;
  readonly officeName: LocalText;
  /** where the mail may go, when the office sends it abroad too */
  readonly countries: readonly { readonly code: string; readonly name: LocalText }[];
}

/** How the document is delivered and who collects it: the same for its people and for the desk. */
export function DeliveryForm(props: DeliveryFormProps) {
  const { form, csrf, action, back, rules } = props;
  const t = deliveryTexts.for(form.language);
  const sends = rules.deliveryModes.some((mode) => mode !== 'office');
  return (
    <Form id="delivery" form={form} csrf={csrf} action={action}>
      <RadioField form={form} name="mode" label={t('mode')} options={modesOf(props)} />
      {sends && <AddressFields {...props} />}
      {rules.delegate && <DelegateFields form={form} />}
      <p class="t-muted">{t('privacy')}</p>
      <Actions>
        <Button busy={t('saving')}>{t('save')}</Button>
        <ButtonLink href={back} kind="secondary">
          {t('back')}
        </ButtonLink>
      </Actions>
    </Form>
  );
}

function modesOf({ form: { language }, rules, officeName }: DeliveryFormProps) {
  const t = deliveryTexts.for(language);
  const office = {
    value: 'office',
    label: t('office'),
    hint: t('officeHint', { office: localText(officeName, language) }),
  };
  const mail = { value: 'address', label: t('address'), hint: t('addressHint') };
  const sends = rules.deliveryModes.some((mode) => mode !== 'office');
  return [...(rules.deliveryModes.includes('office') ? [office] : []), ...(sends ? [mail] : [])];
}

function AddressFields({ form, rules, countries }: DeliveryFormProps) {
  const { language } = form;
  const t = deliveryTexts.for(language);
  const goesAbroad = rules.deliveryModes.includes('abroad');
  return (
    <div class="t-only-mail">
      <Fieldset form={form} legend={t('addressLegend')} hint={t('addressOnly')}>
        <TextField
          form={form}
          name="address.careOf"
          label={t('careOf')}
          hint={t('careOfHint')}
          maxlength={100}
          optional
        />
        <TextField
          form={form}
          name="address.street"
          label={t('street')}
          hint={t('streetHint')}
          autocomplete="street-address"
          maxlength={120}
        />
        <TextField
          form={form}
          name="address.postalCode"
          label={t(goesAbroad ? 'postalCodeAbroad' : 'postalCode')}
          autocomplete="postal-code"
          size="short"
          maxlength={12}
          optional={goesAbroad}
        />
        <TextField form={form} name="address.city" label={t('city')} autocomplete="address-level2" maxlength={80} />
        <TextField
          form={form}
          name="address.province"
          label={t(goesAbroad ? 'provinceAbroad' : 'province')}
          hint={t('provinceHint')}
          autocomplete="address-level1"
          maxlength={goesAbroad ? 60 : 2}
          optional={goesAbroad}
          {...(!goesAbroad && { size: 'short' as const })}
        />
        {goesAbroad && (
          <SelectField
            form={form}
            name="address.country"
            label={t('country')}
            options={sorted(countries, language)}
            first={null}
          />
        )}
      </Fieldset>
    </div>
  );
}

function sorted(countries: DeliveryFormProps['countries'], language: Language) {
  return countries
    .map(({ code, name }) => ({ value: code, label: localText(name, language) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, localeOf(language)));
}

function DelegateFields({ form }: { form: FormState }) {
  const t = deliveryTexts.for(form.language);
  return (
    <div class="t-with-delegate">
      <CheckboxField form={form} name="hasDelegate" label={t('delegate')} hint={t('delegateHint')} optional />
      <div class="t-only-delegate">
        <Fieldset form={form} legend={t('delegateLegend')} hint={t('delegateOnly')}>
          <TextField form={form} name="delegate.givenName" label={t('givenName')} autocomplete="off" maxlength={100} />
          <TextField
            form={form}
            name="delegate.familyName"
            label={t('familyName')}
            autocomplete="off"
            maxlength={100}
          />
          <DateField form={form} name="delegate.birthDate" label={t('birthDate')} />
          <TextField
            form={form}
            name="delegate.codiceFiscale"
            label={t('codiceFiscale')}
            autocomplete="off"
            size="code"
            maxlength={24}
            optional
          />
        </Fieldset>
      </div>
    </div>
  );
}
