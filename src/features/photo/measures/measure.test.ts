import { describe, expect, it } from 'vitest';
import { type Drawn, drawnFace } from '#test/drawn-face.ts';
import { type FaceMeasures, measure } from './measure.ts';

/** Typed, unlike the matcher itself. */
const near = (value: number, digits?: number): unknown => expect.closeTo(value, digits);

function measured(drawn: Drawn = {}) {
  const { pixels, seen } = drawnFace(drawn);
  return measure(pixels, seen);
}

function faceOf(drawn?: Drawn): FaceMeasures {
  const { face } = measured(drawn);
  if (face === undefined) throw new Error('The drawn face was not measured');
  return face;
}

describe('a face and its place', () => {
  it('is measured in its own size: twice as large, it is the same', () => {
    const [small, large] = [faceOf(), faceOf({ scale: 2 })];
    expect(large.placement.eyeDistance).toBeCloseTo(2 * small.placement.eyeDistance, 1);
    expect(large.placement.eyeLine).toBeCloseTo(small.placement.eyeLine, 1);
    expect(large.placement.headHeight).toBeCloseTo(small.placement.headHeight, 2);
    expect(large.expression).toEqual({
      eyeLeastOpen: near(small.expression.eyeLeastOpen, 3),
      eyeMostOpen: near(small.expression.eyeMostOpen, 3),
      gaze: near(small.expression.gaze, 3),
      mouthOpen: near(small.expression.mouthOpen, 3),
      smile: near(small.expression.smile, 3),
    });
  });

  it('is upright, straight ahead and in the middle as it is drawn', () => {
    const { placement, pose } = faceOf();
    expect(placement.across).toBeCloseTo(0.5, 2);
    expect(pose).toEqual({ roll: near(0, 1), yaw: near(0, 1), pitch: near(0, 1) });
  });

  it('is turned when one side of it lies deeper, and nods when its chin does', () => {
    const { pixels, seen } = drawnFace();
    const points = Float32Array.from(seen.mesh?.points ?? []);
    for (let at = 0; at < points.length; at += 3) {
      points[at + 2] = 0.2 * ((points[at] ?? 0) - 200) + 0.3 * ((points[at + 1] ?? 0) - 225);
    }
    const { face } = measure(pixels, { ...seen, mesh: { points } });
    expect(face?.pose.yaw).toBeCloseTo(11.3, 0);
    expect(face?.pose.pitch).toBeCloseTo(16.7, 0);
  });

  it('is counted with its neighbours, but for tiny ones', () => {
    const { pixels, seen } = drawnFace();
    const [own] = seen.faces;
    if (own === undefined) throw new Error('There is a face');
    const faces = [own, { ...own, width: own.width / 2 }, { ...own, width: own.width / 10 }];
    expect(measure(pixels, { ...seen, faces }).faces).toBe(2);
    expect(measure(pixels, { faces: [], mesh: undefined, person: undefined })).toEqual({
      faces: 0,
      face: undefined,
      background: undefined,
    });
  });
});

describe('eyes and mouth', () => {
  it('are open by as much as they are drawn', () => {
    expect(faceOf({ lids: 16 }).expression.eyeLeastOpen).toBeCloseTo(16 / 22, 1);
    expect(faceOf({ lids: 4 }).expression.eyeLeastOpen).toBeLessThan(0.2);
    expect(faceOf({ lips: 16 }).expression.mouthOpen).toBeCloseTo(16 / 165, 2);
    expect(faceOf({ look: 8 }).expression.gaze).toBeCloseTo(8 / 48, 2);
  });

  it('show light and dark, unless black glasses hide them; red pupils are seen', () => {
    expect(faceOf().eyes.leastRange).toBeGreaterThan(40);
    const { pixels, seen } = drawnFace();
    const rgb = Uint8Array.from(pixels.rgb);
    rgb.fill(12, pixels.width * 190 * 3, pixels.width * 260 * 3);
    expect(measure({ ...pixels, rgb }, seen).face?.eyes.mostRange).toBeLessThan(5);
    expect(faceOf().eyes.red).toBe(0);
    expect(faceOf({ irises: [210, 30, 40] }).eyes.red).toBeGreaterThan(0.9);
  });
});

