// Surveys: every question has its words in every language, as many as it has answers, and the first can be answered by a link.
import type { Content } from './content.ts';
import { type ContentFile, siblingPath } from './content-file.ts';
import type { Fault } from './fault.ts';
import { fieldFault } from './place.ts';
import { choices } from './schema-faults.ts';

type Known = { key?: unknown; kind?: unknown; options?: unknown; checksContact?: unknown };
type Asked = { key?: unknown; answers?: unknown };

const listOf = <Item>(value: unknown): Item[] =>
  Array.isArray(value) ? value.filter((one): one is Item => typeof one === 'object' && one !== null) : [];
const keysOf = (list: readonly { key?: unknown }[]): string[] => list.map(({ key }) => String(key));

export function surveyFaults({ inFolder }: Pick<Content, 'inFolder'>): Fault[] {
  const read = inFolder.surveys.filter(({ isRead }) => isRead);
  return read.flatMap((file) => {
    const finnish = read.find(({ item, lang }) => item === file.item && lang === 'fi');
    if (!finnish) return [];
    const questions = listOf<Known>(finnish.fields.questions);
    return [...(file === finnish ? factFaults(file, questions) : []), ...wordFaults(file, questions)];
  });
}

function factFaults(file: ContentFile, questions: Known[]): Fault[] {
  const keys = keysOf(questions);
  return [
    ...questions.flatMap(({ key, checksContact }, at) => [
      ...(keys.indexOf(String(key)) < at
        ? [fieldFault(file, ['questions', at, 'key'], 'question_twice', { key: String(key) })]
        : []),
      ...(checksContact === true && file.fields.anonymous === true
        ? [fieldFault(file, ['questions', at, 'checksContact'], 'question_checks_anonymous')]
        : []),
    ]),
    ...(questions[0]?.kind === 'text' ? [fieldFault(file, ['questions', 0, 'kind'], 'question_first_text')] : []),
  ];
}

function wordFaults(file: ContentFile, questions: Known[]): Fault[] {
  const asked = listOf<Asked>(file.fields.asked);
  const [known, worded] = [keysOf(questions), keysOf(asked)];
  return [
    ...known
      .filter((key) => !worded.includes(key))
      .map((key) => fieldFault(file, ['asked'], 'question_words_missing', { key })),
    ...asked.flatMap(({ key, answers }, at) => {
      const question = questions[known.indexOf(String(key))];
      if (!question) {
        const params = { finnish: siblingPath(file, 'fi'), ...choices(String(key), known) };
        return [fieldFault(file, ['asked', at, 'key'], 'question_unknown', params)];
      }
      if (worded.indexOf(String(key)) < at)
        return [fieldFault(file, ['asked', at, 'key'], 'question_twice', { key: String(key) })];
      const wanted = wordsWanted(question);
      if (!Array.isArray(answers) || wanted === undefined || answers.length === wanted) return [];
      return [
        fieldFault(file, ['asked', at, 'answers'], 'question_answers', {
          count: answers.length,
          wanted,
          kind: String(question.kind),
        }),
      ];
    }),
  ];
}

/** Undefined where the question itself is wrong, which its schema tells. */
function wordsWanted({ kind, options }: Known): number | undefined {
  if (kind === 'fact' || kind === 'scale') return 2;
  if (kind === 'text') return 0;
  return Array.isArray(options) ? options.length : undefined;
}
