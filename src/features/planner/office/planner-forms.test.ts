import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { goodRule, goodSettings, useOfficeDesk } from '#test/office-desk.ts';
import { addPlannerPages } from './routes.ts';

const deps = useDeps();
const desk = useOfficeDesk(deps, addPlannerPages);

describe('a form with mistakes', () => {
  it('says beside each field of an opening rule what to do, and keeps what was typed', async () => {
    const id = await desk.current.newPlanner();
    const url = `${desk.current.base}/planners/${id}/rules/new`;
    expect((await desk.current.send(url, {})).errors.length).toBe(6);
    const wrong = async (fields: Record<string, string | string[]>) =>
      (await desk.current.send(url, { ...goodRule, ...fields })).errors;
    expect(await wrong({ ends: '08:00' })).toEqual(['#ends La fine deve venire dopo l’inizio.']);
    expect(await wrong({ starts: '25:00' })).toEqual(['#starts Scrivi un’ora come 09:30.']);
    expect(await wrong({ validTo: '2026-11-01' })).toEqual([
      '#validTo La fine viene prima dell’inizio: scrivi un giorno uguale o successivo.',
    ]);
    expect(await wrong({ validFrom: '31/02/2027' })).toEqual([
      '#validFrom Scrivi una data che esiste, come giorno, mese e anno.',
    ]);
    expect(await wrong({ validFrom: '0000-01-01' })).toHaveLength(1);
    expect(await wrong({ weekdays: [] })).toEqual(['#weekdays Scegli almeno un giorno.']);
    expect(await wrong({ weekdays: ['8'] })).toHaveLength(1);
    expect(await wrong({ minutes: '200' })).toEqual([
      '#minutes In queste ore non entra neanche un appuntamento: accorcialo o allunga l’orario.',
    ]);
    expect(await wrong({ minutes: '0' })).toEqual(['#minutes Scrivi un numero da 1 a 480.']);
    expect(await wrong({ desks: '2,5' })).toEqual(['#desks Scrivi un numero intero.']);
    expect(await wrong({ desks: '5001' })).toEqual(['#desks Scrivi un numero da 1 a 5000.']);
    expect(await wrong({ 'breaks.0.starts': '10:00' })).toEqual(['#breaks-0-ends Compila questo campo.']);
    expect(await wrong({ 'breaks.1.starts': '12:00', 'breaks.1.ends': '13:00' })).toEqual([
      '#breaks-1-starts La pausa deve stare dentro le ore di apertura.',
    ]);
    const kept = parse((await desk.current.manager.post(url, { ...goodRule, desks: '<b>"2</b>' })).body);
    expect(kept.querySelector('input[name=desks]')?.getAttribute('value')).toBe('<b>"2</b>');
    expect(kept.querySelectorAll('input[name=weekdays][checked]')).toHaveLength(2);
    expect(await desk.current.count('opening_rule WHERE true', id)).toBe(0);
  });

  it('refuses hours that cut the same time into other slots', async () => {
    const id = await desk.current.newPlanner();
    const url = `${desk.current.base}/planners/${id}/rules/new`;
    expect((await desk.current.send(url, goodRule)).status).toBe(303);
    const [length] = (await desk.current.send(url, { ...goodRule, minutes: '30' })).errors;
    expect(length).toBe(
      '#minutes Nelle stesse ore c’è già un orario con appuntamenti di 20 minuti (lun, mar 09:00–12:00). Usa la stessa durata, o ore diverse.',
    );
    const [start] = (await desk.current.send(url, { ...goodRule, starts: '09:10' })).errors;
    expect(start).toContain('#starts Nelle stesse ore');
    expect((await desk.current.send(url, { ...goodRule, minutes: '30', weekdays: ['3'] })).status).toBe(303);
    expect((await desk.current.send(url, { ...goodRule, starts: '11:00', ends: '13:00' })).status).toBe(303);
  });

  it('says what is wrong with the booking rules, and takes no service of another office', async () => {
    const url = `${desk.current.base}/planners/new`;
    const other = await buildOffice(deps.current.db);
    const good = { ...goodSettings, offerings: String(desk.current.office.offeringId) };
    expect((await desk.current.send(url, {})).errors.length).toBe(4);
    expect((await desk.current.send(url, { ...good, offerings: String(other.offeringId) })).errors).toEqual([
      '#offerings Scegli fra i servizi di questa sede.',
    ]);
    expect((await desk.current.send(url, { ...good, horizonDays: '401' })).errors).toEqual([
      '#horizonDays Scrivi un numero da 1 a 400.',
    ]);
    expect((await desk.current.send(url, { ...good, releaseTime: '24:00' })).errors).toEqual([
      '#releaseTime Scrivi un’ora come 09:30.',
    ]);
    expect((await desk.current.send(url, { ...good, noticeHours: 'x' })).errors).toEqual([
      '#noticeHours Scrivi le ore in cifre, per esempio 24.',
    ]);
    expect((await desk.current.send(url, { ...good, name: 'x'.repeat(81) })).errors).toHaveLength(1);
    expect(
      (await desk.current.send(url, { ...good, noticeHours: '1,5', name: "'; DROP TABLE slot; -- <script>" })).status,
    ).toBe(303);
    expect((await desk.current.manager.get(`${desk.current.base}/planners`)).body).not.toContain('<script>');
  });

  it('is shown again in the other language with what was typed', async () => {
    const id = await desk.current.newPlanner();
    await desk.current.open(`${desk.current.base}/planners/${id}/rules/new`);
    const response = await desk.current.manager.post(`${desk.current.base}/planners/${id}/rules/new`, {
      ...goodRule,
      desks: '7',
      _lang: 'en',
    });
    expect(response.statusCode).toBe(200);
    expect(response.body).toContain('Days of the week');
    expect(parse(response.body).querySelector('input[name=desks]')?.getAttribute('value')).toBe('7');
  });
});
