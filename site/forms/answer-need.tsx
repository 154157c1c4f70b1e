// answer-need: the answer that goes to the company as a letter and stops the clock.
import type { LinkViewProps } from './link-page.ts';
import { ActFrame } from './parts/act-frame.tsx';
import { MessageForm } from './parts/message-form.tsx';

export function AnswerNeed(props: LinkViewProps) {
  const { t, page, values, errors } = props;
  return (
    <ActFrame {...props} title={t('answer-need.title')}>
      <MessageForm
        t={t}
        path={page.path}
        name="answer"
        label={t('answer-need.label')}
        hint={t('answer-need.hint')}
        button={t('answer-need.button')}
        value={values.answer ?? ''}
        error={errors.answer}
      />
    </ActFrame>
  );
}
