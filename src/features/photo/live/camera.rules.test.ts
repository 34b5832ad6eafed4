import { expect, test } from 'vitest';
import { cameraChoices, facingOf } from './camera-choices.rules.ts';
import { cameraTrouble } from './camera-trouble.rules.ts';

const camera = (label: string) => ({ id: `id of ${label}`, label });

test('of a telephone one chooses the side, however many lenses it has', () => {
  const cameras = ['camera2 1, facing front', 'camera2 0, facing back', 'camera2 2, facing back'].map(camera);
  expect(cameraChoices(cameras)).toEqual([{ facing: 'user' }, { facing: 'environment' }]);
  expect(cameraChoices([camera('Fotocamera anteriore'), camera('Fotocamera posteriore')])).toHaveLength(2);
});

test('of a computer one chooses the camera by its name, where it has several', () => {
  const cameras = [camera('Integrated Webcam'), camera('USB Camera')];
  expect(cameraChoices(cameras)).toEqual(cameras);
  expect(cameraChoices([camera('Integrated Webcam')])).toEqual([]);
  expect(cameraChoices([{ id: '', label: '' }])).toEqual([]);
});

test('an iPhone’s cameras have sides too', () => {
  expect(facingOf('Back Dual Wide Camera')).toBe('environment');
  expect(facingOf('Caméra avant')).toBe('user');
  expect(facingOf('Integrated Webcam')).toBeUndefined();
});

test('every refusal of a browser has words', () => {
  expect(cameraTrouble('NotAllowedError')).toBe('refused');
  expect(cameraTrouble('NotFoundError')).toBe('none');
  expect(cameraTrouble('NotReadableError')).toBe('busy');
  expect(cameraTrouble('TypeError')).toBe('failed');
});
