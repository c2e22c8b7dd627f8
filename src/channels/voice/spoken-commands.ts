/** What steers the telling itself; everything else is for the assistant. */
export type SpokenCommand = 'next' | 'repeat' | 'stop' | 'help';

/** Whole sentences, without punctuation and politeness, in both languages. */
const SAID: Readonly<Record<SpokenCommand, RegExp>> = {
  next: /^(?:(?:yes )?(?:go on|keep going|continue|carry on|next(?: (?:one|ones|three|page))?|(?:the )?next (?:one|ones|three)|more|(?:tell|show|read) me more|any more|the rest)|(?:好 ?)?(?:接着(?:说|听|讲)?|继续(?:说|听|讲)?|往下说|下一?(?:个|件|套|页|批|条)|还有(?:吗|呢|没有|别的吗)?|后面的?呢|剩下的(?:呢)?))$/,
  repeat:
    /^(?:repeat(?: (?:that|it|please))?|say (?:that|it) again|(?:come )?again|once more|one more time|what (?:did|was) (?:you say|that)|what was that|pardon(?: me)?|sorry what|(?:再|重新?)(?:说|讲|念|来|读)?一?遍|重复(?:一遍|一下)?|再说一次|没听清楚?|你说什么|什么)$/,
  stop: /^(?:stop|quit|exit|(?:good ?)?bye(?: bye)?|that(?: i|')s all(?: thanks| thank you)?|i(?: a|')m done|never ?mind|no thanks?(?: you)?|(?:停|停止|停下来?|退出|关闭|结束|别说了|不用了|不说了|没有了|没了|再见|拜拜)了?)$/,
  help: /^(?:help(?: me)?|what can (?:you do|i say)|how does this work|帮助|帮帮我|怎么用|你会(?:做)?什么|你能做什么|(?:我)?可以说什么)$/,
};
const POLITE = /^(?:please|ok(?:ay)?|um+|uh+|请|嗯+|那|那就|麻烦)[\s,，]*|[\s,，]*(?:please|now|吧|啊|呀|哦|谢谢)$/gu;
const PUNCTUATION = /[.,!?;:。，！？；：…、]+/g;

/** The command that a whole utterance is, or undefined where it is something to talk about. */
export function spokenCommand(text: string): SpokenCommand | undefined {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll('’', "'").replace(PUNCTUATION, ' ');
  const said = plain.replace(/\s+/g, ' ').trim().replace(POLITE, '').trim();
  const commands = Object.keys(SAID) as SpokenCommand[];
  return commands.find((command) => SAID[command].test(said));
}
