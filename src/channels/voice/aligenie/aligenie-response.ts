import type { SpokenAnswer } from '../spoken-line.js';
import { utterance } from '../ssml.js';

/** Characters the platform speaks; it cuts what is longer in the middle of a word. */
const LONGEST = 500;

/** An AliGenie answer: plain text, the microphone open again unless the talk ends. */
export function aligenieResponse({ speech, ends }: SpokenAnswer): object {
  return {
    returnCode: '0',
    returnErrorSolution: '',
    returnMessage: '',
    returnValue: {
      reply: utterance(speech, LONGEST),
      resultType: ends ? 'RESULT' : 'ASK_INF',
      ...(ends ? {} : { askedInfos: [] }),
      actions: [],
      properties: {},
      executeCode: 'SUCCESS',
      // Version 3 of the protocol opens the microphone by a command, whatever the result type says.
      gwCommands: [
        {
          commandDomain: 'AliGenie.Speaker',
          commandName: 'Speak',
          payload: { type: 'text', text: utterance(speech, LONGEST), expectSpeech: !ends, needLight: true },
        },
      ],
    },
  };
}
