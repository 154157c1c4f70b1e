// When the pack for a meeting goes out, and of which months it is: reckoned from the days of the meetings alone.
import { addWorkingDays } from '../calendar.ts';
import { dateOf, dayNumber } from '../holidays.ts';
import { monthAfter, type Period } from './period.ts';

/** Members have so many days to read it. */
const DAYS_BEFORE = 7;
/** Answers of a month are figures from its ninth day after on; a day more, for a run that failed. */
const RELEASED_BY = 11;
/** The first pack tells of a quarter. */
const FIRST_MONTHS = 3;

/** The working day on which it is mailed: before the seventh day, so that a day's outage makes it no later than promised. */
export const packDay = (meeting: string): string => addWorkingDays(dateOf(dayNumber(meeting) - DAYS_BEFORE), -1);

/** The last month whose answers are figures on the day on which the pack goes out. */
function lastMonthOf(meeting: string): string {
  const day = packDay(meeting);
  return monthAfter(day.slice(0, 7), Number(day.slice(8)) >= RELEASED_BY ? -1 : -2);
}

/** From where the pack before ended; two meetings within a month are told of the same one. */
export function packPeriod(meeting: string, meetings: readonly string[]): Period {
  const to = lastMonthOf(meeting);
  const before = meetings
    .filter((day) => day < meeting)
    .sort()
    .at(-1);
  const from = before ? monthAfter(lastMonthOf(before), 1) : monthAfter(to, 1 - FIRST_MONTHS);
  return from <= to ? { from, to } : { from: to, to };
}

/** Meetings whose pack is to be there on a day: those that are still to come, however late it has become. */
export const meetingsDue = (today: string, meetings: readonly string[]): string[] =>
  meetings.filter((meeting) => meeting >= today && packDay(meeting) <= today);

/** Those to come, the next one first: the day itself still counts. */
export const meetingsToCome = (today: string, meetings: readonly string[]): string[] =>
  meetings.filter((meeting) => meeting >= today).toSorted();
