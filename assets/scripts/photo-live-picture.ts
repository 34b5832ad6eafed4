import { guideOf, type Part, viewOf } from '../../src/features/photo/live/view.rules.ts';

/** As wide as a picture is looked at: the models need no more, and a telephone has less to do. */
const lookedAtWidth = 480;

export interface SmallPicture {
  readonly width: number;
  readonly height: number;
  /** rows of red, green, blue and opacity */
  readonly rgba: Uint8ClampedArray;
  /** how many pixels of the picture make one of its own */
  readonly scale: number;
}

export function viewIn({ videoWidth, videoHeight }: HTMLVideoElement): Part {
  return viewOf({ width: videoWidth, height: videoHeight });
}

/** Takes what the camera sees now, as it is: never mirrored, nothing corrected. */
export function takePicture(video: HTMLVideoElement, picture: HTMLCanvasElement): void {
  const { left, top, width, height } = viewIn(video);
  picture.width = width;
  picture.height = height;
  picture.getContext('2d')?.drawImage(video, left, top, width, height, 0, 0, width, height);
}

let sheet: HTMLCanvasElement | undefined;

/** The pixels to look at, of the camera or of a picture that was taken. */
export function smallPicture(from: HTMLVideoElement | HTMLCanvasElement): SmallPicture | undefined {
  const { left, top, width, height } =
    from instanceof HTMLVideoElement ? viewIn(from) : { left: 0, top: 0, width: from.width, height: from.height };
  if (width === 0 || height === 0) return undefined;
  const scale = Math.max(1, width / lookedAtWidth);
  const small = { width: Math.round(width / scale), height: Math.round(height / scale) };
  sheet ??= document.createElement('canvas');
  sheet.width = small.width;
  sheet.height = small.height;
  const paper = sheet.getContext('2d', { willReadFrequently: true, alpha: false });
  if (!paper) return undefined;
  paper.imageSmoothingQuality = 'high';
  paper.drawImage(from, left, top, width, height, 0, 0, small.width, small.height);
  return { ...small, rgba: paper.getImageData(0, 0, small.width, small.height).data, scale };
}

/** Draws the guide where the portrait will be cut, which the camera's pixels decide. */
export function placeGuide(guide: SVGElement, view: Part): void {
  const { left, top, width } = guideOf(view);
  guide.setAttribute('viewBox', `0 0 ${view.width} ${view.height}`);
  const scale = width / 350;
  for (const drawn of guide.children) drawn.setAttribute('transform', `translate(${left} ${top}) scale(${scale})`);
}

/**
 * Puts the picture into a file field, as if somebody had chosen it there, and answers with the press of its form's own button:
 * what the form carries beside goes along.
 */
export async function putInto(fieldId: string, picture: HTMLCanvasElement): Promise<() => void> {
  const field = document.getElementById(fieldId);
  const blob = await new Promise<Blob | null>((done) => picture.toBlob(done, 'image/jpeg', 0.95));
  if (!(field instanceof HTMLInputElement) || !blob) throw new Error('the picture has nowhere to go');
  const transfer = new DataTransfer();
  transfer.items.add(new File([blob], 'photo.jpg', { type: 'image/jpeg' }));
  field.files = transfer.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  const button = field.form?.querySelector<HTMLElement>('[type="submit"]');
  return () => {
    button?.focus();
    button?.click();
  };
}
