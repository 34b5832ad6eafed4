import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { enterOffice } from './steps/at-the-desk.ts';
import { tabTo } from './steps/keyboard.ts';
import { newVisitor, seeHeading, seeText, type Visitor } from './steps/visitor.ts';
import { judgeAsItStands } from './steps/walk.ts';
import { turnoAddress } from './steps/this-turno.ts';

const address = turnoAddress;
const office = '/office/cons-london';
const week = 'week=2027-03-08';

describe('the week of a planner', () => {
  let browser: Browser;
  let planner: string;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('is made from a ready-made one without scripting', async () => {
    const { page, complaints, leave } = await managerOf(browser, { scripts: false });
    await page.goto(`${office}/planners/new`);
    await page.getByLabel('Nome', { exact: true }).fill('Sportello di prova');
    await page.getByLabel('Passaporto', { exact: true }).check();
    await page.getByRole('button', { name: 'Crea il planner' }).click();
    await seeHeading(page, 'Sportello di prova');
    planner = new URL(page.url()).pathname;
    await page.getByRole('button', { name: /^Mattine, dal lunedì/ }).click();
    await seeText(page, 'Ecco una prima settimana');
    await page.goto(`${planner}?${week}`);
    expect(await hours(page)).toEqual(['1', '2', '3', '4', '5'].map((day) => `${day} 09:00–13:00`));
    await page.getByRole('link', { name: 'Aggiungi un orario: sabato 13' }).click();
    await page.getByLabel('Dalle', { exact: true }).fill('10:00');
    await page.getByRole('button', { name: 'Salva l’orario' }).click();
    await seeText(page, 'Orario salvato');
    expect(await hours(page)).toContain('6 10:00–12:00');
    await page.getByRole('button', { name: /^Annulla l’ultima modifica/ }).click();
    await seeText(page, 'Ultima modifica annullata');
    expect(await hours(page)).not.toContain('6 10:00–12:00');
    expect(complaints).toEqual([]);
    await leave();
  });

  it('is drawn, moved and pulled with a mouse', async () => {
    const { page, complaints, leave } = await managerOf(browser);
    await page.goto(`${planner}?${week}`);
    await drag(page, await spot(page, 2, 15), await spot(page, 2, 16.9));
    await page.getByRole('heading', { name: 'Nuovo orario' }).waitFor();
    await page.getByRole('button', { name: 'Aggiungi l’orario' }).click();
    await seeText(page, 'Orario salvato');
    expect(await hours(page)).toContain('2 15:00–17:00');

    // To another day, an hour earlier: one weekday, so nothing is asked.
    await drag(page, await spot(page, 2, 16), await spot(page, 4, 15));
    await seeText(page, 'Orario spostato');
    expect(await hours(page)).toContain('4 14:00–16:00');

    // Its lower edge, an hour and a half down.
    await drag(page, await spot(page, 4, 16, -4), await spot(page, 4, 17.5));
    await page.locator('[data-opening][data-day="4"]').filter({ hasText: '14:00–17:30' }).waitFor();

    // One morning of five: the grid asks whether all of them are meant.
    await drag(page, await spot(page, 3, 11), await spot(page, 3, 10.5));
    await page.getByText(/vale per lun, mar, mer, gio, ven/).waitFor();
    await page.getByRole('button', { name: 'Solo mercoledì' }).click();
    await seeText(page, 'Orario spostato');
    expect(await hours(page)).toContain('3 08:30–12:30');
    expect(await hours(page)).toContain('1 09:00–13:00');
    expect(complaints).toEqual([]);
    await leave();
  });

  it('is drawn and cleared with the keyboard alone, and says what happens', async () => {
    const { page, complaints, leave } = await managerOf(browser);
    await page.goto(`${planner}?${week}`);
    const cursor = page.locator('.t-cell-cursor');
    await tabTo(page, cursor);
    const says = page.locator('[data-week-says]');
    await page.keyboard.press('ArrowLeft');
    await says.filter({ hasText: 'domenica 09:00, libero' }).waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('ArrowDown');
    await says.filter({ hasText: 'domenica 09:00–10:30' }).waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Nuovo orario' }).waitFor();
    await tabTo(page, page.getByRole('button', { name: 'Aggiungi l’orario' }));
    await page.keyboard.press('Enter');
    await seeText(page, 'Orario salvato');
    expect(await hours(page)).toContain('7 09:00–10:30');

    await tabTo(page, cursor);
    await page.keyboard.press('ArrowLeft');
    await says.filter({ hasText: 'orario 09:00–10:30' }).waitFor({ state: 'attached' });
    await page.keyboard.press('Delete');
    await page.getByRole('heading', { name: 'Vuoi togliere questo orario?' }).waitFor();
    await tabTo(page, page.getByRole('button', { name: 'Togli l’orario' }));
    await page.keyboard.press('Enter');
    await seeText(page, 'Orario tolto');
    expect(await hours(page)).not.toContain('7 09:00–10:30');
    await tabTo(page, cursor);
    await page.keyboard.press('Enter');
    await seeHeading(page, 'Modifica l’orario');
    expect(complaints).toEqual([]);
    await leave();
  });

  it('is copied, published, kept as a version, and good for everybody', { timeout: 120_000 }, async () => {
    const { page, complaints, leave } = await managerOf(browser);
    await page.goto(`${planner}/copy-day?${week}`);
    await judgeAsItStands(page);
    await page.locator('input[name="from"][value="3"]').check();
    await page.locator('input[name="to"][value="6"]').check();
    await page.getByRole('button', { name: 'Copia gli orari' }).click();
    await seeText(page, 'Giorno copiato');
    expect(await hours(page)).toContain('6 08:30–12:30');
    await judgeAsItStands(page);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.locator('[data-week-grid]').scrollIntoViewIfNeeded();
    const empty = await spot(page, 7, 9);
    await page.mouse.click(empty.x, empty.y);
    await page.getByRole('heading', { name: 'Nuovo orario' }).waitFor();
    await judgeAsItStands(page);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('link', { name: 'Rivedi e pubblica' }).click();
    await page.getByRole('button', { name: 'Pubblica', exact: true }).click();
    await seeText(page, 'Pubblicato. I posti sono pronti.');
    await page.getByRole('link', { name: 'Versioni pubblicate' }).click();
    await seeText(page, 'La vedono i cittadini');
    await judgeAsItStands(page);
    for (const path of ['/copy', '/rules/new?day=6']) {
      await page.goto(planner + path);
      await judgeAsItStands(page);
    }
    await page.goto(`${planner}/unpublish`);
    await page.getByRole('button', { name: 'Ritira il planner', exact: true }).click();
    await seeText(page, 'Ritirato.');
    expect(complaints).toEqual([]);
    await leave();
  });
});

