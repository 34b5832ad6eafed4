import type { ComponentChildren } from 'preact';
import type { Crumb } from '#ui/frame/breadcrumb.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import { PageHeading } from '#ui/page-heading.tsx';
import type { PlannerPageProps } from './planner-page.ts';

/** A page with one form about an office's planners: save, or go back where one came from. */
export function PlannerFormPage(
  props: PlannerPageProps & {
    id: string;
    title: string;
    kicker?: string | undefined;
    lead: string;
    above: readonly Crumb[];
    back: string;
    form: FormState;
    /** where the form is sent; the page's own address by default */
    action?: string | undefined;
    save: string;
    cancel: string;
    /** shown in the place of the form, when there is nothing to fill in */
    instead?: ComponentChildren;
    /** above the form */
    beside?: ComponentChildren;
    children: ComponentChildren;
  },
) {
  const { context, at, id, title, form } = props;
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={title}
      width="text"
      formId={id}
      invalid={form.errors.length > 0}
      breadcrumb={[...props.above, { label: title }]}
    >
      <PageHeading title={title} kicker={props.kicker} lead={props.lead} />
      {props.beside}
      {props.instead || (
        <Form id={id} form={form} csrf={context.csrf} action={props.action}>
          {props.children}
          <Actions>
            <Button>{props.save}</Button>
            <ButtonLink href={props.back} kind="secondary">
              {props.cancel}
            </ButtonLink>
          </Actions>
        </Form>
      )}
    </OfficeLayout>
  );
}
