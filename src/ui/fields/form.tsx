import type { ComponentChildren } from 'preact';
import type { FormValues } from '#platform/http/form.ts';
import type { FieldError } from '#platform/http/problem.ts';
import type { Language } from '#platform/language.ts';
import { ErrorSummary } from './error-summary.tsx';
import { formTexts } from './form.text.ts';

/** What the fields of a form are drawn from: what was typed (or is known) and what is wrong with it. */
export interface FormState {
  language: Language;
  values: FormValues;
  errors: readonly FieldError[];
  /** Sets the ids of its fields apart from those of another form on the page with the same names. */
  scope?: string | undefined;
}

/** A form nobody has filled in yet, with what is already known. */
export function freshForm(language: Language, values: FormValues = {}): FormState {
  return { language, values, errors: [] };
}

/** What is wrong with a field, in words; undefined when nothing is. */
export function errorOf(form: FormState, name: string): string | undefined {
  return form.errors.find((error) => error.field === name)?.message;
}

/** A POST form with its token and the error summary on top. A second click does not send it twice. */
export function Form(props: {
  id: string;
  form: FormState;
  csrf: string;
  /** Where it is sent; the page's own address by default. */
  action?: string | undefined;
  /** Absent when the page shows `ErrorSummary` elsewhere. */
  summary?: boolean | undefined;
  /** What was typed stays with the server, and this address shows it again: going back needs no sending again. */
  kept?: boolean | undefined;
  /** The form carries a file. */
  upload?: boolean | undefined;
  children: ComponentChildren;
}) {
  const { id, form, csrf, action, summary = true, kept = false, upload = false, children } = props;
  return (
    <form
      id={id}
      method="post"
      action={action}
      enctype={upload ? 'multipart/form-data' : undefined}
      novalidate
      data-once={formTexts.for(form.language)('busy')}
      data-kept={kept || undefined}
    >
      <input type="hidden" name="_csrf" value={csrf} />
      {summary && <ErrorSummary language={form.language} errors={form.errors} scope={form.scope} />}
      {children}
    </form>
  );
}

/** One button that posts to one address: "Libera il posto", "Segna come servito". */
export function ActionForm(props: {
  action: string;
  csrf: string;
  language: Language;
  hidden?: Readonly<Record<string, string>> | undefined;
  children: ComponentChildren;
}) {
  return (
    <form class="t-action-form" method="post" action={props.action} data-once={formTexts.for(props.language)('busy')}>
      <input type="hidden" name="_csrf" value={props.csrf} />
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {props.children}
    </form>
  );
}
