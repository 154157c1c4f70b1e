// answer-survey: the answer tapped in the letter, chosen already; one button confirms it.
import type { LinkViewProps } from './link-page.ts';
import { Choices } from './parts/choices.tsx';
import { ErrorSummary } from './parts/error-summary.tsx';

export function AnswerSurvey({ t, page, values, errors }: LinkViewProps) {
  const { question, answers, answer, thanks } = page.survey;
  return (
    <div class="stack">
      <ErrorSummary
        title={t('form.error-summary')}
        errors={Object.entries(errors).map(([field, text]) => ({ field, text }))}
      />
      <h1>{t('answer-survey.title')}</h1>
      {thanks && (
        <p class="notice" role="status">
          {thanks}
        </p>
      )}
      <form method="post" action={page.path} noValidate class="stack">
        <Choices
          name="answer"
          legend={question}
          type="radio"
          choices={answers}
          chosen={[values.answer ?? answer ?? '']}
          error={errors.answer}
          errorPrefix={t('form.error')}
        />
        <button class="button" type="submit">
          {answer ? t('answer-survey.change') : t('answer-survey.button')}
        </button>
      </form>
      <section class="next-step">
        <h2>{t('next.heading')}</h2>
        <p>{t('answer-survey.who-sees')}</p>
        <p>{t('answer-survey.next', { phone: page.phone })}</p>
      </section>
    </div>
  );
}
