// share, before it is sent: to which address, exactly what that person will see, and the text that is agreed to.
import type { LetterBlock } from '#domain/content/letter-blocks.ts';
import type { ShareValues } from '#domain/forms/share.ts';
import type { T } from '#domain/i18n/t.ts';
import { type Language, routes, WORKSPACE } from '#domain/routes.ts';
import { type Seen, SharedView } from './shared-view.tsx';

export interface ShareCheckProps {
  t: T;
  lang: Language;
  company: { id: string };
  values: ShareValues;
  /** Last day, in words. */
  until: string;
  seen: Seen;
  agreed: { version: string; text: readonly LetterBlock[] };
}

export function ShareCheck({ t, lang, company, values, until, seen, agreed }: ShareCheckProps) {
  const { email, name, organisation, purpose, may_comment, parts } = values;
  return (
    <div class="stack">
      <h1>{t('share-check.title')}</h1>
      <p>{t('share-check.address')}</p>
      <p class="shared-address workspace-email">{email}</p>
      <dl class="facts">
        <div>
          <dt>{t('consent.grantee')}</dt>
          <dd>{[name, organisation].filter(Boolean).join(', ')}</dd>
        </div>
        <div>
          <dt>{t('consent.purpose')}</dt>
          <dd>{purpose}</dd>
        </div>
        <div>
          <dt>{t('consent.until')}</dt>
          <dd>{until}</dd>
        </div>
        {parts.includes('needs') && (
          <div>
            <dt>{t('consent.comment')}</dt>
            <dd>{t(may_comment ? 'consent.may-comment' : 'consent.may-read')}</dd>
          </div>
        )}
      </dl>
      <section class="shared-preview stack" aria-labelledby="preview">
        <h2 id="preview">{t('share-check.preview')}</h2>
        <SharedView t={t} lang={lang} seen={seen} />
      </section>
      <section class="stack" aria-labelledby="agreed">
        <h2 id="agreed">{t('share-check.agreed')}</h2>
        <Agreed text={agreed.text} />
        <p class="small soft">
          <a href={routes.path('sharing', lang)}>{t('consent.text-version', { version: agreed.version })}</a>
        </p>
      </section>
      <form method="post" action={WORKSPACE.share} class="stack">
        <input type="hidden" name="company" value={company.id} />
        <input type="hidden" name="version" value={agreed.version} />
        {fieldsOf(values).map(([field, value]) => (
          <input type="hidden" name={field} value={value} key={`${field} ${value}`} />
        ))}
        <p class="button-row">
          <button class="button" type="submit" name="act" value="share">
            {t('share-check.button')}
          </button>
          <button class="button button--quiet" type="submit" name="act" value="change">
            {t('share-check.change')}
          </button>
        </p>
      </form>
    </div>
  );
}

/** A text of paragraphs and lists. */
export const Agreed = ({ text }: { text: readonly LetterBlock[] }) => (
  <>
    {text.map((block) =>
      block.kind === 'list' ? (
        <ul key={block.items[0]}>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      ) : block.kind === 'link' ? null : (
        <p key={block.text}>{block.text}</p>
      ),
    )}
  </>
);

/** The form's fields, to be sent on as they were checked. */
const fieldsOf = (values: ShareValues): [string, string][] => [
  ['email', values.email],
  ['name', values.name],
  ['organisation', values.organisation],
  ['language', values.language],
  ['purpose', values.purpose],
  ...values.parts.map((part): [string, string] => ['parts', part]),
  ...values.needs.map((reference): [string, string] => ['needs', reference]),
  ['comment', values.may_comment ? 'yes' : 'no'],
  ['days', String(values.days)],
];
