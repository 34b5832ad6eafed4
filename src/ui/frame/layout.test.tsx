import { parse } from 'node-html-parser';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { freshForm, Form } from '../fields/form.tsx';
import { Layout, type LayoutProps } from './layout.tsx';
import type { PageContext } from './page-context.ts';

const visitor: PageContext = {
  language: 'it',
  url: '/offices/cons-london?service=cie',
  user: null,
  csrf: 'token',
  demo: false,
};

function draw(props: Partial<LayoutProps> = {}) {
  return parse(
    renderToString(
      <Layout context={visitor} title="Passaporto" {...props}>
        <h1>Passaporto</h1>
        {props.formId && (
          <Form id={props.formId} form={freshForm('it')} csrf="token">
            <button type="submit">Invia</button>
          </Form>
        )}
      </Layout>,
    ),
  );
}

describe('the frame of a page', () => {
  test('says its language, its title and what it is', () => {
    const page = draw({ invalid: true });
    expect(page.querySelector('html')?.getAttribute('lang')).toBe('it');
    expect(page.querySelector('title')?.text).toBe('Errore: Passaporto · Turno');
    expect(page.querySelector('meta[name=description]')?.getAttribute('content')).toBeTruthy();
  });

  test.each([
    ['/offices/cons-london?q=Rossi', '/help/ask?from=%2Foffices%2Fcons-london'],
    ['/l/abc.def', '/help/ask'],
    ['/l/waiting/abc.def', '/help/ask'],
    ['/restrictions/l/abc.def', '/help/ask'],
    ['/activations/l/abc.def', '/help/ask'],
    ['/clearances/l/abc.def', '/help/ask'],
    ['/help/requests/abc.def', '/help/ask'],
  ])('leads from %s to help without what opens or names anybody', (url, link) => {
    const links = draw({ context: { ...visitor, url } }).querySelectorAll('footer a');
    expect(links.map((one) => one.getAttribute('href'))).toContain(link);
  });

  test('marks for page translators what must stay as it is', () => {
    const marked = renderToString(<code translate={false}>A1B2C3D4</code>);
    expect(marked).toBe('<code translate="no">A1B2C3D4</code>');
  });

  test('offers the other language at the same address where there is no form', () => {
    const link = draw().querySelector('.t-languages a');
    expect(link?.getAttribute('href')).toBe('/offices/cons-london?service=cie&lang=en');
    expect(link?.getAttribute('hreflang')).toBe('en');
  });

  test('sends the form with the language switch where there is one, so that what was typed is kept', () => {
    const button = draw({ formId: 'people' }).querySelector('.t-languages button');
    expect(button?.getAttribute('form')).toBe('people');
    expect(button?.getAttribute('name')).toBe('_lang');
    expect(button?.getAttribute('value')).toBe('en');
    expect(button?.hasAttribute('formnovalidate')).toBe(true);
  });

  test('does not change language when Enter is pressed in a field', () => {
    const first = draw({ formId: 'people' }).querySelector('button[form=people]');
    expect(first?.hasAttribute('name')).toBe(false);
    expect(first?.getAttribute('tabindex')).toBe('-1');
  });

  test('marks the part of the site that the page belongs to', () => {
    const current = (url: string) =>
      draw({ context: { ...visitor, url } })
        .querySelector('.t-nav [aria-current]')
        ?.getAttribute('href');
    expect(current('/offices/cons-london/cie')).toBe('/');
    expect(current('/bookings/ABC?x=1')).toBe('/bookings');
    expect(current('/bookings-of-others')).toBeUndefined();
  });

  test('logs out with a button, never with a link', () => {
    const page = draw({ context: { ...visitor, user: { name: 'Giulia Ferraro', isOperator: true } } });
    const form = page.querySelector('form[action="/logout"]');
    expect(form?.getAttribute('method')).toBe('post');
    expect(form?.querySelector('input[name=_csrf]')?.getAttribute('value')).toBe('token');
    expect(page.querySelector('a[href="/office"]')).not.toBeNull();
  });

  test('carries the two links that public sites must have', () => {
    const page = draw();
    expect(page.querySelector('[data-element=accessibility-link]')).not.toBeNull();
    expect(page.querySelector('[data-element=privacy-policy-link]')).not.toBeNull();
  });

  test('says that nothing is real only in the trial set-up', () => {
    expect(draw().querySelector('a[href="/demo/mail"]')).toBeNull();
    expect(draw({ context: { ...visitor, demo: true } }).querySelector('a[href="/demo/mail"]')).not.toBeNull();
  });

  test('holds no inline style or script', () => {
    const html = draw({ formId: 'people' }).toString();
    expect(html).not.toMatch(/\sstyle=|\son[a-z]+=|<style/);
    expect(html.match(/<script[^>]*>/g)?.every((tag) => tag.includes('src='))).toBe(true);
  });
});
