// Needs as entries: what was asked, what was said, whom it was handed to, what was answered to surveys, and what was done.
import type { DataEntry, DataSection } from '#forms/my-data/readable-data.tsx';
import { rowsOf } from './company-sections.ts';
import { type Row, type Tables, text } from './rows.ts';
import { join, type Words } from './words.ts';

export function needSection(tables: Tables, words: Words): DataSection {
  const { t } = words;
  return {
    id: 'needs',
    title: t('data.needs'),
    empty: t('data.nothing'),
    tables: [],
    entries: rowsOf(tables, 'needs').map((need) => needEntry(need, tables, words)),
  };
}

function needEntry(need: Row, tables: Tables, words: Words): DataEntry {
  const { t, when, of, services, person, yesNo, lang } = words;
  const ofNeed = (name: string) => rowsOf(tables, name).filter(({ need_id }) => need_id === need.id);
  const outcome = text(need, 'outcome');
  const invitations = new Set(ofNeed('survey_invitations').map(({ id }) => id));
  const answers = rowsOf(tables, 'named_answers').filter(({ invitation_id }) => invitations.has(invitation_id));
  return {
    title: t('data.need', { reference: text(need, 'reference') }),
    facts: [
      [t('data.state'), join(of('state', text(need, 'state')), outcome && of('outcome', outcome))],
      [t('data.description'), text(need, 'description')],
      [t('need.services'), services(need.services)],
      [t('need.company'), join(text(need, 'company_name'), text(need, 'business_id'))],
      [t('need.contact'), join(text(need, 'contact_name'), text(need, 'contact_email'), text(need, 'contact_phone'))],
      [t('need.contact-by'), of('contact-by', text(need, 'contact_by'))],
      [t('data.received'), when(need, 'received_at')],
      [t('data.due'), when(need, 'due_at')],
      [t('data.answered'), when(need, 'first_response_at')],
      [t('data.kept'), yesNo(need.promise_kept)],
      [t('data.ended'), when(need, 'closed_at')],
      [t('data.referred'), join(text(need, 'referred_to'), text(need, 'referred_contact'))],
      [t('data.joined'), text(need, 'joined_to')],
      [t('data.notice'), text(need, 'notice_version')],
    ],
    messages: [
      ...ofNeed('messages').map((row) => ({
        head: join(
          person(text(row, 'author_role'), text(row, 'author_name'), text(row, 'author_email')),
          text(row, 'channel') ? of('channel', text(row, 'channel')) : of('message', text(row, 'kind')),
          when(row, 'happened_at'),
        ),
        body: text(row, 'body'),
      })),
      // What came by mail and stands in no thread.
      ...ofNeed('received_mails')
        .filter((row) => text(row, 'body'))
        .map((row) => ({
          head: join(text(row, 'from_email'), t('event.way.mail'), when(row, 'received_at')),
          body: text(row, 'body'),
        })),
    ],
    tables: [
      {
        title: t('data.hand-overs'),
        head: [t('data.when'), t('data.what')],
        rows: ofNeed('hand_overs').map((row) => [
          when(row, 'asked_at'),
          t(`hand-over.${text(row, 'returned_at') ? 'returned' : text(row, 'state')}` as 'hand-over.asked', {
            name: text(row, 'to_name'),
          }),
        ]),
      },
      {
        title: t('data.surveys'),
        head: [t('data.question'), t('data.answer')],
        rows: [
          ...answers.map((row) => [
            ((row.asked ?? {}) as Record<string, string>)[lang] ?? text(row, 'question'),
            text(row, 'body') ||
              (Array.isArray(row.choices) ? row.choices.map((choice) => answerWord(String(choice))).join(', ') : ''),
          ]),
        ],
      },
      {
        title: t('data.done'),
        head: [t('data.when'), t('data.what')],
        rows: ofNeed('events').map((row) => [
          when(row, 'at'),
          // The address of somebody outside does not leave with the data: then the line ends before it.
          t(`event.${text(row, 'kind')}` as 'event.taken', {
            who: person(text(row, 'actor_role'), '', text(row, 'actor_email')),
          }).replace(/:?\s*$/, ''),
        ]),
      },
    ],
  };

  function answerWord(choice: string): string {
    return choice === 'yes' || choice === 'no' ? yesNo(choice === 'yes') : choice;
  }
}
