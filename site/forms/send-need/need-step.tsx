// send-need, step 1: what the company needs, in its own words, and the service it came from.
import { LIMITS } from '#domain/limits.ts';
import { Choices } from '../parts/choices.tsx';
import { TextField } from '../parts/field.tsx';
import type { StepProps } from '../send-need.tsx';
import { Proposals } from './proposals.tsx';

export function NeedStepFields({ t, lang, values, error, serviceNames, offered, proposals, paths }: StepProps) {
  const services = offered.map((id) => ({ value: id, label: serviceNames[id] ?? id }));
  return (
    <>
      <TextField
        name="description"
        label={t('send-need.description.label')}
        hint={t('send-need.description.hint', { max: LIMITS.description.max.toLocaleString(lang) })}
        error={error('description')}
        errorPrefix={t('form.error')}
        value={values.description}
        rows={9}
      />
      {proposals && (
        <Proposals
          t={t}
          proposals={proposals}
          chosen={values.services}
          isFirst={services.length === 0}
          error={error('services')}
          allPath={paths.allServices}
        />
      )}
      {services.length > 0 && (
        <Choices
          name="services"
          legend={t('send-need.services.label')}
          hint={t('send-need.services.hint')}
          type="checkbox"
          choices={services}
          chosen={values.services}
          error={error('services')}
          errorPrefix={t('form.error')}
        />
      )}
    </>
  );
}
