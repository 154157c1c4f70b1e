// invite-colleague: an address, a role, and the language of the letter.
import { MEMBER_ROLES } from '#domain/forms/invite-colleague.ts';
import type { T } from '#domain/i18n/t.ts';
import { LANGUAGES, type Language, WORKSPACE } from '#domain/routes.ts';
import { Choices } from '../parts/choices.tsx';
import { LineField } from '../parts/field.tsx';

export function InviteColleague(props: {
  t: T;
  lang: Language;
  company: { id: string };
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}) {
  const { t, lang, company, values, errors } = props;
  const errorPrefix = t('form.error');
  return (
    <section class="stack" aria-labelledby="invite">
      <h2 id="invite">{t('workspace.people.invite')}</h2>
      <p>{t('workspace.people.invite-what')}</p>
      <form method="post" action={WORKSPACE.people} noValidate class="stack">
        <input type="hidden" name="company" value={company.id} />
        <LineField
          name="email"
          type="email"
          autocomplete="off"
          spellcheck={false}
          label={t('workspace.people.email')}
          value={errors.sure ? '' : (values.email ?? '')}
          error={errors.email}
          errorPrefix={errorPrefix}
        />
        <Choices
          name="role"
          legend={t('workspace.people.role')}
          type="radio"
          choices={MEMBER_ROLES.map((role) => ({ value: role, label: t(`workspace.people.role.${role}`) }))}
          chosen={[values.role ?? 'member']}
          errorPrefix={errorPrefix}
        />
        <Choices
          name="language"
          legend={t('workspace.people.letter-language')}
          type="radio"
          choices={LANGUAGES.map((one) => ({ value: one, label: t(`desk-need.language.${one}`) }))}
          chosen={[values.language ?? lang]}
          errorPrefix={errorPrefix}
        />
        <button class="button" type="submit" name="act" value="invite">
          {t('workspace.people.send')}
        </button>
      </form>
    </section>
  );
}
