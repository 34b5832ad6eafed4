import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { seeHeading } from './visitor.ts';

export interface Wish {
  /** What is typed on the home page. */
  readonly search: string;
  readonly office: string | RegExp;
  readonly service: string | RegExp;
  readonly party?: number;
}

/** From the home page to the service of an office, as somebody does who knows only the town. */
export async function findService(page: Page, { search, office, service }: Omit<Wish, 'party'>): Promise<void> {
  await page.goto('/');
  await page.locator('main input[name="q"]').fill(search);
  await page.locator('main').getByRole('button', { name: 'Cerca' }).click();
  await page.getByRole('main').getByRole('link', { name: office }).first().click();
  await page.getByRole('main').getByRole('link', { name: service }).first().click();
  await seeHeading(page, service);
}

/** The first of the free dates that stand on top, then its page of hours. */
export async function chooseFirstDate(page: Page, party = 1): Promise<void> {
  if (party > 1) await page.getByRole('link', { name: `${party} (${party} persone)` }).click();
  await page.locator('.t-first-dates a').first().click();
  await seeHeading(page, /Scegli l’ora/);
}

/** The pages of hours that the first dates lead to. */
export function linkedTimes(page: Page): Promise<string[]> {
  return page.locator('.t-first-dates a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
}

/** A day of the calendar below the first dates: far enough that the booking will have to be confirmed. */
export async function chooseLateDate(page: Page): Promise<void> {
  await page.goto((await page.locator('.t-calendar a').last().getAttribute('href')) ?? '');
  await seeHeading(page, /Scegli l’ora/);
}

export interface ChosenTime {
  readonly slot: string;
  /** `09:20` at the office. */
  readonly time: string;
}

/** The first free hour of the page, without pressing it. */
export async function firstTime(page: Page): Promise<ChosenTime> {
  const button = page.locator('button[name="slot"]').first();
  const [slot, words] = [await button.getAttribute('value'), await button.locator('strong').innerText()];
  // A reader in another time zone sees their own hour beside it.
  return { slot: slot ?? '', time: /\d\d:\d\d/.exec(words)?.[0] ?? '' };
}

export async function pressTime(page: Page, { slot }: ChosenTime): Promise<void> {
  await page.locator(`button[name="slot"][value="${slot}"]`).click();
  await page.waitForURL(/\/holds\//);
}

export interface PlaceOfSlot {
  readonly office: string;
  readonly service: string;
  readonly date: string;
  readonly slot: string;
}

/** Free seats of a slot, as the API tells everybody. */
export async function freeSeats(address: string, place: PlaceOfSlot): Promise<number> {
  const { office, service, date, slot } = place;
  const response = await fetch(`${address}/api/v1/offices/${office}/services/${service}/slots?date=${date}`);
  // The API's own shape.
  const { items } = (await response.json()) as { items: { id: string; free: number }[] };
  return items.find((item) => item.id === slot)?.free ?? 0;
}

/** Waits until a slot has so many free seats: what everybody is told may be a second old. */
export async function seeFreeSeats(address: string, place: PlaceOfSlot, free: number): Promise<void> {
  await expect.poll(() => freeSeats(address, place), { timeout: 10_000 }).toBe(free);
}
