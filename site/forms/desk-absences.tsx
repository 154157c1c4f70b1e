// desk-absences: who is away and who has their needs; forms to say that one is away, to end it, and to name a deputy.
import { formatDate } from '#domain/i18n/dates.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import type { T } from '#domain/i18n/t.ts';
import { DESK, type Language } from '#domain/routes.ts';
import { Did } from './parts/act-frame.tsx';
import { Choices } from './parts/choices.tsx';
import { ErrorSummary } from './parts/error-summary.tsx';
import { LineField } from './parts/field.tsx';

export interface AbsenceLine {
  id: string;
  name: string;
  isReader: boolean;
  /** YYYY-MM-DD, both. */
  firstDay: string;
  lastDay: string;
  isNow: boolean;
  deputy: string | null;
  /** Who has the needs today, when that is not the deputy. */
  acting: string | null;
}
export interface DeskAbsencesProps {
  t: T;
  lang: Language;
  absences: readonly AbsenceLine[];
  /** The other coordinators. */
  others: readonly { value: string; label: string }[];
  /** Who gets the needs when nobody is named; null when that is the reader. */
  lead: string | null;
  isLead: boolean;
  /** Whom the reader has named for other times. */
  deputy: string | null;
  today: string;
  did?: string | undefined;
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

export function DeskAbsences(props: DeskAbsencesProps) {
  const { t, did, errors, absences } = props;
  return (
    <div class="stack">
      <ErrorSummary
        title={t('form.error-summary')}
        errors={Object.entries(errors).map(([field, text]) => ({ field, text }))}
      />
      <h1>{t('desk-absences.title')}</h1>
      <Did t={t} did={did} />
      <p>{t('desk-absences.lead')}</p>
      <section class="stack" aria-labelledby="away">
        <h2 id="away">{t('desk-absences.away')}</h2>
        {absences.length === 0 && <p>{t('desk-absences.nobody-away')}</p>}
        <ul class="rows">
          {absences.map((absence) => (
            <Absence {...props} absence={absence} key={absence.id} />
          ))}
        </ul>
      </section>
      <section class="stack" aria-labelledby="tell">
        <h2 id="tell">{t('desk-absences.tell')}</h2>
        <AddAbsence {...props} />
      </section>
      <section class="stack" aria-labelledby="deputy">
        <h2 id="deputy">{t('desk-absences.deputy')}</h2>
        <p>{t('desk-absences.deputy-what')}</p>
        <NameDeputy {...props} />
      </section>
    </div>
  );
}

function Absence({ t, lang, absence }: DeskAbsencesProps & { absence: AbsenceLine }) {
  const days = { from: formatDate(absence.firstDay, lang, 'short'), to: formatDate(absence.lastDay, lang, 'short') };
  return (
    <li>
      <div>
        <p class="rows__name">{absence.isReader ? t('desk-absences.you', { name: absence.name }) : absence.name}</p>
        <p>
          {t(absence.isNow ? 'desk-absences.now' : 'desk-absences.coming', days)}{' '}
          {absence.deputy
            ? t('desk-absences.deputises', { name: absence.deputy })
            : t('desk-absences.nobody-deputises')}{' '}
          {absence.acting && t('desk-absences.acting', { name: absence.acting })}
        </p>
      </div>
      {absence.isReader && (
        <form method="post" action={DESK.absences}>
          <input type="hidden" name="id" value={absence.id} />
          <button class="button button--quiet" type="submit" name="act" value="end">
            {t(absence.isNow ? 'desk-absences.end' : 'desk-absences.take-back')}
            <span class="visually-hidden"> {t('desk-absences.days', days)}</span>
          </button>
        </form>
      )}
    </li>
  );
}

/** Nobody is a choice too: then it is plain who has the needs. */
function nobody({ t, isLead, lead }: DeskAbsencesProps, key: 'absence' | 'standing') {
  const label: StringKey =
    key === 'standing' ? 'desk-absences.no-deputy' : isLead ? 'desk-absences.you-keep' : 'desk-absences.lead-gets';
  return { value: '', label: t(label, { name: lead ?? '' }) };
}

function AddAbsence(props: DeskAbsencesProps) {
  const { t, others, values, errors, today, deputy } = props;
  const errorPrefix = t('form.error');
  const day = (name: 'first_day' | 'last_day') => (
    <LineField
      name={name}
      type="date"
      min={today}
      label={t(`add-absence.${name}`)}
      value={values[name] ?? ''}
      error={errors[name]}
      errorPrefix={errorPrefix}
    />
  );
  return (
    <form method="post" action={DESK.absences} noValidate class="stack">
      {day('first_day')}
      {day('last_day')}
      <Choices
        name="deputy"
        legend={t('add-absence.deputy')}
        hint={t('add-absence.deputy-hint')}
        type="radio"
        choices={[...others, nobody(props, 'absence')]}
        chosen={[values.deputy ?? deputy ?? (others.length === 0 ? '' : '\0')]}
        error={errors.deputy}
        errorPrefix={errorPrefix}
      />
      <button class="button" type="submit" name="act" value="add">
        {t('add-absence.button')}
      </button>
    </form>
  );
}

function NameDeputy(props: DeskAbsencesProps) {
  const { t, others, values, errors, deputy } = props;
  return (
    <form method="post" action={DESK.absences} noValidate class="stack">
      <Choices
        name="standing_deputy"
        legend={t('name-deputy.legend')}
        type="radio"
        choices={[...others, nobody(props, 'standing')]}
        chosen={[values.standing_deputy ?? deputy ?? '']}
        error={errors.standing_deputy}
        errorPrefix={t('form.error')}
      />
      <button class="button button--quiet" type="submit" name="act" value="deputy">
        {t('name-deputy.button')}
      </button>
    </form>
  );
}
