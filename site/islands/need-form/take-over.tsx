// Takes the need form over where there is JavaScript: fields are checked as they are left, a draft stays in this browser.
import { hydrate } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import {
  type NeedField,
  type NeedStep,
  type NeedValues,
  needValues,
  withoutTold,
} from '#domain/forms/send-need-checks.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import { SendNeed, type SendNeedProps } from '#forms/send-need.tsx';
import { dropDraft, keepDraft, markDraftSent, readDraft } from './draft.ts';
import { type FormState, goBack, goNext, goTo, isWritten, leaveField, withDraft } from './form-state.ts';
import { useProposals } from './use-proposals.ts';
import { whenReleased } from './when-released.ts';

type PageState = SendNeedProps & { texts: Partial<Record<StringKey, string>> };

/** What the function rendered the form from. */
const pageState = (): PageState => JSON.parse(document.getElementById('page-state')?.textContent ?? '') as PageState;

/** What the form holds now, as it is being written; hidden inputs carry the values of other steps. Cleaned only to be checked. */
function written(form: HTMLFormElement, before: NeedValues): NeedValues {
  const data = new FormData(form);
  const texts = Object.keys(before).map((name) => [name, String(data.get(name) ?? '')]);
  return {
    ...(Object.fromEntries(texts) as Omit<NeedValues, 'services'>),
    services: data.getAll('services').map(String),
  };
}

/** The form as it stands when the script comes: somebody may have begun to write, or the browser put words back. */
function stateOnArrival({ step, values, faults }: PageState): FormState {
  const form = document.querySelector<HTMLFormElement>('form[data-step]');
  return { step, values: form ? written(form, values) : values, faults };
}

function TakenOver() {
  const [page] = useState(pageState);
  const told = page.told ?? {};
  const [state, setState] = useState<FormState>(() => stateOnArrival(page));
  const [offered, setOffered] = useState(page.offered);
  const [problem, setProblem] = useState(page.problem);
  const [moves, setMoves] = useState(0);
  const root = useRef<HTMLDivElement>(null);
  const [left] = useState(() => new Set<NeedField>());
  const t = (key: StringKey, values: Record<string, string | number> = {}) =>
    (page.texts[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

  // A form opened empty goes on from the draft; what is written already and services chosen by the way in are kept.
  useLayoutEffect(() => {
    const draft = isWritten(withoutTold(page.values, told)) ? undefined : readDraft(Date.now());
    if (!draft) return;
    setState((now) => ({ step: 'need', values: withDraft(now.values, draft.values), faults: {} }));
    if (page.offered.length === 0) setOffered(draft.values.services);
  }, [page]);

  // At once and not after the next paint: whoever writes a last word and goes back has it in the draft.
  useLayoutEffect(() => {
    // What the workspace filled in is there again the next time, and stays in no browser that others may use.
    const values = withoutTold(state.values, told);
    if (isWritten(values)) keepDraft({ values, step: state.step }, Date.now());
  }, [state]);

  // After a move the focus goes where a person reads on: to what is wrong, else to the step's heading.
  useEffect(() => {
    if (moves === 0) return;
    const target =
      root.current?.querySelector<HTMLElement>('#error-summary') ?? root.current?.querySelector<HTMLElement>('h1');
    target?.focus();
    const heading = root.current?.querySelector('h1')?.textContent ?? '';
    const name = document.title.split(' – ').at(-1) ?? '';
    const prefix = Object.keys(state.faults).length > 0 ? `${t('form.error')}: ` : '';
    document.title = `${prefix}${heading} – ${name}`;
  }, [moves]);

  const move = (next: FormState) => {
    left.clear();
    setProblem(undefined);
    setState(next);
    setMoves(moves + 1);
  };

  const proposals = useProposals(t, page.paths.words, state, offered);

  const checkLeft = () => {
    const fields = [...left];
    left.clear();
    if (fields.length > 0) setState((now) => fields.reduce(leaveField, now));
  };

  const onSubmit = (event: SubmitEvent) => {
    const button = event.submitter as HTMLButtonElement | null;
    // The last button sends the form as it stands: a plain post, in which the browser shows what happens.
    if (button?.hasAttribute('formaction')) return markDraftSent();
    event.preventDefault();
    const now = { ...state, values: written(event.target as HTMLFormElement, state.values) };
    if (button?.value === 'back') move(goBack(now));
    else if (button?.value === 'other') move({ ...now, values: withoutTold(now.values, told), faults: {} });
    else if (button && button.value !== 'next') move(goTo(now, button.value as NeedStep));
    else move(goNext(now));
  };

  const onInput = (event: Event) => {
    const form = (event.target as HTMLInputElement).form;
    if (form) setState({ ...state, values: written(form, state.values) });
  };

  const onFocusOut = (event: FocusEvent) => {
    const field = (event.target as HTMLInputElement).name;
    if (!(field in state.values)) return;
    left.add(field as NeedField);
    whenReleased(checkLeft);
  };

  return (
    <div class="stack" ref={root} onSubmit={onSubmit} onInput={onInput} onFocusOut={onFocusOut}>
      <SendNeed t={t} {...page} {...state} offered={offered} proposals={proposals} problem={problem} />
      <p class="notice">
        {t('send-need.draft-kept')}{' '}
        <button
          class="button button--link"
          type="button"
          onClick={() => {
            dropDraft();
            move({
              step: 'need',
              values: needValues({ language: page.values.language, notice_version: page.values.notice_version }),
              faults: {},
            });
          }}
        >
          {t('send-need.draft-clear')}
        </button>
      </p>
    </div>
  );
}

/** The element in which the function poured the form. */
export const takeOverNeedForm = (root: Element): void => hydrate(<TakenOver />, root);
