// send-need, step 1, where there is JavaScript: services proposed from what the company writes, to pick or to leave.
import type { T } from '#domain/i18n/t.ts';
import { FieldError, fieldId } from '../parts/field.tsx';

export interface ServicePick {
  id: string;
  name: string;
  summary: string;
  /** The company's own words that brought it up. */
  why: readonly string[];
  /** The name of the proposed service with which it goes, where no word brought it up. */
  beside?: string;
}

export interface NeedProposals {
  /** What is proposed now, and before it what was picked from earlier proposals. */
  picks: readonly ServicePick[];
  state: 'quiet' | 'sure' | 'unsure' | 'failed';
  topics: readonly { name: string; services: readonly ServicePick[] }[];
  /** Said aloud when the typing rests. */
  told: string;
}

function Because({ t, why, beside }: { t: T } & Pick<ServicePick, 'why' | 'beside'>) {
  if (beside) {
    return (
      <p class="why">
        {t('send-need.proposals.beside')} {beside}
      </p>
    );
  }
  return why.length > 0 ? (
    <p class="why">
      {t('send-need.proposals.why')}
      {why.map((word, at) => [at ? ', ' : ' ', <q key={word}>{word}</q>])}
    </p>
  ) : null;
}

function PickBox({ t, pick, isChosen, id }: { t: T; pick: ServicePick; isChosen: boolean; id: string }) {
  return (
    <div class="choice">
      <input
        type="checkbox"
        id={id}
        name="services"
        value={pick.id}
        checked={isChosen}
        aria-describedby={`${id}-about`}
      />
      <div>
        <label for={id}>{pick.name}</label>
        <div id={`${id}-about`} class="choice__about">
          <p>{pick.summary}</p>
          <Because t={t} why={pick.why} beside={pick.beside} />
        </div>
      </div>
    </div>
  );
}

interface Props {
  t: T;
  proposals: NeedProposals;
  chosen: readonly string[];
  /** The first service of the form, to which the error summary links, is among these. */
  isFirst: boolean;
  error: string | undefined;
  /** The list of all services. */
  allPath: string;
}

export function Proposals({ t, proposals, chosen, isFirst, error, allPath }: Props) {
  const { picks, state, topics, told } = proposals;
  const name = fieldId('services');
  const pickOf = (pick: ServicePick, id: string) => (
    <PickBox key={pick.id} t={t} pick={pick} isChosen={chosen.includes(pick.id)} id={id} />
  );
  const hintId = `${name}-proposed`;
  return (
    <div class="proposals">
      <p class="visually-hidden" role="status">
        {told}
      </p>
      {state === 'failed' && (
        <p class="notice">
          {t('send-need.proposals.failed')} <a href={allPath}>{t('send-need.proposals.all')}</a>
        </p>
      )}
      {state === 'unsure' && <p class="notice">{t('send-need.proposals.unsure')}</p>}
      {picks.length > 0 && (
        <fieldset class="choices" aria-describedby={hintId}>
          <legend class="field__label">{t('send-need.proposals.label')}</legend>
          <p class="field__hint" id={hintId}>
            {t('send-need.proposals.hint')}
          </p>
          {isFirst && <FieldError name="services" error={error} errorPrefix={t('form.error')} />}
          {picks.map((pick, at) => pickOf(pick, isFirst && at === 0 ? name : `${name}-${pick.id}`))}
        </fieldset>
      )}
      {state === 'unsure' && (
        <fieldset class="choices">
          <legend class="field__label">{t('send-need.proposals.topics')}</legend>
          <div class="topics">
            {topics.map(({ name: topic, services }) => (
              <details key={topic}>
                <summary>{topic}</summary>
                {services.map((pick) => pickOf(pick, `${name}-${pick.id}`))}
              </details>
            ))}
          </div>
        </fieldset>
      )}
    </div>
  );
}
