// Schedule, each night — release-answers: from the ninth of a month on, the answers of the months before become figures.
import type { Config } from '@netlify/functions';
import { releaseAnswers } from '#lib/surveys/release-answers.ts';

export const config: Config = { schedule: '20 1 * * *' };

export default async (): Promise<void> => {
  await releaseAnswers();
};