async function managerOf(browser: Browser, way: { scripts?: boolean } = {}): Promise<Visitor> {
  const visitor = await newVisitor(browser, address, way);
  await enterOffice(visitor.page, 'manager.london');
  return visitor;
}

/** `2 15:00–17:00`, by weekday. */
function hours(page: Page): Promise<string[]> {
  return page
    .locator('[data-opening]')
    .evaluateAll((links: HTMLElement[]) =>
      links.map((link) => `${link.dataset['day']} ${link.dataset['starts']}–${link.dataset['ends']}`),
    );
}

/** A place on the grid, in the window: the middle of a weekday at an hour of the office's clock. */
async function spot(page: Page, weekday: number, hour: number, below = 2): Promise<{ x: number; y: number }> {
  const list: Locator = page.locator('[data-week-grid]');
  const [first, last] = [Number(await list.getAttribute('data-first')), Number(await list.getAttribute('data-last'))];
  const day = page.locator(`[data-week-day="${weekday}"]`);
  await page.setViewportSize({ width: 1280, height: 1100 });
  const box = await day.boundingBox();
  if (box === null) throw new Error(`no weekday ${weekday}`);
  return { x: box.x + box.width / 2, y: box.y + ((hour - first) / (last - first)) * box.height + below };
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.up();
}
