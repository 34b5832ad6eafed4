import type { CameraChoice } from '../../src/features/photo/live/camera-choices.rules.ts';
import type { Look } from '../../src/features/photo/live/look.ts';
import { afterLook, rested } from '../../src/features/photo/live/rhythm.rules.ts';
import { afterMoment, armShutter, disarmShutter, idleShutter } from '../../src/features/photo/live/shutter.rules.ts';
import { isFineEnough } from '../../src/features/photo/live/view.rules.ts';
import { type Lookout, startLookout } from './photo-live-lookout.ts';
import { partsOf, type Word, write } from './photo-live-parts.ts';
import { placeGuide, putInto, smallPicture, takePicture, viewIn } from './photo-live-picture.ts';
import { speaker } from './photo-live-speaker.ts';
import { chosenCamera, isMirrored, listCameras, plays, startCamera, stopCamera } from './photo-live-stream.ts';

/** What the camera shows: nothing, somebody posing, or the picture taken. */
type Stage = 'closed' | 'posing' | 'taken';

/** Opens the camera in its part of the page. From then on its buttons do what they say. */
export async function openCamera(aid: HTMLElement): Promise<void> {
  const parts = partsOf(aid);
  const { video, picture, part, on } = parts;
  const said = speaker(parts);
  const list = part('which').querySelector('select');
  let stage: Stage = 'closed';
  let stream: MediaStream | undefined;
  let lookout: Lookout | undefined;
  /** a camera that is opened anew leaves the looks at the one before behind */
  let turn = 0;
  let shutter = idleShutter;
  let rhythm = rested;

  on('when-good', () => wait(true));
  on('stop-waiting', () => wait(false));
  on('now', () => void takeNow());
  on('again', () => pose());
  on('close', () => close());
  on('use', () => void use());
  if (list) list.onchange = () => void start(chosenCamera(list));
  video.onresize = () => placeGuide(parts.guide, viewIn(video));
  window.addEventListener('pagehide', () => stage !== 'closed' && close());
  await start();

  async function start(choice?: CameraChoice): Promise<void> {
    end();
    const mine = turn;
    part('trouble').classList.remove('t-live-wrong');
    said.tell('asking', 'trouble');
    const started = await startCamera(choice);
    if (mine !== turn) return started.ok ? stopCamera(started.stream) : undefined;
    if (!started.ok) return close(started.reason);
    stream = started.stream;
    stream.getVideoTracks()[0]?.addEventListener('ended', () => mine === turn && close('busy'));
    video.srcObject = stream;
    video.classList.toggle('t-live-mirror', isMirrored(stream));
    show('posing');
    const shows = await plays(video);
    if (mine !== turn) return;
    if (!shows) return close('failed');
    placeGuide(parts.guide, viewIn(video));
    comeTo('view');
    if (list) part('which').hidden = !(await listCameras(list, stream));
    if (!isFineEnough(viewIn(video))) return withoutChecks('coarse');
    said.tell('loading');
    const found = await startLookout(aid.dataset.worker ?? '');
    if (mine !== turn) return found?.end();
    if (!found) return withoutChecks('unavailable');
    lookout = found;
    rhythm = rested;
    part('when-good').hidden = shutter.waitsSince !== undefined;
    void lookOn(mine);
  }

  /** Looks again and again, while somebody poses and the page is in view. */
  async function lookOn(mine: number): Promise<void> {
    while (mine === turn && lookout) {
      let pause = 300;
      if (stage === 'posing' && !document.hidden) {
        const isWaiting = shutter.waitsSince !== undefined;
        const began = performance.now();
        // What is looked at is what is taken: eyes may shut between a look and a picture after it.
        if (isWaiting) takePicture(video, picture);
        const small = smallPicture(isWaiting ? picture : video);
        const look = small && (await lookout.look(small));
        if (mine !== turn) return;
        const after = afterLook(rhythm, performance.now() - began);
        ({ rhythm, pause } = after);
        if (after.isTooSlow || (small && !look)) return withoutChecks(after.isTooSlow ? 'slow' : 'unavailable');
        if (look && stage === 'posing') meet(look, began);
      }
      await new Promise((done) => setTimeout(done, pause));
    }
  }

  function meet(look: Look, began: number): void {
    const at = performance.now();
    part('view').classList.toggle('t-live-good', look.isGood);
    said.hint(look.hint, at);
    const after = afterMoment(shutter, { isGood: look.isGood, began, at });
    shutter = after.shutter;
    if (after.next === 'take') showTaken(look);
    if (after.next === 'tell') said.tell('longWait', 'note');
  }

  function wait(isWaiting: boolean): void {
    shutter = isWaiting ? armShutter(shutter, performance.now()) : disarmShutter(shutter);
    part('when-good').hidden = isWaiting;
    part('stop-waiting').hidden = !isWaiting;
    part(isWaiting ? 'stop-waiting' : 'when-good').focus();
    if (isWaiting) said.tell('waiting', 'note');
    else write(part('note'), '');
  }

  async function takeNow(): Promise<void> {
    const mine = turn;
    takePicture(video, picture);
    showTaken(undefined);
    const small = lookout && smallPicture(picture);
    if (!small || !lookout) return;
    const look = await lookout.look(small, true);
    if (mine === turn && stage === 'taken' && look) tellOfTaken(look);
  }

  function showTaken(look: Look | undefined): void {
    show('taken');
    video.pause();
    said.tell('taken', 'taken-hint');
    comeTo('taken-title');
    if (look) tellOfTaken(look);
    else if (!lookout) write(part('taken-hint'), parts.word('takenUnseen'));
  }

  function tellOfTaken({ hint, isGood }: Look): void {
    const isFine = hint === 'good';
    const words = isFine
      ? parts.word('takenGood')
      : `${parts.word(isGood ? 'takenAlmost' : 'takenBut')} ${parts.word(hint)}`;
    write(part('taken-hint'), words);
    said.aloud(`${parts.word('taken')} ${words}`);
  }

  function pose(): void {
    shutter = idleShutter;
    show('posing');
    void plays(video).then((shows) => shows || stage !== 'posing' || close('failed'));
    comeTo('view');
  }

  async function use(): Promise<void> {
    const press = await putInto(aid.dataset.photoLive ?? '', picture).catch(() => undefined);
    if (stage !== 'taken') return;
    close(press ? 'using' : 'failed');
    press?.();
  }

  /** Frame and shutter alone. */
  function withoutChecks(why: 'slow' | 'unavailable' | 'coarse'): void {
    lookout?.end();
    lookout = undefined;
    shutter = idleShutter;
    for (const name of ['when-good', 'stop-waiting']) part(name).hidden = true;
    part('view').classList.remove('t-live-good');
    write(part('note'), '');
    said.tell(why);
  }

  function close(why: Word = 'closed'): void {
    end();
    show('closed');
    said.tell(why, 'trouble');
    const isTrouble = why !== 'closed' && why !== 'using';
    part('trouble').classList.toggle('t-live-wrong', isTrouble);
    part(isTrouble ? 'trouble' : 'open').focus();
  }

  function end(): void {
    turn += 1;
    lookout?.end();
    lookout = undefined;
    shutter = idleShutter;
    if (stream) stopCamera(stream);
    stream = undefined;
    video.srcObject = null;
  }

  /** All of it in view, down to the buttons, and read from there. */
  function comeTo(name: string): void {
    aid.scrollIntoView();
    part(name).focus({ preventScroll: true });
  }

  function show(next: Stage): void {
    stage = next;
    part('closed').hidden = next !== 'closed';
    part('camera').hidden = next === 'closed';
    part('posing').hidden = next !== 'posing';
    part('taken').hidden = next !== 'taken';
    part('when-good').hidden = !lookout;
    part('stop-waiting').hidden = true;
    part('view').classList.remove('t-live-good');
    write(part('note'), '');
    if (next === 'posing') said.again();
  }
}
