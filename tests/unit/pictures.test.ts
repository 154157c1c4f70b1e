// Pictures of figures: where bars and lines lie, and that nothing leaves the drawing.
import { describe, expect, it } from 'vitest';
import { layBars } from '#domain/pictures/lay-bars.ts';
import { layTrend } from '#domain/pictures/lay-trend.ts';
import { type BarsPicture, inLines, type TrendPicture, WIDTH } from '#domain/pictures/picture.ts';
import { monthAfter } from '#domain/reports/period.ts';

const bars = (rows: [string, number[]][], more: Partial<BarsPicture> = {}): BarsPicture => ({
  kind: 'bars',
  amount: 'count',
  parts: [],
  rows: rows.map(([name, values]) => ({ name, values, label: '' })),
  ...more,
});
const trend = (values: (number | null)[], more: Partial<TrendPicture> = {}): TrendPicture => ({
  kind: 'trend',
  amount: 'count',
  months: values.map((_, place) => monthAfter('2026-01', place)),
  series: [{ name: 'a', values }],
  ...more,
});

describe('bars', () => {
  it('the longest fills its room, the others are in proportion, and parts follow one another', () => {
    const { bars: laid } = layBars(
      bars(
        [
          ['a', [2, 2]],
          ['b', [1, 0]],
        ],
        { parts: ['x', 'y'] },
      ),
    );
    const [long, short] = laid.map(({ pieces }) => pieces);
    expect(long?.map(({ width }) => width)).toEqual([85, 85]);
    expect(long?.[1]?.x).toBe((long?.[0]?.x ?? 0) + 85);
    expect(short?.map(({ width }) => width)).toEqual([42.5, 0]);
  });

  it('of a whole, a bar is its share and the whole is drawn behind', () => {
    const [bar] = layBars(bars([['a', [0.25]]], { amount: 'share', whole: 1 })).bars;
    expect(bar?.pieces[0]?.width).toBe((bar?.whole ?? 0) / 4);
  });

  it('with nothing but zeros, or no bar at all, it is empty and not broken', () => {
    expect(layBars(bars([['a', [0]]])).bars[0]?.pieces[0]?.width).toBe(0);
    expect(layBars(bars([])).height).toBeGreaterThan(0);
  });

  it('a long name stands above its bar in lines that fit', () => {
    const name = 'Ohjattiin verkoston ulkopuolelle toisen kunnan palveluun kesken kaiken';
    const [bar] = layBars(bars([[name, [3]]])).bars;
    expect(bar?.name.length).toBeGreaterThan(1);
    expect(bar?.name.map(({ text }) => text).join(' ')).toBe(name);
    expect(bar?.name.every(({ y }) => y < (bar?.y ?? 0))).toBe(true);
  });
});

describe('a trend', () => {
  it('the line breaks off where there is no figure', () => {
    const [line] = layTrend(trend([1, 2, null, 3, 4])).lines;
    expect(line?.path.match(/M/g)).toHaveLength(2);
    expect(line?.marks).toHaveLength(4);
  });

  it.each([1, 2, 12, 24, 36])('over %d months everything stays within the drawing', (count) => {
    const { months, lines, height } = layTrend(trend(Array.from({ length: count }, (_, n) => n * n)));
    const xs = [...months.map(({ x }) => x), ...(lines[0]?.marks ?? []).map(({ x }) => x)];
    expect(xs.every((x) => x > 0 && x < WIDTH)).toBe(true);
    expect((lines[0]?.marks ?? []).every(({ y }) => y > 0 && y < height)).toBe(true);
    expect(months.length).toBeLessThanOrEqual(13);
  });

  it('years are named where they begin, and not upon one another', () => {
    const months = ['2025-12', '2026-01', '2026-02'];
    const { months: named } = layTrend(trend([1, 2, 3], { months }));
    expect(named.map(({ year }) => year)).toEqual([undefined, '2026', undefined]);
  });

  it('counts have whole numbers at the scale, marks begin at one', () => {
    expect(layTrend(trend([0, 1])).ticks.every(({ value }) => Number.isInteger(value))).toBe(true);
    expect(layTrend(trend([3], { amount: 'mark', top: 5 })).ticks[0]?.value).toBe(1);
  });

  it('lines differ by the shape of their marks', () => {
    const four = layTrend(
      trend([1], { months: ['2026-01'], series: ['a', 'b', 'c', 'd'].map((name) => ({ name, values: [1] })) }),
    );
    expect(new Set(four.key.map(({ shape }) => shape)).size).toBe(4);
  });
});

it('a word longer than a line is not cut', () => {
  expect(inLines('aa palveluntuottajakumppanuus b', 8)).toEqual(['aa', 'palveluntuottajakumppanuus', 'b']);
});
