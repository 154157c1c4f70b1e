// answer-survey: the answer tapped in the letter, chosen already, and the further questions; one button stores what is answered.

import type { SeenBy } from '#domain/content/survey.ts';
import { choiceField, showField, textField } from '#domain/forms/answer-survey.ts';
import { formatDateBy } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';
import type { QuestionKind } from '#domain/surveys/question.ts';
import { answersOf } from '#domain/surveys/question.ts';
import { Choices } from './parts/choices.tsx';
import { ErrorSummary } from './parts/error-summary.tsx';
import { TextField } from './parts/field.tsx';

export interface SurveyQuestion {
  key: string;
  kind: QuestionKind;
  text: string;
  options?: string[] | undefined;
  /** The words of an answer; of a scale its ends alone have some. */
  words: (answer: string) => string;
  choices: readonly string[];
  body: string;
  mayShow: boolean;
}

export interface SurveyPage {
  /** Where the form posts to: the link itself. */
  path: string;
  name: string;
  intro: string;
  thanks: string;
  reference: string;
  anonymous: boolean;
  seenBy: readonly SeenBy[];
  questions: readonly SurveyQuestion[];
  isAnswered: boolean;
  mayChange: boolean;
  isLow: boolean;
  /** By when somebody is to be in touch. */
  followUpDue: Date | null;
  phone: string;
}

export interface AnswerSurveyProps {
  t: T;
  lang: Language;
  page: SurveyPage;
  /** The answer to the first question that was tapped in the letter. */
  tapped: string | undefined;
  did: string | undefined;
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

export function AnswerSurvey(props: AnswerSurveyProps) {
  const { t, page, errors } = props;
  const [first, ...further] = page.questions;
  const anonymous = page.anonymous ? 'anonymous' : 'named';
  return (
    <div class="stack">
      <ErrorSummary
        title={t('form.error-summary')}
        errors={Object.entries(errors).map(([field, text]) => ({ field, text }))}
      />
      <h1>{page.name}</h1>
      {page.isAnswered ? <Thanks {...props} /> : <p>{page.intro}</p>}
      {page.mayChange && first ? (
        <form method="post" action={page.path} noValidate class="stack">
          <QuestionField {...props} question={first} isFirst />
          {further.length > 0 && <p class="soft">{t('answer-survey.further')}</p>}
          {further.map((question) => (
            <QuestionField {...props} question={question} key={question.key} />
          ))}
          <button class="button" type="submit">
            {page.isAnswered ? t('answer-survey.change') : t('answer-survey.button')}
          </button>
        </form>
      ) : (
        <Stored {...props} />
      )}
      <section class="next-step stack">
        <h2>{t('answer-survey.seen.heading')}</h2>
        <p>{t(`answer-survey.seen.${anonymous}`)}</p>
        {page.seenBy.map((who) => (
          <p key={who}>{t(`answer-survey.seen.${who}`)}</p>
        ))}
        <p>{t(`answer-survey.next.${anonymous}`, { phone: page.phone, reference: page.reference })}</p>
      </section>
    </div>
  );
}

/** After the answer, and when the page is opened again: what was stored, and what happens now. */
function Thanks({ t, lang, page, did }: AnswerSurveyProps) {
  const { thanks, isLow, anonymous, followUpDue, phone, reference, mayChange } = page;
  return (
    <div class="notice stack" role={did ? 'status' : undefined}>
      <p>{thanks}</p>
      {isLow && followUpDue && (
        <p>{t('answer-survey.low.named', { date: formatDateBy(followUpDue, lang), phone, reference })}</p>
      )}
      {isLow && anonymous && <p>{t('answer-survey.low.anonymous', { phone })}</p>}
      {mayChange && <p>{t('answer-survey.stored')}</p>}
    </div>
  );
}

/** What can be changed no more, so that whoever comes back reads what she answered. */
function Stored({ t, page }: AnswerSurveyProps) {
  const answered = page.questions.filter(({ choices, body }) => choices.length > 0 || body);
  return (
    <>
      <p>{t('answer-survey.error.too_late')}</p>
      <dl class="facts">
        {answered.map((question) => (
          <div key={question.key}>
            <dt>{question.text}</dt>
            <dd class={question.kind === 'text' ? 'message__body' : undefined}>
              {question.body || question.choices.map((choice) => answerLabel(question, choice)).join(', ')}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** Of a scale the number, and what its ends mean. */
const answerLabel = ({ kind, words }: SurveyQuestion, answer: string): string =>
  kind === 'scale' ? [answer, words(answer)].filter(Boolean).join(' – ') : words(answer);

function QuestionField(props: AnswerSurveyProps & { question: SurveyQuestion; isFirst?: true }) {
  const { t, page, question, isFirst, tapped, values, errors } = props;
  const { key, kind, text } = question;
  const errorPrefix = t('form.error');
  const hasValues = Object.keys(values).length > 0;
  if (kind === 'text') {
    const name = textField(key);
    const mayShow = hasValues ? values[showField(key)] === 'yes' : question.mayShow;
    return (
      <div class="stack">
        <TextField
          name={name}
          label={text}
          value={values[name] ?? question.body}
          error={errors[name]}
          errorPrefix={errorPrefix}
          rows={4}
        />
        {page.seenBy.includes('provider') && (
          <div class="choice">
            <input type="checkbox" id={showField(key)} name={showField(key)} value="yes" checked={mayShow} />
            <label for={showField(key)}>{t('answer-survey.may-show')}</label>
          </div>
        )}
      </div>
    );
  }
  const name = choiceField(key);
  const answers = answersOf(question);
  const stored = isFirst && tapped && answers.includes(tapped) ? [tapped] : question.choices;
  return (
    <Choices
      name={name}
      legend={text}
      hint={kind === 'some_of' ? t('answer-survey.several') : undefined}
      type={kind === 'some_of' ? 'checkbox' : 'radio'}
      choices={answers.map((value) => ({ value, label: answerLabel(question, value) }))}
      chosen={hasValues ? (values[name] ?? '').split('\n') : stored}
      error={errors[name]}
      errorPrefix={errorPrefix}
    />
  );
}
