// What was told and said about a need: the company's words, the messages, the facts, who was asked, the notes.
import { HandOvers } from '../parts/hand-overs.tsx';
import { NeedFacts } from '../parts/need-facts.tsx';
import { Thread } from '../parts/thread.tsx';
import type { DeskNeedProps } from './desk-need-page.ts';
import { Notes } from './notes.tsx';
import { SetAside } from './set-aside.tsx';

export function AboutNeed({ t, lang, page }: Pick<DeskNeedProps, 't' | 'lang' | 'page'>) {
  return (
    <div class="stack about-need">
      <section class="stack" aria-labelledby="told">
        <h2 id="told">{t('desk-need.told')}</h2>
        <blockquote class="need-text" lang={page.language}>
          {page.need.description}
        </blockquote>
        <p class="small soft">{t('desk-need.reads', { language: t(`desk-need.language.${page.language}`) })}</p>
      </section>
      <Thread t={t} lang={lang} messages={page.messages} />
      <SetAside t={t} lang={lang} page={page} />
      <NeedFacts t={t} need={page.need} />
      {page.handOvers.length > 0 && (
        <section class="stack" aria-labelledby="handed">
          <h2 id="handed">{t('desk-need.hand-overs')}</h2>
          <HandOvers t={t} handOvers={page.handOvers} />
        </section>
      )}
      <Notes t={t} lang={lang} notes={page.notes} />
    </div>
  );
}
