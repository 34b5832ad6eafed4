import { parse } from 'node-html-parser';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { CheckboxField, RadioField, SelectField } from './choice-field.tsx';
import { DateField } from './date-field.tsx';
import { Form, type FormState, freshForm } from './form.tsx';
import { PasswordField, TextField, TextareaField } from './text-field.tsx';

const sentBack: FormState = {
  language: 'it',
  values: { 'people.0.name': 'Anna "di" <Rossi>', reason: 'loss', birthDate: '31/02/1980', consent: 'yes' },
  errors: [
    { field: 'people.0.name', reason: 'too-long', message: 'Il nome è troppo lungo.' },
    { field: '', reason: 'wrong-csrf', message: 'La pagina era vecchia.' },
  ],
};

const draw = (view: VNode) => parse(renderToString(view));

describe('a field', () => {
  test('has its label, hint and error tied to it, and what was typed', () => {
    const field = draw(<TextField form={sentBack} name="people.0.name" label="Nome" hint="Come sul passaporto" />);
    const input = field.querySelector('input');
    expect(field.querySelector('label')?.getAttribute('for')).toBe('people-0-name');
    expect(input?.getAttribute('id')).toBe('people-0-name');
    expect(input?.getAttribute('name')).toBe('people.0.name');
    expect(input?.getAttribute('value')).toBe('Anna "di" <Rossi>');
    expect(input?.getAttribute('aria-invalid')).toBe('true');
    const described = input?.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(described.map((id) => field.querySelector(`#${id}`)?.text)).toEqual([
      'Come sul passaporto',
      'Errore: Il nome è troppo lungo.',
    ]);
  });

  test('says when it may be left empty', () => {
    const field = draw(<TextField form={freshForm('en')} name="note" label="Note" optional />);
    expect(field.querySelector('label')?.text).toBe('Note (optional)');
    expect(field.querySelector('input')?.hasAttribute('required')).toBe(false);
  });

  test('never shows a password again', () => {
    const form = freshForm('it', { password: 'segretissima' });
    const field = draw(<PasswordField form={form} name="password" label="Password" autocomplete="current-password" />);
    expect(field.querySelector('input')?.getAttribute('value')).toBeUndefined();
    expect(field.querySelector('button')?.hasAttribute('hidden')).toBe(true);
  });

  test('keeps a date that does not exist as it was typed, and shows a known one as people write it', () => {
    const value = (form: FormState) =>
      draw(<DateField form={form} name="birthDate" label="Data" />)
        .querySelector('input')
        ?.getAttribute('value');
    expect(value(sentBack)).toBe('31/02/1980');
    expect(value(freshForm('it', { birthDate: '1980-03-05' }))).toBe('05/03/1980');
  });

  test('keeps what was chosen', () => {
    const options = [
      { value: 'first', label: 'Primo rilascio' },
      { value: 'loss', label: 'Smarrimento' },
    ];
    const select = draw(<SelectField form={sentBack} name="reason" label="Motivo" options={options} />);
    expect(select.querySelector('option[selected]')?.getAttribute('value')).toBe('loss');
    const radios = draw(<RadioField form={sentBack} name="reason" label="Motivo" options={options} />);
    expect(radios.querySelector('input[checked]')?.getAttribute('value')).toBe('loss');
    expect(radios.querySelectorAll('input')[0]?.getAttribute('id')).toBe('reason');
    const box = draw(<CheckboxField form={sentBack} name="consent" label="Ho letto" />);
    expect(box.querySelector('input')?.hasAttribute('checked')).toBe(true);
  });

  test('cuts nothing from a text that is too long', () => {
    const area = draw(<TextareaField form={freshForm('it')} name="notes" label="Note" maxlength={1500} />);
    expect(area.querySelector('textarea')?.hasAttribute('maxlength')).toBe(false);
    expect(area.querySelector('.t-hint')?.text).toContain('1500');
  });
});

describe('a form', () => {
  test('sent back begins with what to correct, each line a link to its field', () => {
    const form = draw(
      <Form id="people" form={sentBack} csrf="token">
        <TextField form={sentBack} name="people.0.name" label="Nome" />
      </Form>,
    );
    const summary = form.querySelector('[role=alert]');
    expect(summary?.querySelector('h2')?.text).toBe('Ci sono 2 cose da correggere');
    expect(summary?.querySelector('a')?.getAttribute('href')).toBe('#people-0-name');
    expect(summary?.querySelectorAll('li')[1]?.text).toBe('La pagina era vecchia.');
    expect(form.querySelector('input[name=_csrf]')?.getAttribute('value')).toBe('token');
  });

  test('that is fresh shows no summary', () => {
    const form = draw(
      <Form id="people" form={freshForm('it')} csrf="token">
        <p>…</p>
      </Form>,
    );
    expect(form.querySelector('[role=alert]')).toBeNull();
  });
});
