// The surveys as functions keep and ask them: each question with its words in all languages.
import type { Catalogue } from '#domain/content/catalogue.ts';
import { answersOf, type Question } from '#domain/surveys/question.ts';
import { byLanguage, textsEntry } from './by-language.ts';
import { loadContent } from './load-content.ts';

/** Of a scale the ends alone have words. */
const worded = (question: Pick<Question, 'kind' | 'options'>): string[] =>
  question.kind === 'scale' ? ['1', '5'] : answersOf(question);

export async function getSurveys(): Promise<Catalogue['surveys']> {
  const { surveys, surveysTranslated } = await loadContent();
  return surveys.map(({ id: path, data }) => {
    const id = path.replace(/\.fi$/, '');
    const texts = byLanguage((lang) => textsEntry(surveys, surveysTranslated, id, lang).data);
    const words = byLanguage((lang) => new Map(texts[lang].asked.map((asked) => [asked.key, asked])));
    return {
      id,
      after: data.after,
      delayHours: data.delayHours,
      anonymous: data.anonymous,
      questions: data.questions.map((question): Question => {
        const { key, kind } = question;
        const options = 'options' in question ? { options: question.options } : {};
        return {
          key,
          kind,
          ...options,
          ...(kind === 'fact' && question.checksContact && { checks_contact: true }),
          text: byLanguage((lang) => words[lang].get(key)?.text ?? ''),
          answers: Object.fromEntries(
            worded({ kind, ...options }).map((answer, at) => [
              answer,
              byLanguage((lang) => words[lang].get(key)?.answers[at] ?? ''),
            ]),
          ),
        };
      }),
      texts: {
        name: byLanguage((lang) => texts[lang].name),
        intro: byLanguage((lang) => texts[lang].intro),
        thanks: byLanguage((lang) => texts[lang].thanks),
        seen_by: data.seenBy,
      },
    };
  });
}
