// send-need: the need form as a pure view, one thing at a time on one address. Rendered by the function, taken over by the island.

import {
  NEED_STEPS,
  type NeedFaults,
  type NeedField,
  type NeedStep,
  type NeedValues,
  STEP_ORDER,
  type ToldValues,
} from '#domain/forms/send-need-checks.ts';
import type { Dictionary, T } from '#domain/i18n/t.ts';
import { ENDPOINTS, type Language } from '#domain/routes.ts';
import { ErrorSummary } from './parts/error-summary.tsx';
import { type Problem, ProblemNote } from './parts/problem-note.tsx';
import { CheckStep } from './send-need/check-step.tsx';
import { CompanyStep } from './send-need/company-step.tsx';
import { ContactStep } from './send-need/contact-step.tsx';
import { NeedStepFields } from './send-need/need-step.tsx';
import type { NeedProposals } from './send-need/proposals.tsx';

export interface SendNeedProps {
  lang: Language;
  step: NeedStep;
  values: NeedValues;
  faults: NeedFaults;
  /** Names of all services: a draft may choose others than the page was opened with. */
  serviceNames: Readonly<Record<string, string>>;
  /** Services that are asked about, whether they are still ticked or not. */
  offered: readonly string[];
  /** Services proposed from the description, where there is a script to find them. */
  proposals?: NeedProposals | undefined;
  problem?: Problem | undefined;
  /** For whoever is signed in: what the form was filled with. */
  told?: ToldValues | undefined;
  /** Working days of the promise. */
  days: number;
  /** Given and not looked up: the browser need not know every address of the portal. */
  paths: { form: string; privacy: string; allServices: string; words: string };
}

export interface StepProps extends SendNeedProps {
  t: T;
  error: (field: NeedField) => string | undefined;
  /** The hint of a field, and where its value came from as long as it is the one that was told. */
  hint: (field: NeedField, own?: string) => string | undefined;
}

const FIELDS = { need: NeedStepFields, company: CompanyStep, contact: ContactStep, check: CheckStep };

/** Every field is in the form at every step: those of the other steps are hidden inputs, so nothing written is ever lost. */
function Kept({ values, step }: { values: NeedValues; step: NeedStep }) {
  const shown: readonly string[] = step === 'company' ? [...NEED_STEPS.company, 'no_business_id'] : NEED_STEPS[step];
  const kept = Object.entries(values).filter(([name]) => step === 'check' || !shown.includes(name));
  return (
    <>
      {kept.flatMap(([name, value]) =>
        [value].flat().map((text) => <input type="hidden" name={name} value={text} key={`${name}=${text}`} />),
      )}
    </>
  );
}

export function SendNeed({ t, ...props }: SendNeedProps & { t: T }) {
  const { step, values, faults, problem, told, days, paths } = props;
  const within = t(days === 1 ? 'site.days.one' : 'site.days.other', { days });
  const error = (field: NeedField) => {
    const code = faults[field];
    return code && t(`send-need.error.${field}.${code}` as keyof Dictionary);
  };
  const hint = (field: NeedField, own?: string) => {
    const fact = told?.[field];
    return [own, fact && fact.value === values[field] && fact.text].filter(Boolean).join(' ') || undefined;
  };
  const isTold = Object.entries(told ?? {}).some(([field, fact]) => values[field as NeedField] === fact.value);
  const errors = Object.keys(faults).map((field) => ({ field, text: error(field as NeedField) ?? '' }));
  const Fields = FIELDS[step];
  const place = STEP_ORDER.indexOf(step);
  return (
    <form method="post" action={paths.form} noValidate class="stack" data-step={step}>
      <ol class="path" aria-label={t('send-need.steps')}>
        {STEP_ORDER.map((name, at) => (
          <li key={name} class={at < place ? 'path__done' : undefined} aria-current={at === place ? 'step' : undefined}>
            {t(`send-need.step.${name}`)}
          </li>
        ))}
      </ol>
      <ProblemNote problem={problem} />
      <ErrorSummary title={t('form.error-summary')} errors={errors} />
      <h1 tabindex={-1}>{t(`send-need.title.${step}`)}</h1>
      <Kept values={values} step={step} />
      <input type="hidden" name="step" value={step} />
      <div class="visually-hidden" aria-hidden="true">
        <label for="field-website">{t('send-need.honeypot')}</label>
        <input type="text" id="field-website" name="website" tabindex={-1} autocomplete="off" />
      </div>
      {isTold && <p class="notice">{t('send-need.told.note')}</p>}
      <Fields t={t} {...props} error={error} hint={hint} />
      <div class="button-row">
        {step === 'check' ? (
          <button class="button" type="submit" formaction={ENDPOINTS.sendNeed}>
            {t('send-need.send')}
          </button>
        ) : (
          <button class="button" type="submit" name="go" value="next">
            {t('form.next')}
          </button>
        )}
        {place > 0 && (
          <button class="button button--quiet" type="submit" name="go" value="back">
            {t('form.back')}
          </button>
        )}
        {/* Not before the others: the first button of a form is what the Enter key presses. */}
        {isTold && (
          <button class="button button--link" type="submit" name="go" value="other">
            {t('send-need.told.other')}
          </button>
        )}
      </div>
      <section class="next-step">
        <h2>{t('next.heading')}</h2>
        <p>{t('send-need.next', { within })}</p>
      </section>
    </form>
  );
}
