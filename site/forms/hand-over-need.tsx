// hand-over-need: asks people of the network to take the need; the company is told who they are.
import type { LinkViewProps } from './link-page.ts';
import { ActFrame } from './parts/act-frame.tsx';
import { HandOverFields } from './parts/hand-over-fields.tsx';

export function HandOverNeed(props: LinkViewProps) {
  const { t, page, values, errors } = props;
  return (
    <ActFrame {...props} title={t('hand-over-need.title')}>
      <form method="post" action={page.path} noValidate class="stack">
        <HandOverFields t={t} people={page.people} values={values} errors={errors} />
        <button class="button" type="submit">
          {t('hand-over-need.button')}
        </button>
      </form>
    </ActFrame>
  );
}
