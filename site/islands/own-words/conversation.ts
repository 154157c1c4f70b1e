// When an answer is given: after a pause in the typing, a doubtful one after a longer one, and aloud when the typing rests.
import type { Answer, Ask, Found, Reply } from './messages.ts';

/** As long as a pause between two words. */
const PAUSE_MS = 150;
/** Half a word is rarely sure: whoever types on is not shown each doubt on the way. */
const HESITATE_MS = 450;
/** Sooner, a screen reader would speak over the echo of the keys. */
const REST_MS = 1000;

type Find = (text: string) => Answer;

/** Replies come in the order of the texts, and none to a text after which another came. */
export function startConversation(load: (src: string) => Promise<Find>, say: (reply: Reply) => void) {
  let find: Promise<Find> | undefined;
  let timer: ReturnType<typeof setTimeout>;
  let newest: Ask | undefined;

  async function answerTo({ src, text }: Ask): Promise<Found> {
    try {
      find ??= load(src);
      return (await find)(text);
    } catch {
      // The next text tries anew: the network may be back by then.
      find = undefined;
      return 'failed';
    }
  }

  async function reply(ask: Ask): Promise<void> {
    const found = await answerTo(ask);
    if (ask !== newest) return;
    const isDoubt = found !== 'failed' && found !== 'nothing' && !found.sure;
    const show = () => {
      say({ found, aloud: false });
      timer = setTimeout(say, REST_MS, { found, aloud: true });
    };
    if (isDoubt) timer = setTimeout(show, HESITATE_MS);
    else show();
  }

  return (ask: Ask): void => {
    clearTimeout(timer);
    newest = ask;
    if (ask.text.trim()) timer = setTimeout(reply, PAUSE_MS, ask);
    else {
      // Whoever has come to the field is about to write.
      find ??= load(ask.src);
      find.catch(() => {
        find = undefined;
      });
      say({ found: 'nothing', aloud: true });
    }
  };
}
