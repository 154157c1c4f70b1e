// When an answer is given: after a pause in the typing, a doubtful one after a longer one, and aloud when the typing rests.
import type { Answer, Ask, Reply } from './messages.ts';

/** As long as a pause between two words. */
const PAUSE_MS = 150;
/** Half a word is rarely sure: whoever types on is not shown each doubt on the way. */
const HESITATE_MS = 450;
/** Sooner, a screen reader would speak over the echo of the keys. */
const REST_MS = 1000;

type Find = (text: string) => Answer;

/** Replies come in the order of the texts, and none to a text after which another came. */
export function startConversation(load: (src: string) => Promise<Find>, say: (reply: Reply) => void) {
  let loaded: Promise<Find> | undefined;
  let timer: ReturnType<typeof setTimeout>;
  let newest: Ask | undefined;

  function finder(src: string): Promise<Find> {
    const loading = loaded ?? load(src);
    loaded = loading;
    loading.catch(() => {
      // The next text tries anew: the network may be back by then.
      if (loaded === loading) loaded = undefined;
    });
    return loading;
  }

  async function reply(ask: Ask, finding: Promise<Find>): Promise<void> {
    const found = await finding.then((find) => find(ask.text)).catch(() => 'failed' as const);
    if (ask !== newest) return;
    const show = () => {
      say({ found, aloud: false });
      timer = setTimeout(say, REST_MS, { found, aloud: true });
    };
    if (found !== 'failed' && !found.sure) timer = setTimeout(show, HESITATE_MS);
    else show();
  }

  return (ask: Ask): void => {
    clearTimeout(timer);
    newest = ask;
    // At once, even for an empty text: whoever has come to the field is about to write.
    const finding = finder(ask.src);
    if (ask.text.trim()) timer = setTimeout(reply, PAUSE_MS, ask, finding);
    else say({ found: 'nothing', aloud: true });
  };
}
