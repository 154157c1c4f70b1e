// A picture of figures as SVG, drawn on the server: no script, no style of its own, and never by colour alone.
import { layBars } from '#domain/pictures/lay-bars.ts';
import { layTrend } from '#domain/pictures/lay-trend.ts';
import { type NamedPicture, WIDTH } from '#domain/pictures/picture.ts';
import type { Language } from '#domain/routes.ts';
import { Bars } from './bars.tsx';
import { Trend } from './trend.tsx';

/** `id` begins the ids of its title, its description and its patterns: a page may hold many pictures. */
export function Picture({ id, lang, named }: { id: string; lang: Language; named: NamedPicture }) {
  const { title, description, picture } = named;
  const drawn =
    picture.kind === 'bars'
      ? draw(layBars(picture), (laid) => <Bars id={id} laid={laid} />)
      : draw(layTrend(picture), (laid) => <Trend laid={laid} amount={picture.amount} lang={lang} />);
  return (
    <svg class="picture" viewBox={`0 0 ${WIDTH} ${drawn.height}`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {drawn.body}
    </svg>
  );
}

const draw = <Laid extends { height: number }, Body>(laid: Laid, body: (laid: Laid) => Body) => ({
  height: laid.height,
  body: body(laid),
});
