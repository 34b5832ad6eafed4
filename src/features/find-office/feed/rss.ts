import { clockTime } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { dayOfMonth } from '#ui/calendar/weekdays.ts';
import type { Feed, FeedRelease } from './feed.query.ts';
import { feedTexts } from './feed.text.ts';

interface Item {
  readonly title: string;
  readonly link: string;
  readonly id: string;
  readonly text: string;
}

/** A feed as RSS 2.0: the room that is open, what opens next, what is free by day. */
export function writeRss(feed: Feed, how: { language: Language; self: string; since: Temporal.Instant }): string {
  const { language, self, since } = how;
  const t = feedTexts.for(language);
  const service = localText(feed.name, language);
  const city = localText(feed.city, language);
  const date = new Date(since.epochMilliseconds).toUTCString();
  const items = [...roomItems(feed, language), ...releaseItems(feed, language), ...dayItems(feed, language)];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
    '<channel>',
    element('title', t('title', { service, city })),
    element('link', feed.page),
    element('description', t('about', { service, city, free: feed.free })),
    element('language', language),
    element('lastBuildDate', date),
    '<ttl>1</ttl>',
    `<atom:link href="${escaped(self)}" rel="self" type="application/rss+xml"/>`,
    ...items.map((item) =>
      [
        '<item>',
        element('title', item.title),
        element('link', item.link),
        `<guid isPermaLink="false">${escaped(item.id)}</guid>`,
        element('description', item.text),
        element('pubDate', date),
        '</item>',
      ].join(''),
    ),
    '</channel>',
    '</rss>',
    '',
  ].join('\n');
}

function roomItems({ room, office, service, timeZone }: Feed, language: Language): Item[] {
  if (!room) return [];
  const t = feedTexts.for(language);
  const title = t(room.order === 'first-come' ? 'room' : 'roomDraw');
  const text = t('roomAbout', {
    joins: moment(room.joinsAt, timeZone, language),
    closes: moment(room.closesAt, timeZone, language),
    opens: moment(room.opensAt, timeZone, language),
  });
  return [{ title, text, link: room.page, id: `room:${office}:${service}:${room.opensAt}:${room.state}` }];
}

function releaseItems({ releases, page, office, service, timeZone }: Feed, language: Language): Item[] {
  const t = feedTexts.for(language);
  return releases.map((release) => {
    const { seats, opensAt, opensBy, order } = release;
    const from = moment(opensAt, timeZone, language);
    const title = opensBy
      ? t('opensBetween', { seats, from, to: moment(opensBy, timeZone, language) })
      : t('opens', { seats, at: from });
    const days = daysOf(release, language);
    const text =
      order === 'first-come'
        ? days
        : `${days} ${t('drawn', { closes: moment(release.closesAt ?? opensAt, timeZone, language) })}`;
    return { title, text, link: page, id: `release:${office}:${service}:${release.id}:${opensAt}` };
  });
}

function dayItems({ days, page, office, service }: Feed, language: Language): Item[] {
  const t = feedTexts.for(language);
  return days.map(({ date, free }) => ({
    title: t('free', { free, day: dayOfMonth(Temporal.PlainDate.from(date), language) }),
    text: t('freeAbout'),
    link: `${page}/times?date=${date}`,
    // Another count is news.
    id: `day:${office}:${service}:${date}:${free}`,
  }));
}

function daysOf({ date, lastDate }: FeedRelease, language: Language): string {
  const t = feedTexts.for(language);
  const first = dayOfMonth(Temporal.PlainDate.from(date), language);
  if (date === lastDate) return t('ofDay', { day: first });
  return t('ofDays', { from: first, to: dayOfMonth(Temporal.PlainDate.from(lastDate), language) });
}

function moment(text: string, zone: string, language: Language): string {
  const instant = Temporal.Instant.from(text);
  const day = dayOfMonth(instant.toZonedDateTimeISO(zone).toPlainDate(), language);
  return feedTexts.for(language)('moment', { day, time: clockTime(instant, zone) });
}

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

/** What XML takes as text and as an attribute; characters it knows in no spelling are left out. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
