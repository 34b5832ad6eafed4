import { type Camera, type CameraChoice, cameraChoices } from '../../src/features/photo/live/camera-choices.rules.ts';
import { type CameraTrouble, cameraTrouble } from '../../src/features/photo/live/camera-trouble.rules.ts';

/** More than a portrait of 600 dots an inch needs with its margin; a camera that has less gives what it has. */
const wished = { width: { ideal: 1920 }, height: { ideal: 1440 } };

export type Started =
  | { readonly ok: true; readonly stream: MediaStream }
  | { readonly ok: false; readonly reason: CameraTrouble };

/** Asks for a camera: by its side, by its name, or the one that looks at whoever asks. */
export async function startCamera(choice: CameraChoice = { facing: 'user' }): Promise<Started> {
  const which = 'facing' in choice ? { facingMode: { ideal: choice.facing } } : { deviceId: { exact: choice.id } };
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { ...wished, ...which } });
    return { ok: true, stream };
  } catch (error) {
    return { ok: false, reason: cameraTrouble(error instanceof DOMException ? error.name : '') };
  }
}

export function stopCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** Whether a camera shows something; one that gave way to another did not fail. */
export function plays(video: HTMLVideoElement): Promise<boolean> {
  return video.play().then(
    () => true,
    (error: unknown) => error instanceof DOMException && error.name === 'AbortError',
  );
}

/** Whoever looks into a camera expects a mirror; whoever holds it for somebody else does not. */
export function isMirrored(stream: MediaStream): boolean {
  return stream.getVideoTracks()[0]?.getSettings().facingMode !== 'environment';
}

/** Fills the list of cameras, and answers whether there is something to choose. */
export async function listCameras(list: HTMLSelectElement, stream: MediaStream): Promise<boolean> {
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  const cameras = devices
    .filter(({ kind }) => kind === 'videoinput')
    .map(({ deviceId, label }, index): Camera => ({ id: deviceId, label: label || String(index + 1) }));
  const choices = cameraChoices(cameras);
  const { front = '', back = '' } = list.dataset;
  const options = choices.map((choice) => {
    if (!('facing' in choice)) return new Option(choice.label, choice.id);
    return new Option(choice.facing === 'user' ? front : back, choice.facing);
  });
  list.replaceChildren(...options);
  const { facingMode, deviceId } = stream.getVideoTracks()[0]?.getSettings() ?? {};
  for (const option of options) if (option.value === facingMode || option.value === deviceId) list.value = option.value;
  return choices.length > 1;
}

/** What the list stands at. */
export function chosenCamera({ value }: HTMLSelectElement): CameraChoice {
  return value === 'user' || value === 'environment' ? { facing: value } : { id: value, label: value };
}
