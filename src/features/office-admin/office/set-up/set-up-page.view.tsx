import type { ComponentChildren } from 'preact';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Steps } from '#ui/steps.tsx';
import type { AtOffice } from '../../at-office.ts';
import { settingsPaths } from '../../paths.ts';
import { type SetUpStep, setUpSteps } from '../../set-up/set-up.ts';
import { setUpTexts } from './set-up.text.ts';

export interface StepFrame {
  readonly context: PageContext;
  readonly at: AtOffice;
}

/** The frame of every step: where one is, the step's one question, and the way back. */
export function StepPage(
  props: StepFrame & {
    step: SetUpStep;
    title: string;
    lead: string;
    invalid?: boolean | undefined;
    width?: 'text' | 'wide' | undefined;
    children: ComponentChildren;
  },
) {
  const { context, at, step, title, lead, invalid, width = 'text', children } = props;
  const t = setUpTexts.for(context.language);
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={title}
      width={width}
      invalid={invalid}
      breadcrumb={[{ label: t('title') }]}
    >
      <Steps language={context.language} steps={setUpSteps.map((name) => t(name))} current={setUpSteps.indexOf(step)} />
      <PageHeading title={title} kicker={step === 'details' ? t('lead') : undefined} lead={lead} />
      {children}
    </OfficeLayout>
  );
}

/** The form of a step, with its button that saves and goes on. */
export function StepForm(props: StepFrame & { step: SetUpStep; form: FormState; children: ComponentChildren }) {
  const { context, at, step, form, children } = props;
  const t = setUpTexts.for(context.language);
  return (
    <Form id="step" form={form} csrf={context.csrf}>
      {children}
      <Actions>
        <Button>{t('next')}</Button>
        <BackLink context={context} at={at} step={step} />
      </Actions>
    </Form>
  );
}

/** Leads to the step before; what was saved is shown there. */
export function BackLink({ context, at, step }: StepFrame & { step: SetUpStep }) {
  const before = setUpSteps[setUpSteps.indexOf(step) - 1];
  if (before === undefined) return null;
  return (
    <ButtonLink href={`${settingsPaths.setUp(at.office.code)}/${before}`} kind="secondary">
      {setUpTexts.for(context.language)('back')}
    </ButtonLink>
  );
}
