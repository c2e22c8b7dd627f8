import { expect, it } from 'vitest';
import { readWardrobeTalk } from '../../src/language/wardrobe-talk.js';

it.each([
  ['这是我自己的牛仔裤，帮我存到衣橱', 'add'],
  ['把这件放进我的衣柜', 'add'],
  ['add this to my wardrobe', 'add'],
  ['could you save it in my closet please', 'add'],
  ['我的衣橱', 'list'],
  ['衣柜里有什么', 'list'],
  ['show my wardrobe', 'list'],
  ['what’s in my closet?', 'list'],
  ['把衣橱里的第二件删掉', 'remove'],
  ['remove the second one from my wardrobe', 'remove'],
  ['清空衣橱', 'empty'],
  ['empty my wardrobe', 'empty'],
  ['我衣橱里还缺什么', 'missing'],
  ['what am I missing?', 'missing'],
  ['what’s missing from my wardrobe', 'missing'],
  ['用我自己的牛仔裤配一套', 'wear'],
  ['用我衣橱里的搭一套', 'wear'],
  ['an outfit with my own jeans', 'wear'],
  ['an outfit from my wardrobe', 'wear'],
])('%s: %s', (text, talk) => {
  expect(readWardrobeTalk(text)).toBe(talk);
});

it.each([
  '想要一个衣柜收纳袋',
  '配我的牛仔裤的上衣',
  'a top to go with my jeans',
  'is this one missing a button?',
  '这件删掉',
  'remove the second one',
  'a wardrobe essential white shirt',
])('%s is about something else', (text) => {
  expect(readWardrobeTalk(text)).toBe(undefined);
});
