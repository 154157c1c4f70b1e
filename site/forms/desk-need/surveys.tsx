// What the company has answered in surveys about this need; of an anonymous one nobody sees whether it was answered.
import { formatDate, formatDateTime } from '#domain/i18n/dates.ts';
import { Contradiction, Feedback, type FeedbackAnswer, type RecordedContact } from '../parts/feedback.tsx';
import type { DeskNeedProps } from './desk-need-page.ts';

export interface FollowUp {
  dueAt: Date;
  answeredAt: Date | null;
  answeredBy: string | null;
  withdrawnAt: Date | null;
  notContacted: boolean;
  record: readonly RecordedContact[];
}

export interface SurveyOfNeed {
  survey: string;
  name: string;
  anonymous: boolean;
  invitedAt: Date;
  answeredAt: Date | null;
  answers: readonly FeedbackAnswer[];
  followUp: FollowUp | null;
}

export const isOpen = ({ followUp }: SurveyOfNeed): boolean =>
  followUp !== null && !followUp.answeredAt && !followUp.withdrawnAt;

export function Surveys({ t, lang, page }: Pick<DeskNeedProps, 't' | 'lang' | 'page'>) {
  if (page.surveys.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="surveys">
      <h2 id="surveys">{t('desk-need.surveys')}</h2>
      {page.surveys.map((survey) => {
        const { name, anonymous, invitedAt, answeredAt, answers, followUp } = survey;
        const date = formatDate(invitedAt, lang, 'short');
        return (
          <article class="stack" key={`${survey.survey} ${date}`}>
            <h3>{name}</h3>
            <p class="soft">
              {t(anonymous ? 'desk-need.survey.anonymous' : 'desk-need.survey.sent', { date })}{' '}
              {!anonymous && !answeredAt && t('desk-need.survey.unanswered')}
              {answeredAt && t('desk-need.survey.answered', { date: formatDate(answeredAt, lang, 'short') })}
            </p>
            <Feedback t={t} answers={answers} />
            {/* An open one is answered above, where the same stands. */}
            {followUp?.notContacted && !isOpen(survey) && followUp.record.length > 0 && (
              <Contradiction t={t} lang={lang} record={followUp.record} />
            )}
            {followUp?.answeredAt && (
              <p>
                {t('desk-need.follow-up.answered', {
                  who: followUp.answeredBy ?? '',
                  time: formatDateTime(followUp.answeredAt, lang),
                })}
              </p>
            )}
            {followUp?.withdrawnAt && <p>{t('event.follow_up_withdrawn')}</p>}
          </article>
        );
      })}
    </section>
  );
}
