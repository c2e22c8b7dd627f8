import { expect, it } from 'vitest';
import { pictureAddress } from '../../../src/channels/messaging/core/picture-address.js';

const rules = { base: 'https://shop.example', callsLoopback: false, withoutWebp: false };

it('gives our own pictures as JPEG, which every platform knows', () => {
  expect(pictureAddress('https://shop.example/demo/images/d1.webp', rules)).toBe(
    'https://shop.example/demo/images/d1.jpg',
  );
  expect(pictureAddress('https://shop.example/boards/en/a.b.webp', rules)).toBe(
    'https://shop.example/boards/en/a.b.jpg',
  );
});

it('leaves the pictures of others as they are, and out where the platform shows none of their kind', () => {
  const theirs = 'https://cdn.example/a.webp?v=2';
  expect(pictureAddress(theirs, rules)).toBe(theirs);
  expect(pictureAddress(theirs, { ...rules, withoutWebp: true })).toBe(undefined);
  expect(pictureAddress('https://cdn.example/a.jpg', { ...rules, withoutWebp: true })).toBe(
    'https://cdn.example/a.jpg',
  );
});

it('offers no platform a picture of this machine, but for a simulated one', () => {
  const here = { ...rules, base: 'http://127.0.0.1:3978' };
  expect(pictureAddress('http://127.0.0.1:3978/demo/images/d1.webp', here)).toBe(undefined);
  expect(pictureAddress('http://127.0.0.1:3978/demo/images/d1.webp', { ...here, callsLoopback: true })).toBe(
    'http://127.0.0.1:3978/demo/images/d1.jpg',
  );
});
