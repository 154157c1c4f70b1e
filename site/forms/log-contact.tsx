// log-contact: a call or meeting that took place outside the portal, put on record.
import type { LinkViewProps } from './link-page.ts';
import { ActFrame } from './parts/act-frame.tsx';
import { ContactFields } from './parts/contact-fields.tsx';

export function LogContact(props: LinkViewProps) {
  const { t, page, values, errors } = props;
  return (
    <ActFrame {...props} title={t('log-contact.title')}>
      <form method="post" action={page.path} noValidate class="stack">
        <ContactFields t={t} now={page.now} note="note" values={values} errors={errors} />
        <button class="button" type="submit">
          {t('log-contact.button')}
        </button>
      </form>
    </ActFrame>
  );
}
