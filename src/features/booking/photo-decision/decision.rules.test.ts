import { describe, expect, it } from 'vitest';
import { asksAnother, maySendPhoto, photoStanding, photoUntil } from './decision.rules.ts';

const startsAt = Temporal.Instant.from('2026-12-14T10:00:00Z');
const hour = startsAt.subtract({ hours: 24 });
const rules = {
  photo: 'asked',
  delivery: 'none',
  deliveryModes: [],
  delegate: false,
  completionCutoffHours: 24,
} as const;

const photo = (id: string) => ({ position: 0, state: 'accepted' as const, id });
const decided = (outcome: 'accepted' | 'overridden' | 'another-asked', photoId: string, minute = 0) => ({
  id: `${minute}`,
  position: 0,
  photoId,
  outcome,
  decidedAt: startsAt.subtract({ hours: 100 }).add({ minutes: minute }),
});
const booking = (photos: ReturnType<typeof photo>[], photoDecisions: ReturnType<typeof decided>[], live = true) => ({
  photos,
  photoDecisions,
  live,
  startsAt,
  completion: rules,
});

describe('how a photo stands', () => {
  it.each([
    ['absent', [], []],
    ['sent', [photo('a')], []],
    ['accepted', [photo('a')], [decided('accepted', 'a')]],
    ['overridden', [photo('a')], [decided('overridden', 'a')]],
    ['another-asked', [photo('a')], [decided('another-asked', 'a')]],
    // its person took it back: the request stands
    ['another-asked', [], [decided('another-asked', 'a')]],
    // what was said of a photo that is gone says nothing
    ['absent', [], [decided('accepted', 'a')]],
    // another one came, and nobody has looked at it
    ['sent', [photo('b')], [decided('another-asked', 'a')]],
    ['accepted', [photo('b')], [decided('another-asked', 'a'), decided('accepted', 'b', 5)]],
  ] as const)('is %s', (standing, photos, decisions) => {
    expect(photoStanding(booking([...photos], [...decisions]), 0)).toBe(standing);
  });

  it('is of each person apart', () => {
    const one = booking([photo('a')], [decided('another-asked', 'a')]);
    expect([asksAnother(one, 0), asksAnother(one, 1)]).toEqual([true, false]);
  });
});

describe('until when a photo may be sent', () => {
  const usual = booking([photo('a')], []);
  const asked = booking([photo('a')], [decided('another-asked', 'a')]);

  it('is the office’s hour, to the second; and the appointment where another was asked for', () => {
    const early = hour.subtract({ seconds: 1 });
    expect([maySendPhoto(usual, 0, early), maySendPhoto(usual, 0, hour)]).toEqual([true, false]);
    const last = startsAt.subtract({ seconds: 1 });
    expect([maySendPhoto(asked, 0, last), maySendPhoto(asked, 0, startsAt)]).toEqual([true, false]);
    expect([photoUntil(usual, 0), photoUntil(asked, 0)]).toEqual([hour, startsAt]);
  });

  it('is over with the booking, and with the photo that came', () => {
    expect(maySendPhoto({ ...asked, live: false }, 0, hour)).toBe(false);
    expect(maySendPhoto(booking([photo('b')], [decided('another-asked', 'a')]), 0, hour)).toBe(false);
    expect(maySendPhoto({ ...asked, completion: { ...rules, photo: 'none' } }, 0, early(hour))).toBe(false);
  });
});

function early(at: Temporal.Instant): Temporal.Instant {
  return at.subtract({ hours: 1 });
}
