// ask-more: a question to the company; a person's contact too, so it stops the clock as an answer does.
import type { LinkViewProps } from './link-page.ts';
import { ActFrame } from './parts/act-frame.tsx';
import { MessageForm } from './parts/message-form.tsx';

export function AskMore(props: LinkViewProps) {
  const { t, page, values, errors } = props;
  return (
    <ActFrame {...props} title={t('ask-more.title')}>
      <MessageForm
        t={t}
        path={page.path}
        name="question"
        label={t('ask-more.label')}
        hint={t('ask-more.hint')}
        button={t('ask-more.button')}
        value={values.question ?? ''}
        error={errors.question}
      />
    </ActFrame>
  );
}
