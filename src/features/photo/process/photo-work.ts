import { loadEngineHere } from '../engine/on-server.ts';
import { examineCut } from '../examine/examine-cut.ts';
import { examineUpload } from '../examine/examine-upload.ts';
import type { PhotoAnswer, PhotoQuestion } from './messages.ts';

/** What `turno photo` does, as the child of a web process: loads the models, then one task after the other. */
export async function workOnPhotos(): Promise<void> {
  if (!process.connected) throw new Error('“photo” is started by the web application alone');
  process.once('disconnect', () => process.exit(0));
  const engine = await loadEngineHere();
  const answer = (message: PhotoAnswer) => process.send?.(message);
  process.on('message', ({ work, task }: PhotoQuestion) => {
    const looking =
      work === 'upload'
        ? examineUpload(engine, { bytes: task.bytes, today: Temporal.PlainDate.from(task.today) })
        : examineCut(engine, task);
    looking.then(
      (done) => answer({ done }),
      (error: unknown) => {
        // Into the log of the web application: it says nothing of the picture.
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
        answer({ failed: true });
      },
    );
  });
  answer({ ready: true });
}
