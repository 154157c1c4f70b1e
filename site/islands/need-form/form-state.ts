// What the need form is at: values, faults and step, and how it moves from one to the next. Pure, so that tests can walk it.
import {
  NEED_STEPS,
  type NeedFaults,
  type NeedField,
  type NeedStep,
  type NeedValues,
  needFaults,
  needValues,
  STEP_ORDER,
  stepOfFaults,
} from '#domain/forms/send-need-checks.ts';

export interface FormState {
  step: NeedStep;
  values: NeedValues;
  faults: NeedFaults;
}

/** Fields that decide about each other are checked together. */
const TOGETHER: Partial<Record<NeedField, NeedField[]>> = {
  no_business_id: ['business_id'],
  contact_by: ['contact_by', 'contact_phone'],
};

/** A field was left: its fault is shown or taken away; others stay as they are. Nothing is said of a field left empty. */
export function leaveField(state: FormState, field: NeedField): FormState {
  const fields = TOGETHER[field] ?? [field];
  const found = needFaults(needValues({ ...state.values }), fields);
  const faults = { ...state.faults };
  for (const name of fields) {
    const fault = found[name];
    if (fault && (fault !== 'missing' || state.faults[name])) faults[name] = fault;
    else if (!fault) delete faults[name];
  }
  return { ...state, faults };
}

/** The button of a step: on when everything up to it is right, else to the first fault. */
export function goNext(state: FormState): FormState {
  const place = STEP_ORDER.indexOf(state.step);
  const values = needValues({ ...state.values });
  const faults = needFaults(
    values,
    STEP_ORDER.slice(0, place + 1).flatMap((step) => [...NEED_STEPS[step]]),
  );
  if (Object.keys(faults).length > 0) return { values, faults, step: stepOfFaults(faults) };
  return { values, faults: {}, step: STEP_ORDER[place + 1] ?? 'check' };
}

export const goTo = (state: FormState, step: NeedStep): FormState => ({ ...state, step, faults: {} });

export const goBack = (state: FormState): FormState =>
  goTo(state, STEP_ORDER[STEP_ORDER.indexOf(state.step) - 1] ?? 'need');

/** What is in the form already, and a draft where it is empty. */
export const withDraft = (values: NeedValues, draft: NeedValues): NeedValues => ({
  ...values,
  ...Object.fromEntries(Object.entries(draft).filter(([field]) => values[field as NeedField]?.length === 0)),
});

/** Whether anything worth keeping has been written. */
export const isWritten = (values: NeedValues): boolean =>
  [
    values.description,
    values.business_id,
    values.company_name,
    values.contact_name,
    values.contact_email,
    values.contact_phone,
  ].some(Boolean);
