import type { Reference } from '../domain/turn.js';
import { normalise } from './normalise.js';
import { findReferences } from './references.js';

/** What a shopper asks of notices: to be told of something, or of nothing any more. */
export interface NoticeTalk {
  readonly wants: 'tell' | 'stop';
  /** What the words point at. */
  readonly references: readonly Reference[];
}

const TELL =
  /(?:降价|打折|便宜了|便宜点?的?时候|减价|促销|特价|到货|补货|有货|上架|上新货).{0,6}(?:告诉|提醒|通知|叫|喊|说一?声|call)|(?:告诉|提醒|通知|叫|喊|说一?声).{0,8}(?:降价|打折|便宜了|减价|促销|特价|到货|补货|有货|上架)|(?:降价|到货|补货|有货)(?:提醒|通知)|\b(?:tell|let|notify|alert|ping|message|text|remind|email) me (?:know )?(?:when|if|once|as soon as)\b.{0,40}\b(?:back|in stock|available|restock\w*|cheaper|on sale|drops?|goes down|reduced|comes? in|price)\b|\b(?:price (?:drop|alert|watch)|restock|back[- ]in[- ]stock|stock) (?:alerts?|notifications?|notice|reminder)\b/;
const STOP =
  /(?:别|不要|不用|停止|取消|关掉|关闭|退订|不想).{0,6}(?:提醒|通知|推送|发消息|打扰)|(?:提醒|通知|推送)(?:都|全)?(?:取消|关掉|关了|停了|退订)|^(?:退订|td)$|\b(?:stop|cancel|no more|turn off|don'?t (?:send|want)|switch off|disable)\b.{0,20}\b(?:notif\w+|alerts?|reminders?|messag\w+|notices?|telling me|updates)\b|^(?:unsubscribe|stop)$/;

/** Whether a message is about notices, by its words alone. */
export function readNoticeTalk(text: string): NoticeTalk | undefined {
  const plain = normalise(text).text.trim();
  if (STOP.test(plain)) return { wants: 'stop', references: [] };
  return TELL.test(plain) ? { wants: 'tell', references: pointedAt(text) } : undefined;
}

/** The garments that a message points at, whatever else it says of them. */
export function pointedAt(text: string): Reference[] {
  const pointing = findReferences(normalise(text).text, { hasShown: true, hasPhoto: false });
  return pointing.map(({ reference }) => reference);
}
