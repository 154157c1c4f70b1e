// What the placeholders of a coordinator's letter about several needs stand for: its sections, each need with its way to an answer.
import type { LetterBlock } from '#domain/content/letter-blocks.ts';
import { helsinkiDate } from '#domain/helsinki-time.ts';
import { formatDate, formatDateBy, formatDayOfWeek, formatTime } from '#domain/i18n/dates.ts';
import { createT, type T } from '#domain/i18n/t.ts';
import { DESK, type Language, routes } from '#domain/routes.ts';
import { nameIn } from '../catalogue.ts';
import { env } from '../env.ts';
import { linkUrl } from '../links.ts';
import type { LetterParts, LetterValues } from './fill.ts';
import type { ClaimedLetter } from './letter-values.ts';

const SECTIONS = ['late', 'today', 'next', 'feedback', 'waits', 'new', 'held'] as const;
type Section = (typeof SECTIONS)[number];

/** As SQL's app.digest_letter gives it. */
export interface Digest {
  /** When it was looked what the letter tells. */
  as_of: string;
  /** Whose needs they were or are, in letters about somebody. */
  about: string | null;
  first_day: string | null;
  last_day: string | null;
  /** For whom the reader stands in, and to what day. */
  stands_in: { name: string; last_day: string }[];
  needs: {
    section: Section;
    is_new: boolean;
    is_unsent: boolean;
    answered: boolean;
    is_mine: boolean | null;
    /** The link to answer by, where the reader has one. */
    link: string | null;
    /** An open need of the same company that is like this one. */
    alike: string | null;
    reference: string;
    description: string;
    company_name: string | null;
    business_id: string | null;
    founder: boolean;
    contact_name: string;
    /** In the section of feedback: by when whoever answered low is to be answered. */
    due_at: string;
    owner: string | null;
  }[];
  /** How many more a section has than the letter shows. */
  more: Partial<Record<Section, number>>;
}

/** So many counts fit into a subject that mail apps show in full; what stands first matters most. */
const MOST_COUNTED = 5;
/** As many characters as tell what a need is about. */
const START = 120;

const startOf = (description: string): string => {
  const line = description.replace(/\s+/g, ' ');
  return line.length <= START ? line : `${line.slice(0, START).replace(/\s+\S*$/, '')} …`;
};

/** Who has it, whether it is new, how it stands: what is usual is not said. */
function facts(need: Digest['needs'][number], section: Section, asOf: string, t: T, lang: Language): string {
  const isFeedback = section === 'feedback';
  const isLate = isFeedback ? new Date(need.due_at) < new Date(asOf) : section === 'late';
  const owner = need.owner && nameIn(need.owner, lang);
  return [
    need.is_new && section !== 'new' && t('digest.is-new'),
    (!need.answered || isFeedback) &&
      t(isLate ? 'digest.was-due' : 'digest.due', { date: formatDateBy(need.due_at, lang) }),
    need.answered && section === 'waits' && t('digest.company-waits'),
    !owner && t('digest.free'),
    owner && !need.is_mine && t('digest.owner', { name: owner }),
    need.is_mine && section === 'held' && t('digest.now-yours'),
    need.is_unsent && t('digest.unsent'),
    need.alike && t('digest.alike', { reference: need.alike }),
  ]
    .filter(Boolean)
    .join(' ');
}

function needBlocks(
  need: Digest['needs'][number],
  section: Section,
  asOf: string,
  t: T,
  lang: Language,
): LetterBlock[] {
  const company = need.company_name ?? need.business_id ?? need.contact_name;
  const target = need.link ? linkUrl(need.link) : env().SITE_URL + routes.deskNeed(need.reference);
  const name = `${company}, ${need.reference}`;
  const isDone = section !== 'feedback' && (need.answered || !need.link);
  return [
    { kind: 'paragraph', text: `${name}\n${startOf(need.description)}\n${facts(need, section, asOf, t, lang)}` },
    { kind: 'link', label: t(isDone ? 'digest.open' : 'digest.answer', { need: name }), target },
  ];
}

/** All needs of a section, also those that the letter leaves to the desk. */
const countOf = (digest: Digest, section: Section): number =>
  digest.needs.filter((need) => need.section === section).length + (digest.more[section] ?? 0);

export function digestParts({ language: lang }: ClaimedLetter, digest: Digest): LetterParts {
  const t = createT(lang);
  return {
    needs: SECTIONS.flatMap((section): LetterBlock[] => {
      const needs = digest.needs.filter((need) => need.section === section);
      if (needs.length === 0) return [];
      const more = digest.more[section] ?? 0;
      return [
        { kind: 'heading', text: `${t(`digest.section.${section}`)} (${countOf(digest, section)})` },
        ...needs.flatMap((need) => needBlocks(need, section, digest.as_of, t, lang)),
        ...(more > 0 ? [{ kind: 'paragraph' as const, text: t('digest.more', { count: String(more) }) }] : []),
      ];
    }),
  };
}

export function digestValues({ language: lang }: ClaimedLetter, digest: Digest): LetterValues {
  const t = createT(lang);
  const day = (date: string | null): string => (date ? formatDate(date, lang, 'short') : '');
  const counted = ['late', 'today', 'next', 'feedback', 'waits', 'new'] as const;
  return {
    day: formatDayOfWeek(helsinkiDate(new Date(digest.as_of)), lang),
    summary: counted
      .map((section) => [section, countOf(digest, section)] as const)
      .filter(([, count]) => count > 0)
      .slice(0, MOST_COUNTED)
      .map(([section, count]) => t(`digest.count.${section}`, { count: String(count) }))
      .join(', '),
    as_of: formatTime(digest.as_of, lang),
    who: digest.about ?? '',
    first_day: day(digest.first_day),
    last_day: day(digest.last_day),
    standing_in: digest.stands_in
      .map(({ name, last_day }) => t('digest.standing-in', { name, date: formatDate(last_day, lang, 'short') }))
      .join(' '),
    desk_link: env().SITE_URL + DESK.list,
    absences_link: env().SITE_URL + DESK.absences,
  };
}
