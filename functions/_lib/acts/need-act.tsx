// An act on a need: its page is a view of the need that the link is for.
import type { ComponentType } from 'preact';
import type { StringKey } from '#domain/i18n/strings.ts';
import { createT } from '#domain/i18n/t.ts';
import type { LinkViewProps } from '#forms/link-page.ts';
import { linkPage, type OpenedLink } from '../opened-link.ts';
import type { Act } from './act.ts';

export interface NeedAct extends Pick<Act, 'deeds' | 'run'> {
  view: ComponentType<LinkViewProps>;
  title: (link: OpenedLink) => StringKey;
  /** What the address fills in beforehand. */
  tapped?: (query: URLSearchParams) => Record<string, string>;
}

export const needAct = ({ view: View, title, tapped, deeds, run }: NeedAct): Act => ({
  deeds,
  run,
  async show(link, { path, query, did, values, errors }) {
    const lang = link.language;
    const t = createT(lang);
    const filled = { ...tapped?.(query), ...values };
    return {
      title: t(title(link), { reference: link.reference }),
      main: <View t={t} lang={lang} page={linkPage(link, path)} did={did} values={filled} errors={errors} />,
    };
  },
});
