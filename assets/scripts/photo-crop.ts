import {
  type Frame,
  type FrameSpace,
  type FrameStep,
  frameSteps,
  keepInside,
  scale,
  step,
} from '../../src/features/photo/crop/frame.ts';
import { waitSeconds } from './try-again.ts';

/**
 * The frame of a portrait follows mouse, fingers, keys and a slider at once, where the server would draw each step anew. What
 * is sent is the same: left, top and height of the frame.
 */
export function offerCropping(): void {
  for (const box of document.querySelectorAll<HTMLElement>('[data-crop]')) {
    const stage = box.querySelector<SVGSVGElement>('.t-crop-stage');
    const form = box.closest('form');
    if (stage && form) follow(box, stage, form);
  }
}

const keys: Readonly<Record<string, FrameStep>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  '+': 'larger',
  '=': 'larger',
  '-': 'smaller',
};

function follow(box: HTMLElement, stage: SVGSVGElement, form: HTMLFormElement): void {
  const space = readSpace(box);
  const words = showPlace(box);
  const size = addSlider(box, space);
  let frame = keepInside(readFrame(form), space);

  const put = (next: Frame): void => {
    frame = keepInside(next, space);
    draw(stage, frame, space);
    for (const name of ['left', 'top', 'height'] as const) fieldOf(form, name).value = String(frame[name]);
    size.value = String(frame.height);
    words(frame, space);
  };

  size.addEventListener('input', () => put(scale(frame, Number(size.value), space)));
  box.addEventListener('click', (event) => {
    const button =
      event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[name="step"]') : null;
    const press = frameSteps.find((one) => one === button?.value);
    if (!press) return;
    event.preventDefault();
    put(step(frame, press, space));
  });
  const picture = stage.parentElement ?? box;
  picture.tabIndex = 0;
  picture.setAttribute('role', 'group');
  picture.setAttribute('aria-describedby', 'crop-by');
  picture.setAttribute('aria-label', stage.getAttribute('aria-label') ?? '');
  picture.addEventListener('keydown', (event) => {
    const press = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (!press) return;
    event.preventDefault();
    put(step(frame, press, space));
  });
  addDragging(stage, { frame: () => frame, put, space });
  tryAgain(box, form);
}

/** One finger or the mouse moves the frame, two fingers scale it. Outside of the frame the page scrolls as ever. */
function addDragging(
  stage: SVGSVGElement,
  { frame, put, space }: { frame: () => Frame; put: (next: Frame) => void; space: FrameSpace },
): void {
  const edge = stage.querySelector<SVGRectElement>('.t-crop-edge');
  if (!edge) return;
  const fingers = new Map<number, { x: number; y: number }>();
  const apart = (): number => {
    const [one, other] = [...fingers.values()];
    return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
  };
  edge.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    edge.setPointerCapture(event.pointerId);
    event.preventDefault();
    stage.parentElement?.focus({ preventScroll: true });
  });
  edge.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const perPixel = space.width / stage.getBoundingClientRect().width;
    const wide = apart();
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const now = frame();
    if (fingers.size === 1) {
      const [right, down] = [(event.clientX - before.x) * perPixel, (event.clientY - before.y) * perPixel];
      put({ ...now, left: now.left + right, top: now.top + down });
    } else if (wide > 0) put(scale(now, now.height * (apart() / wide), space));
  });
  const lift = (event: PointerEvent): void => void fingers.delete(event.pointerId);
  edge.addEventListener('pointerup', lift);
  edge.addEventListener('pointercancel', lift);
}

function draw(stage: SVGSVGElement, { left, top, height }: Frame, space: FrameSpace): void {
  const { width } = keepInside({ left, top, height }, space);
  const edge = stage.querySelector('.t-crop-edge');
  for (const [name, value] of Object.entries({ x: left, y: top, width, height }))
    edge?.setAttribute(name, String(value));
  const outside = `M0 0h${space.width}v${space.height}h${-space.width}z`;
  stage.querySelector('.t-crop-shade')?.setAttribute('d', `${outside}M${left} ${top}h${width}v${height}h${-width}z`);
  const lines = [14 / 45, 22 / 45].map((share) => {
    const y = Math.round(top + share * height);
    return `M${left} ${y}h${width / 12}M${left + width} ${y}h${-width / 12}`;
  });
  stage.querySelector('.t-crop-marks')?.setAttribute('d', lines.join(''));
}

function addSlider(box: HTMLElement, space: FrameSpace): HTMLInputElement {
  const label = document.createElement('label');
  label.className = 't-crop-size';
  label.textContent = box.dataset.size ?? '';
  const size = document.createElement('input');
  size.type = 'range';
  size.min = String(space.least);
  size.max = String(space.most);
  size.step = '1';
  size.value = fieldOf(box.closest('form'), 'height').value;
  size.disabled = space.least >= space.most;
  label.append(size);
  box.querySelector('.t-crop-steps')?.before(label);
  return size;
}

/** Says where the frame is once it rests. */
function showPlace(box: HTMLElement): (frame: Frame, space: FrameSpace) => void {
  const status = document.createElement('p');
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  box.append(status);
  let resting = 0;
  return (frame, space) => {
    window.clearTimeout(resting);
    resting = window.setTimeout(() => {
      const shares: Readonly<Record<string, number>> = {
        left: frame.left / space.width,
        top: frame.top / space.height,
        height: frame.height / space.height,
      };
      status.textContent = (box.dataset.place ?? '').replace(/\[(\w+)\]/g, (_, name: string) =>
        String(Math.round(100 * (shares[name] ?? 0))),
      );
    }, 600);
  };
}

/** The service was busy: the same cut is sent again when it said. */
function tryAgain(box: HTMLElement, form: HTMLFormElement): void {
  const { retry, retryWords = '' } = box.dataset;
  const button = form.querySelector<HTMLButtonElement>('button[type="submit"]:not([name])');
  if (retry === undefined || !button) return;
  const words = document.createElement('p');
  words.setAttribute('role', 'status');
  button.parentElement?.before(words);
  void waitSeconds(Number(retry), (left) => {
    words.textContent = retryWords.replace(/\d+/, String(left));
  }).then(() => form.requestSubmit(button));
}

function readSpace({ dataset }: HTMLElement): FrameSpace {
  const [width, height] = [Number(dataset.width), Number(dataset.height)];
  return { width, height, least: Number(dataset.least), most: Number(dataset.most) };
}

function readFrame(form: HTMLFormElement): Frame {
  const read = (name: string): number => Number(fieldOf(form, name).value);
  return { left: read('left'), top: read('top'), height: read('height') };
}

/** The hidden field of the form: the server draws all three. */
function fieldOf(form: HTMLFormElement | null, name: string): HTMLInputElement {
  const field = form?.querySelector<HTMLInputElement>(`input[type="hidden"][name="${name}"]`);
  if (!field) throw new Error(`a frame without ${name}`);
  return field;
}
