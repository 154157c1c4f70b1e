// Which services the need form proposes below the text: what was picked stays, however the text goes on. Pure.
import type { NeedProposals, ServicePick } from '#forms/send-need/proposals.tsx';
import type { Found } from '../own-words/messages.ts';

export type PickList = Omit<NeedProposals, 'told'>;

export const NO_PICKS: PickList = { picks: [], state: 'quiet', topics: [] };

/** What the form asks about by itself. */
interface Standing {
  /** Ticked, wherever they stand. */
  chosen: readonly string[];
  /** Have a place of their own in the form. */
  offered: readonly string[];
  /** Whether the text is long enough to say that it tells us too little. */
  isTelling: boolean;
}

/** The list after a new find. Picks come first and only then move: nothing jumps under the pointer that ticks it. */
export function nextPicks(before: PickList, found: Found, { chosen, offered, isTelling }: Standing): PickList {
  const answer = typeof found === 'string' || (!found.sure && !isTelling) ? undefined : found;
  const proposed = answer?.proposals ?? [];
  const isPicked = ({ id }: ServicePick) => chosen.includes(id);
  const picked = [...before.picks, ...before.topics.flatMap(({ services }) => services)]
    .filter(isPicked)
    // The reason is that of the text as it is now.
    .map((pick) => proposed.find(({ id }) => id === pick.id) ?? withoutReason(pick));
  const isElsewhere = ({ id }: ServicePick) => offered.includes(id) || picked.some((pick) => pick.id === id);
  const picks = [...picked, ...proposed.filter((pick) => !isElsewhere(pick))];
  const topics = (answer?.topics ?? []).map(({ name, services }) => ({
    name,
    services: services.filter(({ id }) => !offered.includes(id) && !picks.some((pick) => pick.id === id)),
  }));
  return {
    picks,
    state: answer ? (answer.sure ? 'sure' : 'unsure') : found === 'failed' ? 'failed' : 'quiet',
    topics: topics.filter(({ services }) => services.length > 0),
  };
}

const withoutReason = ({ beside, ...pick }: ServicePick): ServicePick => ({ ...pick, why: [] });
