import type { VNode } from 'preact';
import { Alert } from '#ui/alert.tsx';
import { BookingBadge } from '#ui/booking-badge.tsx';
import { Button } from '#ui/button.tsx';
import { Calendar } from '#ui/calendar/calendar.tsx';
import { CheckboxField, RadioField, SelectField } from '#ui/fields/choice-field.tsx';
import { AgendaEntry, DayGrid, DayList } from '#ui/calendar/day-grid.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { HoldBar } from '#ui/frame/hold-bar.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import { OfficeTime } from '#ui/calendar/office-time.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { PasswordField, TextareaField, TextField } from '#ui/fields/text-field.tsx';
import { Table } from '#ui/table.tsx';
import { Checklist, Ticket } from '#ui/ticket.tsx';
import { SearchForm } from '#ui/toolbar.tsx';

const it = { language: 'it' } as const;
const context: PageContext = {
  ...it,
  url: '/form',
  user: { name: 'Giulia Ferraro', isOperator: true },
  csrf: 't',
  demo: true,
};
const now = Temporal.Instant.from('2027-01-12T13:20:00Z');
const days = [7, 8, 12, 21, 27].map((day) => {
  const date = `2027-01-${String(day).padStart(2, '0')}`;
  return { date, free: day, href: `/form?date=${date}` };
});
const form: FormState = {
  ...it,
  values: { 'people.0.name': 'Giulia' },
  errors: [{ field: 'reason', reason: 'required', message: 'Scegli il motivo.' }],
};

/** Every part of the kit on three pages, for a browser to judge. */
export const kitPages: Record<string, VNode> = {
  '/form': (
    <Layout
      context={context}
      title="Chi viene"
      formId="people"
      width="text"
      invalid
      bar={<HoldBar {...it} until={now.add({ minutes: 12 })} now={now} zone="Europe/Rome" time="14:32" />}
    >
      <PageHeading title="Chi viene?" />
      <Form id="people" form={form} csrf="t">
        <Fieldset form={form} legend="Persona 1">
          <TextField form={form} name="people.0.name" label="Nome" hint="Come sul documento" />
        </Fieldset>
        <SelectField form={form} name="reason" label="Motivo" options={[{ value: 'loss', label: 'Smarrimento' }]} />
        <RadioField form={form} name="party" label="Quante persone?" options={[{ value: '1', label: 'Una' }]} />
        <PasswordField form={form} name="password" label="Password" autocomplete="new-password" />
        <TextareaField form={form} name="notes" label="Note" maxlength={500} optional />
        <CheckboxField form={form} name="consent" label="Ho letto" />
        <Button busy="Salvo…">Salva</Button>
      </Form>
    </Layout>
  ),
  '/ticket': (
    <Layout context={context} title="Ricevuta" breadcrumb={[{ label: 'Prenota', href: '/' }, { label: 'Ricevuta' }]}>
      <PageHeading title="Il tuo appuntamento" />
      <Alert {...it} tone="success" live title="Prenotato" />
      <Ticket
        {...it}
        day="12 gennaio"
        time={<OfficeTime {...it} instant={now} zone="Europe/London" />}
        what="CIE"
        where="Londra"
        code="ABC-123"
      >
        <Checklist items={['Una fotografia']} />
      </Ticket>
      <h2>Date libere</h2>
      <Calendar {...it} months={['2027-01', '2027-02']} days={days} today="2027-01-05" />
    </Layout>
  ),
  '/agenda': (
    <Layout
      context={context}
      title="Agenda"
      area="office"
      officeName="Londra"
      nav={[{ href: '/agenda', label: 'Agenda' }]}
    >
      <PageHeading title="Martedì 12 gennaio" />
      <SearchForm {...it} action="/search" label="Nome o codice" post={{ csrf: 'c', id: 'search' }} shortcut />
      <DayList
        {...it}
        now="09:10"
        hours={['09:00', '09:20'].map((time) => ({
          time,
          children: <AgendaEntry href="/b" title="Anna Rossi" status={<BookingBadge {...it} status="confirmed" />} />,
        }))}
      />
      <DayGrid
        {...it}
        caption="Sportelli"
        timeLabel="Ora"
        columns={['Uno', 'Due']}
        rows={[{ time: '09:00', cells: ['Anna', ''] }]}
      />
      <Table
        caption="Chiusure"
        columns={[{ label: 'Giorno' }, { label: 'Motivo' }]}
        rows={[{ key: '1', cells: ['1 gennaio', 'Festa'] }]}
      />
    </Layout>
  ),
};
