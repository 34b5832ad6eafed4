import type { Language } from '#platform/language.ts';
import { asset } from '#ui/asset.ts';
import { Actions } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { hints } from './hints.ts';
import { hintTexts, liveAidTexts } from './live-aid.text.ts';
import { spokenStates } from './spoken-states.ts';

/** What the camera's program, the models and what runs them weigh together, as they are sent. */
const megabytes = 3;

/**
 * A camera with a frame, which says how to pose and takes the photo at a good moment. The photo goes into the file field
 * `fieldId`, and its form is sent as if somebody had chosen it. Without scripts, without a camera or in an old browser nothing
 * of this is seen, and the form stands as it is.
 */
export function LiveAid({ language, fieldId }: { language: Language; fieldId: string }) {
  const t = liveAidTexts.for(language);
  return (
    <div
      hidden
      class="t-live"
      data-photo-live={fieldId}
      data-program={asset('photo-live-camera.js')}
      data-worker={asset('photo-live-worker.js')}
    >
      <link rel="stylesheet" href={asset('photo-live.css')} />
      <h3>{t('title')}</h3>
      <div data-live="closed">
        <p>
          {t('about')} <span class="t-muted">{t('size', { megabytes })}</span>
        </p>
        <p class="t-live-trouble" tabindex={-1} data-live="trouble" />
        <Actions>
          <button type="button" class="btn btn-outline-primary" data-live="open">
            <Icon name="camera" />
            {t('open')}
          </button>
        </Actions>
      </div>
      <div hidden data-live="camera">
        <Posing language={language} />
        <Taken language={language} />
      </div>
      <p class="visually-hidden" role="status" data-live="spoken" />
      <Words language={language} />
      <script type="module" src={asset('photo-live.js')} />
    </div>
  );
}

function Posing({ language }: { language: Language }) {
  const t = liveAidTexts.for(language);
  return (
    <div data-live="posing">
      <div class="t-live-view" tabindex={-1} role="group" aria-label={t('frame')} data-live="view">
        <video playsinline muted data-live="video" />
        <Guide />
      </div>
      <p class="t-live-hint" data-live="hint" />
      <p class="t-live-note" data-live="note" />
      <Actions>
        <button type="button" class="btn btn-primary" data-live="when-good">
          {t('whenGood')}
        </button>
        <button type="button" hidden class="btn btn-primary" data-live="stop-waiting">
          {t('stopWaiting')}
        </button>
        <button type="button" class="btn btn-outline-primary" data-live="now">
          <Icon name="camera" />
          {t('now')}
        </button>
        <button type="button" class="btn t-btn-plain" data-live="close">
          {t('close')}
        </button>
      </Actions>
      <div hidden class="t-live-which" data-live="which">
        <label for="photo-live-which">{t('which')}</label>
        <select id="photo-live-which" class="form-select" data-front={t('front')} data-back={t('back')} />
      </div>
    </div>
  );
}

function Taken({ language }: { language: Language }) {
  const t = liveAidTexts.for(language);
  return (
    <div hidden data-live="taken">
      <h4 tabindex={-1} data-live="taken-title">
        {t('takenTitle')}
      </h4>
      <canvas class="t-live-taken" role="img" aria-label={t('takenAlt')} data-live="picture" />
      <p class="t-live-hint" data-live="taken-hint" />
      <Actions>
        <button type="button" class="btn btn-primary" data-live="use">
          <Icon name="upload" />
          {t('use')}
        </button>
        <button type="button" class="btn btn-outline-primary" data-live="again">
          {t('again')}
        </button>
        <button type="button" class="btn t-btn-plain" data-live="close">
          {t('close')}
        </button>
      </Actions>
    </div>
  );
}

/** Where head and eyes belong, as in the example beside; the script puts it where the portrait will be cut. */
function Guide() {
  return (
    <svg class="t-live-guide" aria-hidden="true" focusable="false" data-live="guide">
      <path class="t-live-outside" fill-rule="evenodd" d="M-900-900h2200v2300h-2200zM0 0v450h350v-450z" />
      <g fill="none">
        <rect class="t-live-edge" x="1" y="1" width="348" height="448" />
        <ellipse class="t-live-head" cx="175" cy="199" rx="121" ry="168" />
        <path class="t-live-eyes" d="M34 198h30M286 198h30" />
      </g>
    </svg>
  );
}

/** Every sentence of the aid, for the script to show: here they are read by whoever translates pages too. */
function Words({ language }: { language: Language }) {
  const t = liveAidTexts.for(language);
  const hint = hintTexts.for(language);
  return (
    <ul hidden data-live="words">
      {spokenStates.map((state) => (
        <li key={state} data-word={state}>
          {t(state)}
        </li>
      ))}
      {hints.map((name) => (
        <li key={name} data-word={name}>
          {hint(name)}
        </li>
      ))}
    </ul>
  );
}