describe('a picture', () => {
  it('is fine or blurred, whatever its size and the skin', () => {
    const dark = [78, 52, 42] as const;
    for (const skin of [[205, 160, 135] as const, dark]) {
      const { pixels, seen } = drawnFace({ skin });
      const sharp = measure(pixels, seen).face?.sharpness;
      const soft = measure(blurred(pixels), seen).face?.sharpness;
      expect(sharp?.fineShare).toBeGreaterThan(0.5);
      expect(soft?.fineShare).toBeLessThan((sharp?.fineShare ?? 0) - 0.15);
      expect(soft?.detail).toBeLessThan((sharp?.detail ?? 0) / 3);
    }
  });

  it('is lit from one side by how the cheeks differ', () => {
    expect(faceOf().light?.sides).toBeLessThan(1);
    expect(faceOf({ light: (across) => (across < 0.5 ? 0.5 : 1) }).light?.sides).toBeGreaterThan(20);
  });

  it('has its colours: plain skin of any tone has no cast, a lamp’s yellow is one on both', () => {
    for (const skin of [[230, 190, 170] as const, [205, 160, 135] as const, [90, 62, 50] as const]) {
      expect(faceOf({ skin }).light?.cast).toBeLessThan(3);
      const [red, green, blue] = skin;
      const yellow = [Math.min(255, red * 1.25), green * 0.88, blue * 0.4] as const;
      expect(faceOf({ skin: yellow }).light?.cast).toBeGreaterThan(6);
    }
    expect(faceOf({ skin: [150, 150, 150] }).light?.colourfulness).toBeLessThan(4);
  });

  it('shows a mask or a cap as another colour than the cheeks', () => {
    const plain = faceOf().coverings;
    expect([plain?.lower, plain?.forehead].every((value) => (value ?? 99) < 3)).toBe(true);
    const masked = faceOf({ lower: [150, 200, 225] }).coverings;
    expect(masked?.lower).toBeGreaterThan(20);
    expect(masked?.lips).toBeLessThan(4);
    expect(faceOf({ forehead: [30, 40, 110] }).coverings?.forehead).toBeGreaterThan(20);
  });
});

describe('a background', () => {
  it('is light, pale and plain', () => {
    const { background } = measured();
    expect(background).toMatchObject({ other: 0, spread: near(0, 0), sides: near(0, 0) });
    expect(background?.colour.lightness).toBeGreaterThan(85);
  });

  it('is dark, coloured or uneven by what is behind the person, not by the person', () => {
    expect(measured({ wall: [40, 40, 42] }).background?.colour.lightness).toBeLessThan(20);
    expect(measured({ wall: [40, 90, 200] }).background?.chroma).toBeGreaterThan(40);
    const chequered = measured({
      wallAt: (across, down) => (Math.floor(across * 8 + Math.floor(down * 8)) % 2 ? [230, 230, 230] : [120, 120, 120]),
    });
    expect(chequered.background?.other).toBeGreaterThan(0.3);
    const halved = measured({ wallAt: (across) => (across < 0.5 ? [230, 230, 230] : [150, 150, 150]) });
    expect(halved.background?.sides).toBeGreaterThan(20);
  });

  it('keeps its colour under the grain of a camera', () => {
    let state = 1;
    const grain = () => {
      state = (state * 48_271) % 2_147_483_647;
      return (state / 2_147_483_647 - 0.5) * 90;
    };
    const grey = () => Math.round(200 + grain());
    const { background } = measured({ wallAt: () => [grey(), grey(), grey()], scale: 2 });
    expect(background?.other).toBeLessThan(0.1);
  });
});

function blurred({ width, height, rgb }: ReturnType<typeof drawnFace>['pixels']) {
  const reach = 4;
  const out = Uint8Array.from(rgb);
  for (let y = reach; y < height - reach; y += 1) {
    for (let x = reach; x < width - reach; x += 1) {
      for (let channel = 0; channel < 3; channel += 1) {
        let sum = 0;
        for (let at = -reach; at <= reach; at += 1) {
          for (let across = -reach; across <= reach; across += 1) {
            sum += rgb[((y + at) * width + x + across) * 3 + channel] ?? 0;
          }
        }
        out[(y * width + x) * 3 + channel] = sum / (2 * reach + 1) ** 2;
      }
    }
  }
  return { width, height, rgb: out };
}
