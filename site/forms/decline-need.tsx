// decline-need: a coordinator ends the need with a reason that the company reads; an expert declines the hand-over.
import type { LinkViewProps } from './link-page.ts';
import { ActFrame } from './parts/act-frame.tsx';
import { MessageForm } from './parts/message-form.tsx';

export function DeclineNeed(props: LinkViewProps) {
  const { t, page, values, errors } = props;
  const who = page.role === 'expert' ? 'expert' : 'coordinator';
  return (
    <ActFrame {...props} title={t(`decline-need.title.${who}`)}>
      <MessageForm
        t={t}
        path={page.path}
        name="reason"
        label={t(`decline-need.label.${who}`)}
        hint={t(`decline-need.hint.${who}`)}
        button={t(`decline-need.button.${who}`)}
        value={values.reason ?? ''}
        error={errors.reason}
      />
    </ActFrame>
  );
}
