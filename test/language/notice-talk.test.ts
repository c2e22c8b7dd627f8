import { expect, it } from 'vitest';
import { readNoticeTalk } from '../../src/language/notice-talk.js';

it.each([
  '降价了告诉我',
  '第二件打折的时候叫我一声',
  '有货了通知我',
  '到货提醒',
  '这件什么时候补货，提醒我一下',
  'tell me when it gets cheaper',
  'Let me know if the second one is back in stock',
  'notify me when the price drops',
  'can I get a price drop alert?',
])('%s asks to be told', (text) => {
  expect(readNoticeTalk(text)?.wants).toBe('tell');
});

it.each([
  '停止提醒',
  '别再给我发通知了',
  '退订',
  '不要提醒我了',
  'stop notices',
  'no more notifications please',
  'unsubscribe',
])('%s asks for quiet', (text) => {
  expect(readNoticeTalk(text)?.wants).toBe('stop');
});

it.each([
  '有货吗',
  '便宜一点的',
  '打折的连衣裙',
  '别太长',
  '不要红色',
  'is it in stock?',
  'cheaper ones',
  'show me what is on sale',
  'tell me about the second one',
  'a dress without buttons',
])('%s is about something else', (text) => {
  expect(readNoticeTalk(text)).toBe(undefined);
});
