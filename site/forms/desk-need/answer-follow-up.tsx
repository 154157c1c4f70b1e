// answer-follow-up at the desk: whoever answered a survey low is answered, by letter or by a call that is logged, also when the need has ended.
import { FOLLOW_UP_WAYS } from '#domain/forms/answer-follow-up.ts';
import { formatDateBy } from '#domain/i18n/dates.ts';
import { Choices } from '../parts/choices.tsx';
import { Contradiction, Feedback } from '../parts/feedback.tsx';
import { TextField } from '../parts/field.tsx';
import { ActForm } from './act-form.tsx';
import type { DeskActView } from './act-view.ts';
import { isOpen } from './surveys.tsx';

export const answerFollowUp: DeskActView = {
  place: (page) => (page.surveys.some(isOpen) ? 'next' : undefined),
  label: 'answer-follow-up.title',
  written: ['follow_up'],
  View: ({ t, lang, page, values, errors }) => {
    const errorPrefix = t('form.error');
    const survey = page.surveys.find(isOpen);
    if (!survey?.followUp) return null;
    return (
      <ActForm page={page} act="answer_follow_up" button={t('answer-follow-up.button')}>
        <p>
          <strong>{t('answer-follow-up.due', { date: formatDateBy(survey.followUp.dueAt, lang) })}</strong>
        </p>
        <Feedback t={t} answers={survey.answers} />
        {survey.followUp.notContacted && survey.followUp.record.length > 0 && (
          <Contradiction t={t} lang={lang} record={survey.followUp.record} />
        )}
        <Choices
          name="way"
          legend={t('answer-follow-up.way')}
          type="radio"
          choices={FOLLOW_UP_WAYS.map((way) => ({ value: way, label: t(`answer-follow-up.way.${way}`) }))}
          chosen={[values.way ?? 'letter']}
          error={errors.way}
          errorPrefix={errorPrefix}
        />
        <TextField
          name="follow_up"
          label={t('answer-follow-up.message')}
          hint={t('answer-follow-up.message-hint')}
          value={values.follow_up ?? ''}
          error={errors.follow_up}
          errorPrefix={errorPrefix}
          rows={5}
        />
      </ActForm>
    );
  },
};
