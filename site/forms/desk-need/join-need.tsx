// join-need at the desk: the company's other open needs, what makes each like this one, and the button that joins the two.
import { formatDateTime } from '#domain/i18n/dates.ts';
import { routes } from '#domain/routes.ts';
import { ActForm } from './act-form.tsx';
import type { DeskActView } from './act-view.ts';
import type { DeskNeedProps, JoinOffer } from './desk-need-page.ts';

/** Where one of them is like this need it is offered by itself, else it waits among the other acts. */
export const joinNeed: DeskActView = {
  place: ({ joining: { offers } }) =>
    offers.length === 0 ? undefined : offers.some(({ isAlike }) => isAlike) ? 'next' : 'other',
  label: 'join-need.others',
  written: [],
  View(props) {
    const { t, page } = props;
    const { offers } = page.joining;
    return (
      <>
        {offers.some(({ isAlike }) => isAlike) && <p>{t('join-need.offer')}</p>}
        {offers.map((offer) => (
          <Offer {...props} offer={offer} key={offer.reference} />
        ))}
        <p class="small soft">{t('join-need.what')}</p>
      </>
    );
  },
};

function Offer({ t, lang, page, offer }: DeskNeedProps & { offer: JoinOffer }) {
  const { reference, start, receivedAt, serviceNames, words, isAlike, otherContact } = offer;
  return (
    <ActForm page={page} act="join" button={t('join-need.button', { reference })} look="button button--quiet">
      <input type="hidden" name="with" value={reference} />
      <p>
        <a href={routes.deskNeed(reference)}>{reference}</a> · {formatDateTime(receivedAt, lang, 'short')}
      </p>
      <blockquote class="need-text" lang={page.language}>
        {start}
      </blockquote>
      {isAlike && serviceNames.length > 0 && (
        <p class="small">{t('join-need.why.services', { services: serviceNames.join(', ') })}</p>
      )}
      {isAlike && serviceNames.length === 0 && (
        <p class="small">{t('join-need.why.words', { words: words.map((word) => `${word}…`).join(', ') })}</p>
      )}
      {otherContact && <p class="notice">{t('join-need.other-contact', { name: otherContact })}</p>}
    </ActForm>
  );
}
